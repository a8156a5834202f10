// A question that is seen can be answered: the first letters stay, also where a slow device has not yet come to what React
// does after painting.
import { screen, waitFor } from '@testing-library/react'
import { type ReactNode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, onTestFinished } from 'vitest'
import type { FillingBoard } from '#features/forms/filling-board.ts'
import { openFilling } from '#features/forms/open-filling.ts'
import { usePlace } from '#features/forms/use-filling.ts'
import { aForm, q } from '#support/questionnaire/form-builder.ts'
import { typeAtOnce } from '#support/type-at-once.ts'
import { aClock, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const Question = ({ board }: { readonly board: FillingBoard }) => {
  const state = usePlace(board, '/tên')
  return (
    <input
      aria-label="Ghi chú"
      value={state?.written ?? ''}
      onChange={({ target }) => board.answer('/tên', target.value, true)}
    />
  )
}

const TypedAtOnce = ({ children }: { readonly children: ReactNode }) => {
  useLayoutEffect(() => typeAtOnce('Ghi chú', 'Đủ'), [])
  return children
}

it('FRM-8: an answer is kept from its first letter on, however early it is typed', async () => {
  const store = await aStore()
  const compiled = aForm([q('text', 'tên', { label: 'Tên' })])
  const form = valueOf(await store.forms.publish(compiled.form))
  const start = { unitId: UNIT, form, answers: [], progress: { answered: 0, total: 1 } }
  const view = await store.fillings.get(valueOf(await store.fillings.start(start)))
  const { board, keeper } = openFilling({ store, clock: aClock() }, compiled, view!, 'vi')
  const container = document.body.appendChild(document.createElement('div'))
  // Drawn as in the app: the testing library would run every effect at once.
  const root = createRoot(container)
  onTestFinished(() => {
    root.unmount()
    container.remove()
  })
  const whenDrawn = screen.findByLabelText('Ghi chú')
  root.render(
    <TypedAtOnce>
      <Question board={board} />
    </TypedAtOnce>,
  )
  const drawn = await whenDrawn
  await waitFor(() => expect(drawn).toHaveValue('Đủ'))
  expect(board.state('/tên')?.written).toBe('Đủ')
  await keeper.flush()
  expect((await store.fillings.get(view!.id))?.answers).toMatchObject([{ path: '/tên', value: 'Đủ' }])
})
