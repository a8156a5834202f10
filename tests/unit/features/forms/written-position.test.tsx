// A position written by hand, as it is copied from a map or read from a phone.
import { screen as page, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { tidyPosition } from '#features/forms/tidy-position.ts'
import { aForm, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const compiled = aForm([q('geopoint', 'nơi', { label: 'Vị trí trụ sở' }), q('text', 'sau', { label: 'Sau' })])

describe('a position written by hand', () => {
  it.each([
    ['21.8537, 106.7610', '21.8537 106.7610'],
    ['(21.8537,106.7610)', '21.8537 106.7610'],
    [' 21,8537; 106,7610 ', '21.8537 106.7610'],
    ['21,8537 106,7610', '21.8537 106.7610'],
    ['-8.5 ; 115', '-8.5 115'],
    ['21.85 106.76 250 5', '21.85 106.76 250 5'],
    ['21, 106', '21 106'],
    ['21,85, 106,76', '21.85 106.76'],
    ['21,106', '21,106'],
    ['chợ Tân Thanh', 'chợ Tân Thanh'],
    ['', ''],
  ])('FIL-32: %s is put right to %s where there is no doubt', (written, tidied) => {
    expect(tidyPosition(written)).toBe(tidied)
  })

  it('FIL-32: is put right when the field is left', async () => {
    const store = await aStore()
    const form = valueOf(await store.forms.publish(compiled.form))
    const progress = { answered: 0, total: 2 }
    const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    const field = await page.findByLabelText('Vị trí trụ sở')
    await user.type(field, '21.8537, 106.7610')
    await user.tab()
    expect(field).toHaveValue('21.8537 106.7610')
    expect(page.queryByText(/Cần vĩ độ và kinh độ/)).toBeNull()
    await waitFor(async () =>
      expect((await store.fillings.get(id))?.answers).toMatchObject([{ path: '/nơi', value: '21.8537 106.7610' }]),
    )
  })
})
