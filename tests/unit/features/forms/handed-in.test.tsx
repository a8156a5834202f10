// A form after it was handed in, against a real store: the monitor verifies it question by question, the commune reads
// what was found and corrects it, and everybody who only reads finds words of their own.
import { act, screen as page, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { FillingSubmitScreen } from '#features/forms/filling-submit-screen.tsx'
import { FormsScreen } from '#features/forms/forms-screen.tsx'
import { HandedInScreen } from '#features/forms/handed-in-screen.tsx'
import { VerifyAnswerScreen } from '#features/forms/verify-answer-screen.tsx'
import { NeedsOfForms } from '#features/needs-of-forms.tsx'
import { ActionScreen } from '#features/improvement-actions/action-screen.tsx'
import { aForm, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aClock, anIdentity, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const scale = ['0', '1', '2'].map((name) => c('mức', name, { label: `Mức ${name}` }))

const compiled = aForm(
  [
    q('begin group', 'chung', { label: 'Thông tin chung' }),
    q('text', 'tên', { label: 'Tên cơ quan' }),
    endOf('group'),
    q('begin group', 'chấm', { label: 'Tự chấm' }),
    q('select_one mức', 'câu', { label: 'Câu một', appearance: 'conformity' }),
    q('note', 'tổng', { label: 'Điểm ${câu}' }),
    endOf('group'),
  ],
  scale,
)

const role = (name: 'area-monitor' | 'iso-secretary' | 'provincial-leadership') => {
  const identity = anIdentity()
  const scope = { 'area-monitor': 'area-180', 'iso-secretary': UNIT, 'provincial-leadership': 'p20' }[name]
  const from = '2026-01-01' as LocalDate
  return { ...identity, grants: [{ account: identity.account.id, scope, role: name, from, to: null }] }
}

async function handedIn(name: Parameters<typeof role>[0], clock = aClock()) {
  const store = await aStore({ identity: role(name), clock })
  const form = valueOf(await store.forms.publish(compiled.form))
  const progress = { answered: 2, total: 2 }
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
  const patches = [
    { path: '/chung/tên', value: 'Xã số 1' },
    { path: '/chấm/câu', value: '2' },
  ]
  valueOf(await store.fillings.save(id, patches, progress))
  clock.at += 60_000
  valueOf(await store.fillings.submit(id, compiled, 'vi'))
  return { store, id, clock, submission: (await store.fillings.submission(id))?.id ?? '' }
}

const drawAnswer = (store: OpenedPersonStore, filling: string, submission: string, path = 'chấm~câu') =>
  renderScreen((screen) => <VerifyAnswerScreen {...screen} {...{ filling, submission, path }} />, { store })

describe('verifying a form', () => {
  it('FIL-12, FIL-16: "not so" waits for its reason; with it the value found is shown, and one tap makes an action', async () => {
    const { store, id, submission } = await handedIn('area-monitor')
    const { user, location } = await drawAnswer(store, id, submission)
    await user.click(await page.findByRole('button', { name: 'Chưa đồng ý, ghi lý do' }))
    await user.click(await page.findByRole('radio', { name: 'Mức 1' }))
    await user.click(page.getByRole('button', { name: 'Lưu kết quả khác' }))
    expect(await page.findByText('Cần ghi lý do')).toBeInTheDocument()
    await user.type(page.getByLabelText('Vì sao khác với xã'), 'Chưa có biên bản')
    await user.click(page.getByRole('button', { name: 'Lưu kết quả khác' }))
    expect(await page.findByText(/Xác minh: Mức 1 · Lý do: Chưa có biên bản/)).toBeInTheDocument()
    await user.click(await page.findByRole('button', { name: 'Tạo việc cải tiến' }))
    await waitFor(() => expect(location.history?.at(-1)).toMatch(/^\/actions\//))
    const [action] = await store.reviews.actions([UNIT])
    expect(action).toMatchObject({ of: submission, question: '/chấm/câu', what: 'Bổ sung: Tự chấm · Câu một' })
    await renderScreen((screen) => <ActionScreen {...screen} unit={UNIT} id={action?.id ?? ''} />, { store })
    expect(await page.findByRole('link', { name: 'phieu' })).toHaveAttribute('href', expect.stringMatching(/handed-in/))
  })

  it('FIL-23: a question of the same name in another form takes an action of its own, and two taps make one', async () => {
    const { store, id, submission } = await handedIn('area-monitor')
    const other = { unit: UNIT, of: 'submission-of-another-form', question: '/chấm/câu', what: 'Việc khác', who: 'Ban' }
    valueOf(await store.reviews.addAction({ ...other, until: { text: '1/12/2026', date: null } }))
    const found = { level: 'other', value: '1', reason: 'Chưa có biên bản' } as const
    valueOf(await store.fillingReviews.verify(id, submission, { '/chấm/câu': found }))
    const { user } = await drawAnswer(store, id, submission)
    await user.dblClick(await page.findByRole('button', { name: 'Tạo việc cải tiến' }))
    expect(await page.findByRole('link', { name: 'Xem việc cải tiến' })).toBeVisible()
    const made = (await store.reviews.actions([UNIT])).filter(({ of }) => of === submission)
    expect(made).toHaveLength(1)
  })

  it('FIL-11, FIL-13: a group is agreed to at once, then the form is closed; figures are shown twice', async () => {
    const { store, id, submission } = await handedIn('area-monitor')
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    expect(await page.findByText('Chờ xác minh')).toBeInTheDocument()
    const found = { '/chấm/câu': { level: 'other', value: '1', reason: 'Thiếu' } } as const
    valueOf(await store.fillingReviews.verify(id, submission, found))
    const figures = await page.findByRole('table', { name: 'Xã nộp, Sau xác minh' })
    await waitFor(() => expect(within(figures).getByText('Điểm 1')).toBeInTheDocument())
    expect(within(figures).getByText('Điểm 2')).toBeInTheDocument()
    await user.click(page.getByRole('button', { name: /^Đồng ý 1 câu còn lại/ }))
    await user.click(await page.findByRole('button', { name: 'Kết thúc xác minh' }))
    await waitFor(async () => expect((await store.fillingReviews.of(id))?.state).toBe('closed'))
  })

  it('who may not verify reads only, under words for reading', async () => {
    const { store, id, submission } = await handedIn('provincial-leadership')
    await drawAnswer(store, id, submission)
    expect(await page.findByText(/mới ghi được kết quả xác minh/)).toBeInTheDocument()
    expect(page.queryByRole('button', { name: /Đồng ý/ })).toBeNull()
  })

  it('FIL-13: the list of whoever follows is called by what they do there, and says where each form stands', async () => {
    const { store } = await handedIn('area-monitor')
    await renderScreen((screen) => <FormsScreen {...screen} />, { store })
    expect(await page.findByRole('heading', { level: 1, name: 'Phiếu của các xã' })).toBeInTheDocument()
    expect(page.getByText('Chờ xác minh xong')).toBeInTheDocument()
  })
})

describe('a form that was sent back', () => {
  it('FIL-14: the commune reads why, opens it again, sees what to correct, and what was handed in stays readable', async () => {
    const { store, id, clock, submission } = await handedIn('iso-secretary')
    const found = { '/chấm/câu': { level: 'other', value: '', reason: 'Chưa thấy hồ sơ' } } as const
    valueOf(await store.fillingReviews.verify(id, submission, found))
    clock.at += 60_000
    valueOf(await store.fillingReviews.decide(id, submission, 'reopened', 'Xem lại câu một'))
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    expect(await page.findByText(/Xem lại câu một/)).toBeInTheDocument()
    await user.click(page.getByRole('button', { name: 'Bắt đầu bản sửa' }))
    expect(await page.findByText('Đang sửa bản đã nộp')).toBeInTheDocument()
    expect(await page.findByText('Lý do: Chưa thấy hồ sơ')).toBeInTheDocument()
    expect(page.getByRole('link', { name: /Xem bản đã nộp/ })).toHaveAttribute(
      'href',
      expect.stringMatching(submission),
    )
    expect(page.getByLabelText('Tên cơ quan')).toHaveValue('Xã số 1')
    await renderScreen((screen) => <HandedInScreen {...screen} filling={id} submission={submission} />, { store })
    expect((await page.findAllByText('Trả lại để sửa')).length).toBeGreaterThan(0)
  })
})

describe('forms on the first screen', () => {
  it('FIL-13: whoever verifies sees what waits, the commune what was sent back, everybody else nothing', async () => {
    const monitor = await handedIn('area-monitor')
    await renderScreen((screen) => <NeedsOfForms screen={screen} />, monitor)
    expect(await page.findByRole('heading', { name: 'Phiếu cần xác minh' })).toBeInTheDocument()
    expect(page.getByText('xã số 1')).toBeInTheDocument()
    const commune = await handedIn('iso-secretary')
    const drawn = await renderScreen((screen) => <NeedsOfForms screen={screen} />, commune)
    expect(drawn.container.textContent).toBe('')
    commune.clock.at += 60_000
    const { id, submission, store } = commune
    await act(async () => valueOf(await store.fillingReviews.decide(id, submission, 'reopened', 'Sai kỳ')))
    expect(await within(drawn.container).findByText('Bị trả lại')).toBeInTheDocument()
  })
})

describe('signs before handing in', () => {
  it('HON-6: are shown to the person first, by the words of the questions', async () => {
    const many = aForm(
      Array.from({ length: 16 }, (_, at) => q('select_one mức', `c${at}`, { label: `Câu số ${at + 1}` })),
      scale,
    )
    const store = await aStore()
    const form = valueOf(await store.forms.publish({ ...many.form, id: 'nhieu' }))
    const answers = many.index.all.map(({ path }) => ({ path, value: '1' }))
    const start = { unitId: UNIT, form, answers, progress: { answered: 16, total: 16 } }
    const id = valueOf(await store.fillings.start(start))
    await renderScreen((screen) => <FillingSubmitScreen {...screen} filling={id} />, { store })
    expect(await page.findByText(/16 câu liền nhau .*“Mức 1”.*“Câu số 1” đến câu “Câu số 16”/)).toBeInTheDocument()
  })
})
