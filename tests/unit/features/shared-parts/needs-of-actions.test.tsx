import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { NeedsOfActions } from '#features/needs-of-actions.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

describe('improvement actions on the first screen', () => {
  it('IMP-6: says what is overdue and what is near, and nothing of what has time', async () => {
    const store = await aStore()
    const add = (what: string, until: string) =>
      store.reviews.addAction({
        unit: UNIT,
        of: 'sub-1',
        question: 'Q01',
        what,
        who: 'Thư ký',
        until: writtenDate(until),
      })
    for (const [what, until] of [
      ['Lập sổ theo dõi', '01/11/2026'],
      ['Niêm yết danh mục', '25/11/2026'],
      ['Mở lớp tập huấn', '30/12/2026'],
    ] as const)
      valueOf(await add(what, until))
    const { container } = await renderScreen((props) => <NeedsOfActions screen={props} />, { store, language: 'vi' })
    const rows = (await screen.findAllByRole('link')).map((link) => link.textContent)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/Lập sổ theo dõi.*Quá hạn 20 ngày/)
    expect(rows[1]).toMatch(/Niêm yết danh mục.*25\/11\/2026/)
    await expectAxeClean(container)
  })
})
