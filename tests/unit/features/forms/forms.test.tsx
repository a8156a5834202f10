// Filling in a form on the screen, against a real store: what is typed and chosen is stored, what depends on it comes
// and goes, and what a colleague answered arrives.
import { act, screen as page, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FillingQuestionScreen } from '#features/forms/filling-question-screen.tsx'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { FillingSubmitScreen } from '#features/forms/filling-submit-screen.tsx'
import { FormsScreen } from '#features/forms/forms-screen.tsx'
import { inTwoLines } from '#features/forms/form-words.ts'
import { questionPath } from '#features/forms/paths.ts'
import { fillingAnswerId, refOfWord, wordOfRef } from '#domain/questionnaire/filling/filling-names.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { aForm, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const choices = [
  ...['0', '1', 'na'].map((name) => c('mức', name, { label: name === 'na' ? 'Không áp dụng' : `Mức ${name}` })),
  ...Array.from({ length: 200 }, (_, at) => c('xã', `x${at}`, { label: at === 150 ? 'Hoà Bình' : `Xã ${at}` })),
]

const compiled = aForm(
  [
    q('begin group', 'chung', { label: 'Thông tin chung' }),
    q('text', 'tên', { label: 'Tên cơ quan', required: 'yes' }),
    q('integer', 'tuổi', { label: 'Số người', constraint: '. < 100', constraint_message: 'Dưới 100 người' }),
    q('text', 'thêm', { label: 'Câu hiện ra', relevant: '${tuổi} > 10' }),
    q('date', 'ngày', { label: 'Ngày lập' }),
    endOf('group'),
    q('begin group', 'chấm', { label: 'Tự chấm' }),
    q('select_one mức', 'câu', { label: 'Câu một', appearance: 'conformity' }),
    q('select_one xã', 'xã', { label: 'Xã nào' }),
    q('begin repeat', 'người', { label: 'Cán bộ' }),
    q('text', 'họ', { label: 'Họ và tên' }),
    endOf('repeat'),
    endOf('group'),
  ],
  choices,
)

const aFilling = async (): Promise<{ readonly store: OpenedPersonStore; readonly id: string }> => {
  const store = await aStore()
  const form = valueOf(await store.forms.publish(compiled.form))
  const id = valueOf(
    await store.fillings.start({ unitId: UNIT, form, answers: [], progress: { answered: 0, total: 7 } }),
  )
  return { store, id }
}

const valuesOf = async (store: OpenedPersonStore, id: string) =>
  Object.fromEntries(((await store.fillings.get(id))?.answers ?? []).map(({ path, value }) => [path, value]))

const draw = (store: OpenedPersonStore, id: string, at = '/forms/x') =>
  renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store, at })

describe('the title of a form in the frame', () => {
  it('is cut between words where two lines are not enough', () => {
    expect(inTwoLines('Khảo sát bộ phận một cửa')).toBe('Khảo sát bộ phận một cửa')
    const cut = inTwoLines('tự đánh giá '.repeat(10))
    expect(cut).toMatch(/^(tự đánh giá )+tự đánh…$|giá…$|tự…$/)
    expect(Array.from(cut).length).toBeLessThanOrEqual(81)
    expect(inTwoLines('x'.repeat(90))).toHaveLength(81)
  })
})

