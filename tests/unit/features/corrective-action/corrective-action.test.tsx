// The corrective action request on the screen, from the button at a finding to the printed sheet.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { NewMove } from '#data/contract/corrective-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Role } from '#domain/access/role.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { CorrectiveActionsScreen } from '#features/corrective-action/corrective-actions-screen.tsx'
import { CorrectiveScreen } from '#features/corrective-action/corrective-screen.tsx'
import { MoveScreen } from '#features/corrective-action/move-screen.tsx'
import { NewCorrectiveScreen } from '#features/corrective-action/new-corrective-screen.tsx'
import { SheetScreen } from '#features/corrective-action/sheet-screen.tsx'
import { NeedsOfCorrective } from '#features/needs-of-corrective.tsx'
import { OpenCorrectiveAction } from '#features/open-corrective-action.tsx'
import { aCorrectiveRequest as request } from '#support/corrective-request.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { anIdentity, aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

const analysis: NewMove = {
  name: 'submit-analysis',
  whys: ['Vì không ai được giao thu hồi'],
  correction: 'Đã thu hồi hai bản',
  action: 'Giao văn thư thu hồi khi ban hành',
  responsible: 'Văn thư',
  dueOn: writtenDate('10/12/2026'),
}

async function storeAs(role: Role = 'iso-secretary'): Promise<OpenedPersonStore> {
  const identity = anIdentity()
  return aStore({ identity: { ...identity, grants: identity.grants.map((grant) => ({ ...grant, role })) } })
}

async function requestAt(store: OpenedPersonStore, ...moves: readonly NewMove[]): Promise<string> {
  const id = valueOf(await store.corrective.open(request))
  for (const move of moves) valueOf(await store.corrective.move(UNIT, id, move))
  return id
}

const started: NewMove = { name: 'start-analysis' }
const done: NewMove = { name: 'report-done', words: 'Đã làm' }

describe('a request from a finding', () => {
  it('begins with what the finding said, asks for what is missing beside its field, and is issued with a number', async () => {
    const store = await storeAs()
    const { user, location, unmount } = await renderScreen(
      (props) => <OpenCorrectiveAction screen={props} request={{ ...request, requirement: '' }} />,
      { store },
    )
    await user.click(await screen.findByRole('button', { name: 'Lập phiếu khắc phục' }))
    await waitFor(() => expect(location.history.at(-1)).toBe(`/corrective-actions/new?unit=${UNIT}&of=fnd-1`))
    unmount()
    const form = await renderScreen((props) => <NewCorrectiveScreen {...props} />, {
      store,
      at: `/corrective-actions/new?unit=${UNIT}&of=fnd-1`,
    })
    expect(await screen.findByDisplayValue(request.description)).toBeInTheDocument()
    expect(screen.getByDisplayValue('21/12/2026')).toBeInTheDocument()
    await form.user.click(screen.getByRole('button', { name: 'Lập phiếu' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa ghi yêu cầu bị vi phạm')
    await form.user.type(screen.getByLabelText(/Yêu cầu bị vi phạm/), 'Quy trình 02')
    await form.user.click(screen.getByRole('button', { name: 'Lập phiếu' }))
    await waitFor(async () => expect(await store.corrective.list([UNIT])).toHaveLength(1))
    const [made] = await store.corrective.openedFrom(UNIT, 'fnd-1')
    expect(made).toMatchObject({
      number: 'PKP/06001/2026/a1-001',
      requirement: 'Quy trình 02',
      source: 'internal-audit',
    })
  })

  it('CA-16: where there is one, the button leads to it', async () => {
    const store = await storeAs()
    await requestAt(store)
    await renderScreen((props) => <OpenCorrectiveAction screen={props} request={request} />, { store })
    expect(await screen.findByRole('link', { name: /Mở phiếu/ })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Lập phiếu khắc phục' })).toBeNull()
  })
})

describe('one request', () => {
  const open = (store: OpenedPersonStore, id: string) =>
    renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={id} />, { store })

  it('tells what is due, whose turn it is, and every step with its words', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started, analysis)
    await open(store, id)
    expect(await screen.findByText('Việc tiếp theo: Chủ tịch hoặc Phó Chủ tịch phê duyệt.')).toBeInTheDocument()
    expect(screen.getAllByText('Đã thu hồi hai bản')).not.toHaveLength(0)
    expect(screen.getByText('Giao văn thư thu hồi khi ban hành')).toBeInTheDocument()
    expect(screen.getAllByText(/Còn 19 ngày, hạn 10\/12\/2026/)).not.toHaveLength(0)
    expect(screen.queryByRole('link', { name: 'Phê duyệt' })).toBeNull()
  })

  it('CA-8: who reported the work is told that somebody else verifies', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started, analysis, { name: 'approve' }, done)
    await open(store, id)
    expect(await screen.findByText(/người khác sẽ xác minh/)).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Xác minh đạt, đóng phiếu' })).toBeNull()
  })

  it('CA-8: and stays told so after somebody else reported since', async () => {
    const store = await storeAs()
    const of = await requestAt(store, started, analysis, { name: 'approve' }, done)
    const fields = { of, on: '2026-11-21', words: 'x', dueOn: { text: '15/12/2026', date: '2026-12-15' } }
    for (const [i, name] of ['reject', 'report-done'].entries()) {
      const at = NOW + (i + 1) * 60_000
      await receive(store, {
        feed: `${UNIT}/pub`,
        kind: 'corrective-move',
        entity: name,
        fields: { ...fields, name },
        at,
      })
    }
    await open(store, of)
    expect(await screen.findByText(/người khác sẽ xác minh/)).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Xác minh đạt, đóng phiếu' })).toBeNull()
  })

  it('CA-11: a move that does not count stands among the steps, with its reason', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started, analysis)
    const fields = { of: id, name: 'report-done', on: '2026-11-21', words: 'Làm trước khi duyệt' }
    await receive(store, { feed: `${UNIT}/pub`, kind: 'corrective-move', entity: 'm', fields, at: NOW + 60_000 })
    await open(store, id)
    expect(await screen.findByText('Không được tính')).toBeInTheDocument()
    expect(screen.getByText(/Phiếu đã sang bước khác/)).toBeInTheDocument()
  })
})

