// A field that is seen can be typed into: the first letter stays, also where a slow device has not yet come to what React
// does after painting.
import { screen, waitFor } from '@testing-library/react'
import { type ReactNode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { useForm } from 'react-hook-form'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { useDraftInForm } from '#features/use-draft-in-form.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { aClock, aStore } from '#support/store/test-store.ts'
import { typeAtOnce } from '#support/type-at-once.ts'

let store: OpenedPersonStore
let stores = 0
beforeEach(async () => {
  store = await aStore({ storeId: `first-letter-${(stores += 1)}` })
})

const useDraft = () =>
  useFormDraft<{ text: string }>({ drafts: store.drafts, draftKey: 'x', initial: { text: '' }, clock: aClock() })

const Controlled = () => {
  const draft = useDraft()
  return (
    <input
      aria-label="Ghi chú"
      value={draft.value.text}
      onChange={(event) => draft.change({ text: event.target.value })}
    />
  )
}

const Registered = () => {
  const draft = useDraft()
  const form = useForm({ defaultValues: draft.value })
  useDraftInForm(form, draft)
  return (
    <>
      <input aria-label="Ghi chú" {...form.register('text')} />
      <output>{draft.value.text}</output>
    </>
  )
}

/** Types between the moment in which the field stands in the page and the effects that follow the painting. */
const TypedAtOnce = ({ children }: { readonly children: ReactNode }) => {
  useLayoutEffect(() => typeAtOnce('Ghi chú', 'Đủ'), [])
  return children
}

it.each([
  ['a field of its own', <Controlled key="own" />],
  ['a field of a form', <Registered key="form" />],
])('DAT-9: keeps what is typed as soon as it is seen: %s', async (_, field) => {
  const container = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => {
    root.unmount()
    container.remove()
  })
  // Drawn as in the app: the testing library would run every effect at once.
  const root = createRoot(container)
  const whenDrawn = screen.findByLabelText('Ghi chú')
  root.render(<TypedAtOnce>{field}</TypedAtOnce>)
  const drawn = await whenDrawn
  await waitFor(async () => expect(await store.drafts.get('x')).toEqual({ text: 'Đủ' }))
  expect(drawn).toHaveValue('Đủ')
})
