// What is printed of a handed-in form is a paper of the commune's office, and the screen stays as it is.
import { act, screen as page, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { HandedInScreen } from '#features/forms/handed-in-screen.tsx'
import { aForm, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aClock, aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const compiled = aForm(
  [
    q('begin group', 'chung', { label: 'Thông tin chung' }),
    q('integer', 'ghế', { label: 'Số ghế chờ', unit: 'ghế' }),
    q('image', 'ảnh', { label: 'Ảnh quầy' }),
    endOf('group'),
    q('begin group', 'chấm', { label: 'Tự chấm' }),
    q('select_one mức', 'câu', { label: 'Câu một' }),
    q('note', 'tổng', { label: 'Điểm ${câu}' }),
    endOf('group'),
  ],
  ['0', '1', '2'].map((name) => c('mức', name, { label: `Mức ${name}` })),
)

const print = () => act(async () => window.dispatchEvent(new Event('beforeprint')))

async function handedIn() {
  const clock = aClock()
  const store = await aStore({ clock })
  const form = valueOf(await store.forms.publish(compiled.form))
  const progress = { answered: 3, total: 3 }
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
  const of = fillingAnswerId(id, '/chung/ảnh')
  valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of, caption: 'Quầy số 1', photo: aPhoto('a') }))
  const patches = [
    { path: '/chung/ghế', value: '12' },
    { path: '/chấm/câu', value: '2', note: 'Sổ ở tủ 3' },
  ]
  valueOf(await store.fillings.save(id, patches, progress))
  clock.at += 60_000
  valueOf(await store.fillings.submit(id, compiled, 'vi'))
  const submission = (await store.fillings.submission(id))!
  return { store, id, submission }
}

type HandedIn = Awaited<ReturnType<typeof handedIn>>

async function paperOf({ store, id, submission }: HandedIn, language: 'vi' | 'en' = 'vi') {
  const draw = { store, language }
  await renderScreen((screen) => <HandedInScreen {...screen} filling={id} submission={submission.id} />, draw)
  await page.findAllByText('Câu một')
  expect(page.queryByRole('article')).toBeNull()
  await print()
  return page.findByRole('article', { name: compiled.form.id })
}

const row = (paper: HTMLElement, name: RegExp) => within(paper).getByRole('row', { name })

describe('the paper of a handed-in form', () => {
  it('FIL-27: has its version, round, sections, figures and whole hash, and nothing to press', async () => {
    const form = await handedIn()
    const paper = await paperOf(form)
    expect(within(paper).getByText('Cộng hòa xã hội chủ nghĩa Việt Nam')).toBeInTheDocument()
    expect(within(paper).getByText('Phiếu số 1 năm 2026')).toBeInTheDocument()
    expect(row(paper, /^Biểu mẫu Phiên bản /)).toBeInTheDocument()
    expect(
      row(paper, new RegExp(`SHA-256.+ ${form.submission.sha256.slice(0, 16)} .*${form.submission.sha256.slice(48)}$`)),
    ).toBeInTheDocument()
    expect(row(paper, /^Số ghế chờ 12 ghế$/)).toBeInTheDocument()
    expect(row(paper, /^Ảnh quầy 1 ảnh, tài liệu: Quầy số 1$/)).toBeInTheDocument()
    expect(row(paper, /^Câu một Mức 2 ?Ghi chú: Sổ ở tủ 3$/)).toBeInTheDocument()
    expect(row(paper, /^Điểm 2$/)).toBeInTheDocument()
    for (const title of ['Thông tin chung', 'Tự chấm', 'Con số của phiếu'])
      expect(within(paper).getByRole('heading', { name: title })).toBeInTheDocument()
    expect(within(paper).getAllByText('(Ký, ghi rõ họ tên)')).toHaveLength(2)
    expect(within(paper).queryAllByRole('button')).toEqual([])
    expect(paper.closest('[class*="behind"]')).toBeNull()
  })

  it('FIL-26, FIL-27: has what was found, in the words of the choice, what was added, and that it was sent back', async () => {
    const form = await handedIn()
    const { store, submission } = form
    const pub = `${UNIT}/pub`
    const fields = {
      unit: UNIT,
      submission: submission.id,
      question: '/chấm/câu',
      level: 'other',
      value: '1',
      reason: 'Thiếu',
    }
    const entity = `ver.${submission.id}.chấm~câu`
    await receive(store, { feed: pub, kind: 'verification', entity, fields })
    const decided = { unit: UNIT, submission: submission.id, state: 'reopened', reason: 'Xem lại câu một' }
    await receive(store, { feed: pub, kind: 'verification-state', entity: `vst.${submission.id}`, fields: decided })
    const added = {
      feed: pub,
      of: submission.id,
      ofKind: 'filling-submission',
      reason: 'Đếm nhầm',
      text: 'Có 14 ghế',
    } as const
    valueOf(await store.amendments.add(added))
    const paper = await paperOf(form)
    expect(
      row(paper, /^Câu một Mức 2 ?Ghi chú: Sổ ở tủ 3 Chưa đồng ý ?Xác minh: Mức 1 ?Lý do: Thiếu$/),
    ).toBeInTheDocument()
    expect(row(paper, /^Số ghế chờ 12 ghế Chưa xác minh$/)).toBeInTheDocument()
    expect(row(paper, /^Điểm 2 Điểm 1$/)).toBeInTheDocument()
    expect(row(paper, /Có 14 ghế Đếm nhầm Người dùng minh họa$/)).toBeInTheDocument()
    expect(within(paper).getByText(/^Bản này đã bị trả lại để sửa/)).toBeInTheDocument()
    expect(within(paper).getByText('Lý do: Xem lại câu một')).toBeInTheDocument()
    expect(within(paper).getAllByText('(Ký, ghi rõ họ tên)')).toHaveLength(3)
  })

  it('FIL-27: is there in English too', async () => {
    const paper = await paperOf(await handedIn(), 'en')
    expect(within(paper).getByText('Socialist Republic of Viet Nam')).toBeInTheDocument()
    expect(paper.textContent).not.toMatch(/\{\{|form\.|hands\./)
  })
})