const keptAside = (store: OpenedPersonStore, of: string, move: string, more: object = {}) => {
  const fields = {
    unit: UNIT,
    of,
    move,
    name: 'return-analysis',
    by: 'acc-other',
    on: '2026-11-20',
    reason: 'corrective.moved-meanwhile',
    at: NOW,
    outcome: null,
    ...more,
  }
  return receive(store, { feed: `${UNIT}/pub`, kind: 'kept-aside', entity: `kad.${move}`, fields, at: NOW + 60_000 })
}

describe('a move that was kept aside', () => {
  const toldOnToday = async (store: OpenedPersonStore): Promise<readonly (string | null)[]> => {
    const { unmount } = await renderScreen((props) => <NeedsOfCorrective screen={props} />, { store })
    const links = await screen.findAllByRole('link', { name: /Trả lại phân tích.*đến sau, được giữ riêng/ })
    const hrefs = links.map((link) => link.getAttribute('href'))
    unmount()
    return hrefs
  }
  const path = (id: string): string => `/corrective-actions/${UNIT}/${id}`

  it('CA-24, CA-25: is told on Today until the request was looked at, and stands in its course in plain words', async () => {
    const store = await storeAs('internal-auditor')
    const [id, other] = [await requestAt(store, started), await requestAt(store, started)]
    await keptAside(store, id, 'late')
    expect(await toldOnToday(store)).toEqual([path(id)])
    const page = await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={id} />, { store })
    expect(await screen.findByText(/ngày 20\/11\/2026 đến sau, được giữ riêng vì đã có bước khác/)).toHaveTextContent(
      'Bước đang tính là “Nhận phiếu, bắt đầu phân tích”',
    )
    await waitFor(async () => expect(await store.drafts.get(`corrective:told:${UNIT}:${id}`)).toEqual(['late']))
    page.unmount()
    await keptAside(store, other, 'later')
    expect(await toldOnToday(store)).toEqual([path(other)])
  })

  it('CA-25: tells its author nothing twice, and nobody once it was decided', async () => {
    const store = await storeAs()
    const [own, decided, open] = [await requestAt(store), await requestAt(store), await requestAt(store)]
    await keptAside(store, own, 'mine', { by: store.identity.account.id })
    await keptAside(store, decided, 'decided', { outcome: 'rejected' })
    await keptAside(store, open, 'open')
    expect(await toldOnToday(store)).toEqual([path(open)])
    await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={decided} />, { store })
    expect(await screen.findByText(/quyết định không đưa bước này vào/)).toBeInTheDocument()
  })
})

