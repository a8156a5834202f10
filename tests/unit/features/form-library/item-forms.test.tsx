import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { sampleOutline } from '#domain/questionnaire/checklist/sample-forms.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { FormScreen } from '#features/form-library/form-screen.tsx'
import { ImportScreen } from '#features/form-library/import-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { storeOf } from '../inspections/inspection-scene.ts'

it('FRM-32: a form that is an outline is read through as its items, and is not tried out', async () => {
  const store = await storeOf('provincial-department', 'p20')
  const key = valueOf(await store.forms.publish(sampleOutline))
  await renderScreen((props) => <FormScreen {...props} form={key} />, { store })
  const part = await screen.findByRole('list', { name: 'Chỉ đạo và phân công' })
  expect(within(part).getAllByRole('listitem')[0]).toHaveTextContent(/Khoản 5.3 · Xem: Quyết định/)
  expect(screen.getAllByText('Đề cương kiểm tra').length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: 'Điền thử' })).toBeNull()
})

it('FRM-32: a sample can be taken as a workbook', async () => {
  const store = await storeOf('provincial-department', 'p20')
  const written: Workbook[] = []
  const workbooks = async () => ({
    read: () => Promise.reject(new Error('nothing to read')),
    write: async (workbook: Workbook) => {
      written.push(workbook)
      return new Uint8Array()
    },
  })
  URL.createObjectURL = () => 'blob:sample'
  const { user } = await renderScreen((props) => <ImportScreen {...props} />, {
    store,
    platform: { workbooks: workbooks as never },
  })
  await user.click(await screen.findByRole('button', { name: 'Mẫu đề cương kiểm tra' }))
  await waitFor(() => expect(Object.keys(written[0] ?? {})).toEqual(['survey', 'settings']))
})
