// What a killed browser left half typed is handed in too, however slow the disk gives it back.
import { screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FillingSubmitScreen } from '#features/forms/filling-submit-screen.tsx'
import { typingDraft } from '#features/forms/paths.ts'
import { aForm, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

it('FIL-34: nothing is handed in before what was half typed is back and written', async () => {
  const compiled = aForm([q('text', 'câu', { label: 'Câu một' })])
  const store = await aStore()
  const form = valueOf(await store.forms.publish(compiled.form))
  const answers = [{ path: '/câu', value: 'Cũ' }]
  const start = { unitId: UNIT, form, answers, progress: { answered: 1, total: 1 } }
  const id = valueOf(await store.fillings.start(start))
  valueOf(await store.drafts.put(typingDraft(id), { '/câu': { value: 'Vừa gõ', seen: ['Cũ', '', ''] } }))
  let give = (): void => undefined
  const slow = new Promise<void>((resolve) => {
    give = resolve
  })
  const get = async (key: string) => {
    await slow
    return store.drafts.get(key)
  }
  const onSlowDisk = { ...store, drafts: { ...store.drafts, get, put: store.drafts.put, remove: store.drafts.remove } }
  const { user } = await renderScreen((screen) => <FillingSubmitScreen {...screen} filling={id} />, {
    store: onSlowDisk,
  })
  await user.click(await page.findByRole('button', { name: 'Nộp phiếu' }))
  give()
  expect(await page.findByText('Phiếu đã nộp')).toBeVisible()
  expect((await store.fillings.submission(id))?.content.answers).toMatchObject([{ path: '/câu', value: 'Vừa gõ' }])
})