describe('a doubled request', () => {
  it('CA-21, CA-23: is ended by choosing the one that goes on, and both lead to each other', async () => {
    const store = await storeAs()
    const [id, other] = [await requestAt(store), await requestAt(store)]
    const { user, unmount } = await renderScreen(
      (props) => <MoveScreen {...props} unit={UNIT} id={id} move="end-double" />,
      { store },
    )
    await user.click(await screen.findByRole('button', { name: 'Kết thúc vì trùng' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa chọn phiếu làm tiếp')
    await user.click(await screen.findByRole('radio', { name: /a1-002/ }))
    await user.type(screen.getByLabelText(/Lý do kết thúc vì trùng/), 'Hai người lập cùng một việc')
    await user.click(screen.getByRole('button', { name: 'Kết thúc vì trùng' }))
    await waitFor(async () => expect((await store.corrective.get(UNIT, id))?.course.next).toBe(other))
    unmount()
    const ended = await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={id} />, { store })
    expect(await screen.findByRole('link', { name: /Làm tiếp ở phiếu .*a1-002/ })).toBeInTheDocument()
    ended.unmount()
    const on = await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={other} />, { store })
    expect(await screen.findByRole('link', { name: /Phiếu trùng đã kết thúc: .*a1-001/ })).toBeInTheDocument()
    on.unmount()
    await renderScreen((props) => <SheetScreen {...props} unit={UNIT} id={id} />, { store })
    expect(await screen.findByText(/kết thúc vì trùng, làm tiếp ở phiếu .*a1-002/)).toBeInTheDocument()
  })

  it('CA-26: is not offered where nothing stands to end in, and one sentence says why; with another it is', async () => {
    const store = await storeAs()
    const id = await requestAt(store)
    const why = /Không kết thúc vì trùng được: xã chưa có phiếu nào khác/
    const page = await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={id} />, { store })
    expect(await screen.findByText(why)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Kết thúc vì trùng' })).toBeNull()
    page.unmount()
    const step = await renderScreen((props) => <MoveScreen {...props} unit={UNIT} id={id} move="end-double" />, {
      store,
    })
    expect(await screen.findByText(why)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Kết thúc vì trùng' })).toBeNull()
    await requestAt(store)
    expect(await screen.findByRole('button', { name: 'Kết thúc vì trùng' })).toBeVisible()
    step.unmount()
    await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={id} />, { store })
    expect(await screen.findByRole('link', { name: 'Kết thúc vì trùng' })).toBeVisible()
    expect(screen.queryByText(why)).toBeNull()
  })
})

describe('a move', () => {
  const at = (store: OpenedPersonStore, id: string, move: string) =>
    renderScreen((props) => <MoveScreen {...props} unit={UNIT} id={id} move={move} />, { store })

  it('CA-4, CA-5: an analysis without a cause and with a day that has gone is asked for again, and what was typed stays', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started)
    const { user } = await at(store, id, 'submit-analysis')
    await user.type(await screen.findByLabelText(/Hành động khắc phục/), 'Giao người thu hồi')
    const day = screen.getByLabelText(/Hạn hoàn thành/)
    await user.clear(day)
    await user.type(day, '01/11/2026')
    await user.click(screen.getByRole('button', { name: 'Trình phân tích và biện pháp' }))
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Chưa ghi nguyên nhân')
    expect(summary).toHaveTextContent('Hạn không được trước ngày ghi')
    expect(screen.getByDisplayValue('Giao người thu hồi')).toBeInTheDocument()
    await user.type(screen.getByLabelText(/Vì sao\? \(lần 1\)/), 'Không ai được giao')
    await user.clear(day)
    await user.type(day, '10/12/2026')
    await user.click(screen.getByRole('button', { name: 'Trình phân tích và biện pháp' }))
    await waitFor(async () => expect((await store.corrective.get(UNIT, id))?.course.state).toBe('awaiting-approval'))
  })

  it('CA-27: a day past the one of the grade asks for a reason in its own field, which whoever approves reads', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started)
    const form = await at(store, id, 'submit-analysis')
    const { user } = form
    await user.type(await screen.findByLabelText(/Hành động khắc phục/), 'Giao người thu hồi')
    await user.type(screen.getByLabelText(/Vì sao\? \(lần 1\)/), 'Không ai được giao')
    expect(screen.queryByLabelText(/Lý do hạn muộn/)).toBeNull()
    const day = screen.getByLabelText(/Hạn hoàn thành/)
    await user.clear(day)
    await user.type(day, '22/12/2026')
    await user.click(screen.getByRole('button', { name: 'Trình phân tích và biện pháp' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Hãy ghi lý do để người phê duyệt xem')
    await user.type(screen.getByLabelText(/Lý do hạn muộn/), 'Chờ kỳ họp tháng 12')
    await user.click(screen.getByRole('button', { name: 'Trình phân tích và biện pháp' }))
    await waitFor(async () => expect((await store.corrective.get(UNIT, id))?.course.state).toBe('awaiting-approval'))
    form.unmount()
    await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={id} />, { store })
    expect(await screen.findByText('Chờ kỳ họp tháng 12')).toBeVisible()
    expect(screen.getByText(/sau ngày 21\/12\/2026 mà mức độ hoặc phiếu cho phép; lý do/)).toBeVisible()
  })

  it('keeps its draft through a kill', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started, analysis, { name: 'approve' })
    const first = await at(store, id, 'report-done')
    await first.user.type(await screen.findByLabelText(/Việc đã làm/), 'Đã thu hồi')
    first.unmount()
    await at(store, id, 'report-done')
    expect(await screen.findByDisplayValue('Đã thu hồi')).toBeInTheDocument()
  })

  it('CA-17: without effect, a new request goes on', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started, analysis, { name: 'approve' })
    const fields = { of: id, name: 'report-done', on: '2026-11-21', words: 'Đã làm' }
    await receive(store, { feed: `${UNIT}/pub`, kind: 'corrective-move', entity: 'm', fields, at: NOW + 60_000 })
    const { user } = await at(store, id, 'carry-over')
    await user.type(await screen.findByLabelText(/Lý do chuyển tiếp/), 'Chờ kinh phí')
    await user.click(screen.getByRole('button', { name: 'Chuyển tiếp sang phiếu mới' }))
    await waitFor(async () => expect(await store.corrective.list([UNIT])).toHaveLength(2))
    expect((await store.corrective.get(UNIT, id))?.course.state).toBe('carried-over')
  })

  it('ACC-20: one that belongs to another role, or to another step, is not drawn', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started, analysis)
    await at(store, id, 'approve')
    expect(await screen.findByText('Bước này hiện không ghi được')).toBeInTheDocument()
  })
})