describe('filling in a form', () => {
  it('begins from the list and stores what is typed, with what depends on it', async () => {
    const store = await aStore()
    valueOf(await store.forms.publish(compiled.form))
    const { user, location } = await renderScreen((screen) => <FormsScreen {...screen} />, { store, at: '/forms' })
    await user.click(await page.findByRole('button', { name: /phieu/ }))
    await waitFor(() => expect(location.history?.at(-1)).toMatch(/^\/forms\/fil/))
    const [filling] = await store.fillings.list([UNIT])
    expect(filling).toMatchObject({ answered: 0, total: 6 })
  })

  it('FIL-5: a text is stored when it is left, and a rule shows the question that depends on it', async () => {
    const { store, id } = await aFilling()
    const { user } = await draw(store, id)
    const people = await page.findByLabelText('Số người')
    expect(page.queryByLabelText('Câu hiện ra')).toBeNull()
    await user.type(people, '20')
    await user.type(page.getByLabelText('Câu hiện ra'), 'có')
    await user.clear(page.getByLabelText('Số người'))
    await user.type(page.getByLabelText('Số người'), '120')
    expect(page.getByText('Dưới 100 người')).toBeVisible()
    await user.tab()
    await waitFor(async () =>
      expect(await valuesOf(store, id)).toMatchObject({ '/chung/tuổi': '120', '/chung/thêm': 'có' }),
    )
    expect(await page.findByText(/Đã lưu trên máy/)).toBeVisible()
    expect((await store.fillings.list([UNIT]))[0]).toMatchObject({ answered: 1 })
  })

  it('keeps a day that no calendar has as it was written, and says so', async () => {
    const { store, id } = await aFilling()
    const { user } = await draw(store, id)
    await user.type(await page.findByLabelText('Ngày lập'), '31/11/2025')
    await user.tab()
    expect(page.getByText(/Lịch không có ngày này/)).toBeVisible()
    await waitFor(async () => expect((await valuesOf(store, id))['/chung/ngày']).toBe('31/11/2025'))
  })

  it('asks for the reason of "not applicable", and paints a long list only as it is searched', async () => {
    const { store, id } = await aFilling()
    const { user } = await draw(store, id, '/forms/x?s=1')
    await user.click(await page.findByRole('radio', { name: /Không áp dụng/ }))
    expect(page.getByText(/chưa có lý do thì câu này chưa được tính/)).toBeVisible()
    await user.type(page.getByLabelText(/Lý do không áp dụng/), 'xã không có')
    await user.click(page.getByRole('button', { name: 'Tìm trong danh sách' }))
    expect(within(page.getByRole('list', { name: 'Xã nào' })).getAllByRole('listitem')).toHaveLength(30)
    await user.type(page.getByRole('searchbox', { name: /không dấu/ }), 'hoa binh')
    await user.click(await page.findByRole('button', { name: /Hoà Bình/ }))
    await waitFor(async () =>
      expect(await valuesOf(store, id)).toMatchObject({ '/chấm/câu': 'na', '/chấm/xã': 'x150' }),
    )
    const answers = (await store.fillings.get(id))?.answers
    await waitFor(async () =>
      expect((await store.fillings.get(id))?.answers.map(({ reason }) => reason)).toContain('xã không có'),
    )
    expect(answers).toBeDefined()
  })

  it('FIL-3: an entry is added, filled, taken out and brought back', async () => {
    const { store, id } = await aFilling()
    const { user } = await draw(store, id, '/forms/x?s=1')
    await user.click(await page.findByRole('button', { name: /Thêm mục: Cán bộ/ }))
    const names = await page.findAllByLabelText('Họ và tên')
    expect(names).toHaveLength(2)
    await user.type(names[1]!, 'Người minh họa')
    await user.tab()
    await user.click(page.getByRole('button', { name: 'Bỏ mục 2' }))
    expect(page.getAllByLabelText('Họ và tên')).toHaveLength(1)
    await user.click(await page.findByRole('button', { name: 'Hoàn tác' }))
    expect((page.getAllByLabelText('Họ và tên')[1] as HTMLInputElement).value).toBe('Người minh họa')
    await waitFor(async () => expect(Object.values(await valuesOf(store, id))).toContain('Người minh họa'))
  })

  it('takes in what a colleague answered, and leaves alone what is being typed', async () => {
    const { store, id } = await aFilling()
    const { user } = await draw(store, id)
    const name = await page.findByLabelText(/Tên cơ quan/)
    await user.type(name, 'đang gõ')
    const progress = { answered: 1, total: 6 }
    await act(async () => {
      valueOf(await store.fillings.save(id, [{ path: '/chung/tuổi', value: '42' }], progress))
    })
    await waitFor(() => expect((page.getByLabelText('Số người') as HTMLInputElement).value).toBe('42'))
    expect((name as HTMLInputElement).value).toBe('đang gõ')
    expect(page.getByLabelText('Câu hiện ra')).toBeVisible()
  })

  it('FIL-17: an answer to the question that is being typed arrives in between: both are kept and shown', async () => {
    const { store, id } = await aFilling()
    const progress = { answered: 1, total: 6 }
    const { lastN } = valueOf(await store.fillings.save(id, [{ path: '/chung/tên', value: 'Ban đầu' }], progress))
    const { user } = await draw(store, id)
    const name = await page.findByLabelText(/Tên cơ quan/)
    await user.type(name, ' thêm')
    const entity = fillingAnswerId(id, '/chung/tên')
    const arrived = { feed: `${UNIT}/self`, kind: 'filling-answer', entity, seen: { a1: lastN } }
    await act(async () => receive(store, { ...arrived, fields: { value: 'Của đồng nghiệp' } }))
    await user.tab()
    await waitFor(async () => {
      const [conflict] = await store.syncCentre.conflicts()
      expect(conflict?.heads.map(({ value }) => value).sort()).toEqual(['Ban đầu thêm', 'Của đồng nghiệp'])
    })
  })

  it('brings back what a killed browser left half typed', async () => {
    const { store, id } = await aFilling()
    valueOf(await store.drafts.put(`filling:${id}`, { '/chung/tên': { value: 'gõ dở' } }))
    await draw(store, id)
    await waitFor(() => expect((page.getByLabelText(/Tên cơ quan/) as HTMLInputElement).value).toBe('gõ dở'))
    await waitFor(async () => expect((await valuesOf(store, id))['/chung/tên']).toBe('gõ dở'))
  })

  it('shows one question alone, with the way on to the next that is asked', async () => {
    const { store, id } = await aFilling()
    const ref = '/chung/tên'
    expect(refOfWord(wordOfRef('/a/r[k1]/b'))).toBe('/a/r[k1]/b')
    const { user, location } = await renderScreen(
      (screen) => <FillingQuestionScreen {...screen} filling={id} path={wordOfRef(ref)} />,
      { store, at: questionPath(id, ref) },
    )
    expect(await page.findByRole('heading', { level: 1, name: 'Tên cơ quan' })).toBeVisible()
    await user.type(page.getByRole('textbox', { name: /Tên cơ quan/ }), 'Xã')
    await user.tab()
    await waitFor(async () => expect((await valuesOf(store, id))[ref]).toBe('Xã'))
    expect(location).toBeDefined()
  })

  it('FIL-4: names what is missing, hands in, and shows what was handed in', async () => {
    const { store, id } = await aFilling()
    const { user } = await renderScreen((screen) => <FillingSubmitScreen {...screen} filling={id} />, { store })
    expect(await page.findByRole('link', { name: /Tên cơ quan/ })).toBeVisible()
    expect(page.getByRole('button', { name: 'Nộp phiếu' })).toBeDisabled()
    await act(async () => {
      valueOf(await store.fillings.save(id, [{ path: '/chung/tên', value: 'Xã' }], { answered: 1, total: 6 }))
    })
    await waitFor(() => expect(page.getByRole('button', { name: 'Nộp phiếu' })).toBeEnabled())
    await user.click(page.getByRole('button', { name: 'Nộp phiếu' }))
    expect(await page.findByText('Phiếu đã nộp')).toBeVisible()
    expect(page.getByText('Tên cơ quan')).toBeVisible()
  })
})
