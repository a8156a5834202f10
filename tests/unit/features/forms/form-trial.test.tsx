// Trying a form out before it is published: the real screens over a filling that nothing keeps.
import { cleanup, screen as page, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { ok } from '#domain/kernel/result.ts'
import { TRIAL_ID, TRIAL_PATH } from '#features/form-on-trial.ts'
import { ImportScreen } from '#features/form-library/import-screen.tsx'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { FillingSubmitScreen } from '#features/forms/filling-submit-screen.tsx'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aFactory, anIdentity, aStore } from '#support/store/test-store.ts'

const { form } = aForm(
  [
    q('select_one có', 'có_biển', { label: 'Có biển chỉ dẫn không?' }),
    q('integer', 'ghế', { label: 'Số ghế', relevant: "${có_biển} = 'có'", required: 'yes', constraint: '. < 100' }),
    q('calculate', 'gấp_đôi', { calculation: '${ghế} * 2' }),
    q('image', 'ảnh', { label: 'Ảnh biển', required: 'yes' }),
    q('text', 'nơi', { label: 'Nơi đặt', default: 'sảnh' }),
  ],
  [c('có', 'có', { label: 'Có biển' }), c('có', 'không', { label: 'Chưa có biển' })],
)

/** Every row of every table of every database there is. */
async function everything(factory: IDBFactory): Promise<string> {
  const asked = <T,>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not read'))
    })
  const rows: unknown[] = []
  for (const { name = '' } of await factory.databases()) {
    const db = await asked(factory.open(name))
    for (const table of db.objectStoreNames)
      rows.push(table, await asked(db.transaction(table).objectStore(table).getAll()))
    db.close()
  }
  return JSON.stringify(rows)
}

async function theProvince() {
  const indexedDB = aFactory()
  const identity = anIdentity()
  const role: Role = 'provincial-department'
  const grants = identity.grants.map((grant) => ({ ...grant, role, scope: 'p20' }))
  const store = await aStore({ indexedDB, identity: { ...identity, grants } })
  return { store, before: await everything(indexedDB), now: () => everything(indexedDB) }
}

type Store = Awaited<ReturnType<typeof theProvince>>['store']

const drawTrial = (store: Store) =>
  renderScreen((screen) => <FillingScreen {...screen} filling={TRIAL_ID} />, { store, at: TRIAL_PATH })

/** Reads the form from a file and presses the button. */
async function tryOut(store: Store) {
  const platform = { workbooks: async () => ({ readForm: async () => ok(form), write: async () => new Uint8Array() }) }
  const { user, location } = await renderScreen((screen) => <ImportScreen {...screen} />, {
    store,
    platform: platform as never,
  })
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File(['x'], 'phieu.xlsx'))
  await user.click(await page.findByRole('button', { name: 'Điền thử' }))
  expect(location.history.at(-1)).toBe(TRIAL_PATH)
  cleanup()
}

describe('a form that is tried out', () => {
  it('FIL-10: is filled in as it will be, rules, limits and calculations at work, and nothing of it is stored', async () => {
    const { store, before, now } = await theProvince()
    expect(before).toContain('canary')
    await tryOut(store)
    window.history.replaceState(null, '', TRIAL_PATH)
    const { user } = await drawTrial(store)
    expect(await page.findByText('Bản điền thử, không lưu')).toBeVisible()
    expect(page.getByLabelText('Nơi đặt')).toHaveValue('sảnh')
    expect(page.queryByLabelText(/Số ghế/)).toBeNull()
    await user.click(page.getByRole('radio', { name: 'Có biển' }))
    await user.type(await page.findByLabelText(/Số ghế/), '120')
    expect(page.getByText(/chưa hợp với yêu cầu/)).toBeVisible()
    await user.clear(page.getByLabelText(/Số ghế/))
    await user.type(page.getByLabelText(/Số ghế/), '21')
    await user.clear(page.getByLabelText('Nơi đặt'))
    await user.type(page.getByLabelText('Nơi đặt'), 'cửa')
    await user.upload(
      document.querySelector<HTMLInputElement>('input[type=file]')!,
      new File(['x'], 'bien.jpg', { type: 'image/jpeg' }),
    )
    expect(page.getByText(/bien\.jpg/)).toBeVisible()
    expect(page.queryByText(/Đã lưu trên máy/)).toBeNull()
    cleanup()

    await renderScreen((screen) => <FillingSubmitScreen {...screen} filling={TRIAL_ID} />, { store })
    expect(await page.findByText(/Phiếu điền thử đã đủ/)).toBeVisible()
    expect(page.getByText('gấp_đôi').closest('li')).toHaveTextContent('42')
    expect(page.queryByRole('button', { name: 'Nộp phiếu' })).toBeNull()
    expect(page.getByText('Bản điền thử, không lưu')).toBeVisible()
    expect(await now()).toBe(before)
    cleanup()

    await drawTrial(store)
    expect(await page.findByLabelText('Nơi đặt')).toHaveValue('cửa')
    window.history.replaceState(null, '', '/more/forms')
    cleanup()
    await drawTrial(store)
    expect(await page.findByLabelText('Nơi đặt')).toHaveValue('sảnh')
    expect(page.queryByLabelText(/Số ghế/)).toBeNull()
  })

  it('FIL-10: the import has the form again when the trial is ended, and a page loaded anew has neither', async () => {
    const { store, before, now } = await theProvince()
    await drawTrial(store)
    expect(await page.findByText('Bản điền thử đã đóng')).toBeVisible()
    cleanup()
    await tryOut(store)
    await drawTrial(store)
    const end = await page.findByRole('link', { name: 'Kết thúc điền thử' })
    expect(end).toHaveAttribute('href', '/more/forms/import?tried=1')
    cleanup()
    await renderScreen((screen) => <ImportScreen {...screen} query={{ tried: '1' }} />, { store })
    await waitFor(() => expect(page.getByRole('button', { name: 'Phát hành' })).toBeEnabled())
    expect(await now()).toBe(before)
  })
})