describe('all requests', () => {
  it('CA-18: can be narrowed to what is late, and say so on Today to whoever follows', async () => {
    const store = await storeAs('area-monitor')
    await requestAt(store)
    const late = {
      ...request,
      number: 'PKP/1',
      issuedOn: '2026-10-01',
      dueOn: { text: '31/10/2026', date: '2026-10-31' },
    }
    await receive(store, { feed: `${UNIT}/pub`, kind: 'corrective-action', entity: 'late', fields: late })
    const { user, unmount } = await renderScreen((props) => <CorrectiveActionsScreen {...props} />, { store })
    expect(await screen.findByText('2 trên 2 phiếu')).toBeInTheDocument()
    await user.selectOptions(screen.getByLabelText('Hiện'), 'late')
    expect(await screen.findByText('1 trên 2 phiếu')).toBeInTheDocument()
    unmount()
    await renderScreen((props) => <NeedsOfCorrective screen={props} />, { store })
    const needs = await screen.findByRole('region', { name: 'Hành động khắc phục đến việc' })
    expect(within(needs).getAllByRole('link')).toHaveLength(1)
    expect(needs).toHaveTextContent('Quá hạn 21 ngày')
  })
})

describe('the printed sheet', () => {
  it('has the four parts, and printing is noted', async () => {
    const store = await storeAs()
    const id = await requestAt(store, started, analysis)
    const print = vi.fn()
    const { user } = await renderScreen((props) => <SheetScreen {...props} unit={UNIT} id={id} />, {
      store,
      platform: { print },
    })
    const sheet = await screen.findByRole('article')
    expect(within(sheet).getAllByRole('heading', { level: 3 })).toHaveLength(4)
    expect(sheet).toHaveTextContent('PKP/06001/2026/a1-001')
    expect(sheet).toHaveTextContent('Vì không ai được giao thu hồi')
    await user.click(screen.getByRole('button', { name: 'In' }))
    await waitFor(() => expect(print).toHaveBeenCalledOnce())
    const kinds = (await store.syncCentre.unsentOps())
      .filter(({ k }) => k === 'activity')
      .map(({ f }) => f['action']?.[0])
    expect(kinds).toContain('export')
  })
})
