import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { DateField } from '#ui/date-field.tsx'
import { tidyDateText } from '#ui/date-text.ts'
import { expectAxeClean } from './axe-clean.ts'

const Day = ({ error }: { readonly error?: string }) => {
  const [text, setText] = useState('')
  return <DateField label="Ngày họp" hint="Ngày/tháng/năm" error={error} value={text} onChange={setText} />
}

describe('tidyDateText', () => {
  it.each([
    ['20112017', '20/11/2017'],
    ['5-1-2017', '05/01/2017'],
    ['5.11.2017', '05/11/2017'],
    [' 05 11 2017 ', '05/11/2017'],
    ['20/11/2017', '20/11/2017'],
  ])('writes %s as %s', (typed, tidied) => {
    expect(tidyDateText(typed)).toBe(tidied)
  })

  it.each(['', '1987', '201117', '20/11/17', '11/2017', 'tháng 5', '201120171'])('leaves "%s" as typed', (typed) => {
    expect(tidyDateText(typed)).toBe(typed)
  })
})

describe('DateField', () => {
  it('keeps the text as typed and tidies a whole date only when left', async () => {
    render(<Day />)
    const input = screen.getByRole('textbox', { name: 'Ngày họp' })
    expect(input).toHaveAttribute('inputmode', 'numeric')
    await userEvent.type(input, '20112017')
    expect(input).toHaveValue('20112017')
    await userEvent.tab()
    expect(input).toHaveValue('20/11/2017')
  })

  it('says the error it is given', async () => {
    const { container } = render(<Day error="Tháng phải từ 01 đến 12" />)
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription('Tháng phải từ 01 đến 12 Ngày/tháng/năm')
    await expectAxeClean(container)
  })
})
