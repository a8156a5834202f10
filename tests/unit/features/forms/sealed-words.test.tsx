// What a commune handed in in Vietnamese, before somebody who reads English: the form has both.
import { act, screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { VerifyAnswerScreen } from '#features/forms/verify-answer-screen.tsx'
import { aWorkbook, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { anIdentity, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const both = (vi: string, en: string) => ({ 'label::Tiếng Việt (vi)': vi, 'label::English (en)': en })

const imported = importWorkbook(
  aWorkbook(
    [
      q('begin group', 'nhóm', both('Công khai', 'Publication')),
      q('select_multiple nơi', 'ở_đâu', both('Niêm yết ở đâu', 'Where it is posted')),
      q('text', 'khác', both('Nơi nào nữa ngoài ${ở_đâu}', 'Where else than ${ở_đâu}')),
      q('integer', 'số', { 'label::Tiếng Việt (vi)': 'Bao nhiêu bảng' }),
      endOf('group'),
    ],
    [
      { ...c('nơi', 'bảng'), label: '', ...both('Bảng tin', 'Notice board') },
      { ...c('nơi', 'web'), label: '', ...both('Trang web', 'Web page') },
    ],
    {
      form_id: 'phieu',
      version: '1',
      default_language: 'Tiếng Việt (vi)',
      form_title: 'Phiếu công khai',
      'form_title::English (en)': 'Sheet of publication',
    },
  ),
)
if (!imported.ok) throw new Error(JSON.stringify(imported.error))
const compiled = imported.value

async function handedIn() {
  const identity = anIdentity()
  const from = '2026-01-01' as LocalDate
  const grant = { account: identity.account.id, scope: 'area-180', role: 'area-monitor', from, to: null } as const
  const store = await aStore({ identity: { ...identity, grants: [grant] } })
  const form = valueOf(await store.forms.publish(compiled.form))
  const progress = { answered: 3, total: 3 }
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
  const patches = [
    { path: '/nhóm/ở_đâu', value: 'bảng web' },
    { path: '/nhóm/khác', value: 'Nhà văn hóa' },
    { path: '/nhóm/số', value: '3' },
  ]
  valueOf(await store.fillings.save(id, patches, progress))
  valueOf(await store.fillings.submit(id, compiled, 'Tiếng Việt (vi)'))
  return { store, id, submission: (await store.fillings.submission(id))?.id ?? '' }
}

it('FIL-30: a handed-in form reads in the words the form has for the reader; the paper stays as it was sealed', async () => {
  const { store, id } = await handedIn()
  await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store, language: 'en' })
  expect(await page.findByRole('heading', { level: 1, name: 'Sheet of publication' })).toBeInTheDocument()
  const answer = await page.findByText('Where it is posted')
  expect(answer.closest('li')).toHaveTextContent('Notice board; Web page')
  expect(page.getByRole('heading', { name: 'Publication' })).toBeInTheDocument()
  // Put together out of an answer when it was sealed, and without English words.
  expect(page.getByText(/^Nơi nào nữa ngoài/, { selector: 'li *' })).toBeInTheDocument()
  expect(page.getByText('Bao nhiêu bảng', { selector: 'li *' })).toBeInTheDocument()
  await act(async () => window.dispatchEvent(new Event('beforeprint')))
  const paper = await page.findByRole('article')
  expect(paper).toHaveTextContent('Niêm yết ở đâu')
  expect(paper).toHaveTextContent('Bảng tin; Trang web')
})

it('FIL-30: so does the question that is verified', async () => {
  const { store, id, submission } = await handedIn()
  await renderScreen(
    (screen) => <VerifyAnswerScreen {...screen} filling={id} submission={submission} path="nhóm~ở_đâu" />,
    {
      store,
      language: 'en',
    },
  )
  expect(await page.findByRole('heading', { level: 1, name: 'Publication · Where it is posted' })).toBeInTheDocument()
  expect(page.getByText('Sheet of publication')).toBeInTheDocument()
  expect(page.getByText('Notice board; Web page', { selector: 'dd *, dd' })).toBeInTheDocument()
})
