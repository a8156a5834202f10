import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'

type FieldProps = Parameters<typeof WrittenDateField>[0]

const Asked = (props: Partial<FieldProps>) => {
  const [value, setValue] = useState(props.value ?? '')
  return <WrittenDateField label="Ngày" name="on" isAsked={false} {...props} value={value} onChange={setValue} />
}

async function show(props: Partial<FieldProps> = {}) {
  const { user } = await renderScreen(() => <Asked {...props} />, { store: await aStore() })
  const field = await screen.findByLabelText('Ngày')
  const write = async (text: string) => {
    await user.clear(field)
    await user.type(field, text)
  }
  return { user, field, write }
}

const mistake = () => screen.queryByText(/Ngày này không có trong lịch|Chưa đọc được ngày này/)
const suggestion = () => screen.queryByRole('button', { name: /^Có phải/ })

describe('a date as it was written', () => {
  it('KERNEL-4: offers a near day for one that no calendar has, and takes it only when told', async () => {
    const { user, field, write } = await show()
    await write('31/11/2026')
    expect(mistake()).toBeNull()
    await user.tab()
    expect(mistake()).toBeVisible()
    expect(field).toHaveValue('31/11/2026')
    await user.click(suggestion()!)
    expect(field).toHaveValue('30/11/2026')
    expect(mistake()).toBeNull()
  })

  it('does not ask about a field that was only passed by', async () => {
    const { user } = await show()
    await user.tab()
    await user.tab()
    expect(mistake()).toBeNull()
  })

  it('asks about an empty field when somebody tried to save', async () => {
    await show({ isAsked: true })
    expect(mistake()).toBeVisible()
  })

  it('leaves an optional field empty', async () => {
    await show({ isAsked: true, isOptional: true })
    expect(mistake()).toBeNull()
    expect(screen.getByText('không bắt buộc')).toBeVisible()
  })

  it('tells what speaks against a day, and offers none of which the same is true', async () => {
    const until = '2026-11-21' as LocalDate
    const { user, write } = await show({ objectionTo: (day) => (day > until ? 'Ngày này chưa tới' : undefined) })
    await write('22/11/2026')
    await user.tab()
    expect(screen.getByText('Ngày này chưa tới')).toBeVisible()
    await write('31/11/2026')
    await user.tab()
    expect(mistake()).toBeVisible()
    expect(suggestion()).toBeNull()
  })
})
