import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { AuditorScreen } from '#features/audit-planning/auditor-screen.tsx'
import { CalendarScreen } from '#features/audit-planning/calendar-screen.tsx'
import { PlanScreen } from '#features/audit-planning/plan-screen.tsx'
import { PlanningScreen } from '#features/audit-planning/planning-screen.tsx'
import { ProgrammeScreen } from '#features/audit-planning/programme-screen.tsx'
import { SessionScreen } from '#features/audit-planning/session-screen.tsx'
import { NeedsOfPlanning } from '#features/needs-of-planning.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { anIdentity, aStore, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const day = (text: string): LocalDate => text as LocalDate
const since = day('2026-01-01')

type Planned = { store: OpenedPersonStore; plan: string; field: string; a: string; b: string }

/** Two auditors, of whom the first works in Hộ tịch, and a plan with one session that the second audits. */
async function planned(from = day('2026-12-01'), store?: OpenedPersonStore): Promise<Planned> {
  const made = store ?? (await aStore())
  const { auditPlanning } = made
  const nobody = { post: '', account: null, since, until: null }
  const a = valueOf(
    await auditPlanning.saveAuditor(UNIT, null, { ...nobody, name: 'Người Hộ tịch', fields: ['Hộ tịch'] }),
  )
  const b = valueOf(
    await auditPlanning.saveAuditor(UNIT, null, { ...nobody, name: 'Người Đất đai', fields: ['Đất đai'] }),
  )
  const days = { from, to: addDays(from, 1) }
  const plan = valueOf(
    await auditPlanning.startPlan(UNIT, { programme: null, round: 1, leader: a, members: [b], ...days }),
  )
  valueOf(
    await auditPlanning.saveSession({
      id: null,
      unit: UNIT,
      plan,
      type: 'field',
      on: from,
      from: '08:30',
      to: '10:00',
      place: 'Một cửa',
      field: 'Hộ tịch',
      clauses: ['8.5.1'],
      auditors: [b],
      auditee: '',
    }),
  )
  const field = (await auditPlanning.plan(UNIT, plan))?.sessions[0]?.id ?? ''
  return { store: made, plan, field, a, b }
}

const asChairman = () => {
  const identity = anIdentity('a1', 'acc-chairman')
  return aStore({ identity: { ...identity, grants: identity.grants.map((grant) => ({ ...grant, role: 'chairman' })) } })
}

describe('audit planning', () => {
  it('teaches while there is no plan, and begins one with the next number', async () => {
    const { user, location } = await renderScreen((props) => <PlanningScreen {...props} />, { store: await aStore() })
    expect(await screen.findByText('Chưa có kế hoạch đánh giá nào')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /năm 2026/ })).toHaveAttribute(
      'href',
      `/audit-planning/programme/${UNIT}/2026`,
    )
    await user.click(screen.getByRole('button', { name: 'Lập kế hoạch đánh giá' }))
    await waitFor(() => expect(location.history.at(-1)).toMatch(new RegExp(`^/audit-planning/plan/${UNIT}/`)))
  })

  it('AP-1: an auditor without a name is refused at the field, and what was typed stays', async () => {
    const store = await aStore()
    const { user } = await renderScreen((props) => <AuditorScreen {...props} unit={UNIT} id="new" />, { store })
    await user.click(await screen.findByLabelText('Đất đai'))
    await user.click(screen.getByRole('button', { name: 'Lưu đánh giá viên' }))
    expect((await screen.findAllByText(/Chưa ghi họ tên đánh giá viên/))[0]).toBeInTheDocument()
    expect(screen.getByLabelText('Đất đai')).toBeChecked()
    await user.type(screen.getByLabelText('Họ tên'), 'Người Đất đai')
    await user.click(screen.getByRole('button', { name: 'Lưu đánh giá viên' }))
    await waitFor(async () =>
      expect(await store.auditPlanning.auditors([UNIT])).toMatchObject([{ fields: ['Đất đai'] }]),
    )
  })

  it('AP-21: the entry of an auditor names the account they sign in with, by which what is theirs is found', async () => {
    const identity = anIdentity()
    const people = [{ id: 'acc-auditor', displayName: 'Đánh giá viên nội bộ' }]
    const store = await aStore({ identity: { ...identity, people } })
    const { user } = await renderScreen((props) => <AuditorScreen {...props} unit={UNIT} id="new" />, { store })
    await user.type(await screen.findByLabelText('Họ tên'), 'Người Đất đai')
    await user.selectOptions(screen.getByLabelText(/Tài khoản trong phần mềm/), 'Đánh giá viên nội bộ')
    await user.click(screen.getByRole('button', { name: 'Lưu đánh giá viên' }))
    await waitFor(async () =>
      expect(await store.auditPlanning.auditors([UNIT])).toMatchObject([{ account: 'acc-auditor' }]),
    )
  })

  it('AP-19: a plan is neither approved nor sent while somebody in it turns out to audit their own field', async () => {
    const { store, plan, b } = await planned(undefined, await asChairman())
    const { auditPlanning } = store
    const meeting = {
      id: null,
      unit: UNIT,
      plan,
      place: 'Hội trường',
      field: '',
      clauses: [],
      auditors: [b],
      auditee: '',
    }
    const [first, last] = [day('2026-12-01'), day('2026-12-02')]
    valueOf(await auditPlanning.saveSession({ ...meeting, type: 'opening', on: first, from: '08:00', to: '08:30' }))
    valueOf(await auditPlanning.saveSession({ ...meeting, type: 'closing', on: last, from: '16:00', to: '17:00' }))
    const decidedOn = { text: '20/11/2026', date: day('2026-11-20') }
    const words = { decisionNumber: '12/QĐ', decidedOn, purpose: 'Xem', scope: 'Một cửa', edition: '2015' }
    valueOf(await auditPlanning.savePlan(UNIT, plan, words))
    await renderScreen((props) => <PlanScreen {...props} unit={UNIT} id={plan} />, { store })
    expect(await screen.findByRole('button', { name: 'Phê duyệt' })).toBeInTheDocument()
    const own = { name: 'Người Đất đai', post: '', account: null, since, until: null, fields: ['Đất đai', 'Hộ tịch'] }
    valueOf(await auditPlanning.saveAuditor(UNIT, b, own))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Phê duyệt' })).not.toBeInTheDocument())
    expect(screen.getAllByText(/không ai đánh giá lĩnh vực mình phụ trách/).length).toBeGreaterThan(0)
  })

  it('AP-20: a plan that was approved once is not taken away, also after it was changed', async () => {
    const { store, plan } = await planned(undefined, await asChairman())
    const removal = () => screen.queryByRole('button', { name: 'Bỏ kế hoạch này' })
    await renderScreen((props) => <PlanScreen {...props} unit={UNIT} id={plan} />, { store })
    await waitFor(() => expect(removal()).toBeInTheDocument())
    const sha256 = (await store.auditPlanning.plan(UNIT, plan))?.sha256 ?? ''
    const step = { unit: UNIT, of: plan, ofKind: 'audit-plan', sha256, decision: 'approved', note: '' } as const
    valueOf(await store.auditPlanning.decide(step))
    await waitFor(() => expect(removal()).not.toBeInTheDocument())
    valueOf(await store.auditPlanning.savePlan(UNIT, plan, { purpose: 'Đã đổi' }))
    expect(await screen.findByText(/^Nội dung đã thay đổi sau khi phê duyệt/)).toBeInTheDocument()
    expect(removal()).not.toBeInTheDocument()
  })

  it('AP-25: a plan changed after it went out says that those audited may hold the former one', async () => {
    const { store, plan } = await planned(undefined, await asChairman())
    const { auditPlanning } = store
    const approve = async () => {
      const sha256 = (await auditPlanning.plan(UNIT, plan))?.sha256 ?? ''
      const step = { unit: UNIT, of: plan, ofKind: 'audit-plan', sha256, decision: 'approved', note: '' } as const
      valueOf(await auditPlanning.decide(step))
    }
    await approve()
    valueOf(await auditPlanning.savePlan(UNIT, plan, { sentOn: TODAY }))
    await renderScreen((props) => <PlanScreen {...props} unit={UNIT} id={plan} />, { store })
    const told = 'Kế hoạch đã đổi so với bản được phê duyệt lúc gửi'
    expect(await screen.findByText(/^Đã gửi 21\/11\/2026/)).toBeInTheDocument()
    expect(screen.queryByText(told)).not.toBeInTheDocument()
    valueOf(await auditPlanning.savePlan(UNIT, plan, { scope: 'khác' }))
    expect(await screen.findByText(told)).toBeInTheDocument()
  })

  it('AP-26: a plan whose days passed without an audit says so in the list and on its page', async () => {
    const { store, plan } = await planned(day('2026-11-10'))
    const listed = await renderScreen((props) => <PlanningScreen {...props} />, { store })
    expect(await screen.findByRole('link', { name: /lần 1 năm 2026.*Quá ngày, chưa đánh giá/ })).toBeInTheDocument()
    listed.unmount()
    await renderScreen((props) => <PlanScreen {...props} unit={UNIT} id={plan} />, { store })
    expect(await screen.findByText(/Thời gian của kế hoạch đã qua/)).toBeInTheDocument()
  })

  it('AP-24: whoever changed post cannot be chosen for the field they had until then, and the row says why', async () => {
    const { store, plan, field } = await planned()
    const person = { name: 'Người mới chuyển', post: '', account: 'acc-moved' }
    const entries = [
      { ...person, fields: ['Hộ tịch'], since, until: day('2026-09-30') },
      { ...person, fields: ['Môi trường'], since: day('2026-10-01'), until: null },
    ]
    for (const entry of entries) valueOf(await store.auditPlanning.saveAuditor(UNIT, null, entry))
    await renderScreen((props) => <SessionScreen {...props} unit={UNIT} id={plan} session={field} />, { store })
    expect(
      await screen.findByRole('checkbox', { name: /Người mới chuyển.*còn phụ trách Hộ tịch trong 12 tháng/ }),
    ).toBeDisabled()
  })

  it('AP-3, AP-4: a field is added, its months are switched, and what is missing is named', async () => {
    const store = await asChairman()
    const { user } = await renderScreen((props) => <ProgrammeScreen {...props} unit={UNIT} year="2026" />, { store })
    await user.selectOptions(await screen.findByLabelText('Thêm lĩnh vực, bộ phận'), 'Đất đai')
    await user.click(screen.getByRole('button', { name: 'Thêm vào chương trình' }))
    const march = await screen.findByRole('button', { name: 'Đất đai, tháng 3' })
    await user.click(march)
    await waitFor(() => expect(march).toHaveAttribute('aria-pressed', 'true'))
    expect((await store.auditPlanning.programme(UNIT, 2026)).slots).toMatchObject([{ months: [3] }])
    expect(screen.getByText(/mục tiêu, phạm vi, tần suất/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Phê duyệt' })).not.toBeInTheDocument()
  })

  it('AP-8, AP-12: the plan says until when it goes out, and shows who audits what', async () => {
    const { store, plan } = await planned()
    await renderScreen((props) => <PlanScreen {...props} unit={UNIT} id={plan} />, { store })
    expect(await screen.findByText('Chưa gửi, gửi chậm nhất 26/11/2026')).toBeInTheDocument()
    // On the screen and on the paper.
    const [evidence] = screen.getAllByRole('table', { name: 'Bằng chứng về tính độc lập' })
    expect(
      within(evidence as HTMLElement).getByRole('row', { name: /Người Đất đai.*Hộ tịch.*Độc lập/ }),
    ).toBeInTheDocument()
    expect(screen.getByText(/Đánh giá viên nội bộ bắt đầu cuộc đánh giá/)).toBeInTheDocument()
  })

  it('begins the audit from its plan, for whoever audits', async () => {
    const identity = anIdentity()
    const grants = identity.grants.flatMap((grant) => [grant, { ...grant, role: 'internal-auditor' as const }])
    const { store, plan } = await planned(undefined, await aStore({ identity: { ...identity, grants } }))
    await renderScreen((props) => <PlanScreen {...props} unit={UNIT} id={plan} />, { store })
    expect(await screen.findByRole('link', { name: 'Bắt đầu cuộc đánh giá' })).toHaveAttribute(
      'href',
      `/internal-audit/new?plan=${plan}`,
    )
  })

  it('AP-11, AP-15: who is in charge of the field cannot be chosen, and the row says why', async () => {
    const { store, plan, field } = await planned()
    await renderScreen((props) => <SessionScreen {...props} unit={UNIT} id={plan} session={field} />, { store })
    expect(await screen.findByRole('checkbox', { name: /Người Hộ tịch.*đang phụ trách Hộ tịch/ })).toBeDisabled()
    expect(screen.getByRole('checkbox', { name: /Người Đất đai.*Chưa từng đánh giá lĩnh vực này/ })).toBeChecked()
  })

  it('AP-11: a field that becomes somebody’s own is refused on saving, with the name', async () => {
    const { store, plan, field } = await planned()
    const { user } = await renderScreen((props) => <SessionScreen {...props} unit={UNIT} id={plan} session={field} />, {
      store,
    })
    await user.selectOptions(await screen.findByLabelText('Lĩnh vực được đánh giá'), 'Đất đai')
    await user.click(screen.getByRole('button', { name: 'Lưu phiên' }))
    expect(
      await screen.findByText(
        /Người Đất đai đang phụ trách, hoặc trong 12 tháng trước còn phụ trách, lĩnh vực Đất đai nên không được tự đánh giá/,
      ),
    ).toBeInTheDocument()
    expect((await store.auditPlanning.plan(UNIT, plan))?.sessions).toMatchObject([{ field: 'Hộ tịch' }])
  })

  it('AP-16: the calendar moves a session by keyboard, and refuses a day outside the plan with the reason', async () => {
    const { store, plan } = await planned()
    await renderScreen((props) => <CalendarScreen {...props} />, { store })
    const handle = () => screen.getByRole('button', { name: /chuyển Hộ tịch/ })
    const press = (key: string) => fireEvent.keyDown(handle(), { key })
    expect(await screen.findByRole('button', { name: /chuyển Hộ tịch/ })).toHaveAttribute('aria-pressed', 'false')
    press('Enter')
    press('ArrowRight')
    expect(await screen.findByText('Thứ Tư, 02/12/2026: đặt được.')).toBeInTheDocument()
    press('ArrowRight')
    expect(await screen.findByText(/03\/12\/2026\. Ngày này nằm ngoài thời gian của kế hoạch/)).toBeInTheDocument()
    press('ArrowLeft')
    expect(handle()).toHaveFocus()
    press('Enter')
    expect(await screen.findByText(/Đã chuyển đến Thứ Tư, 02\/12\/2026/)).toBeInTheDocument()
    expect((await store.auditPlanning.plan(UNIT, plan))?.sessions).toMatchObject([{ on: '2026-12-02' }])
  })

  it('AP-13, AP-16: by drag and by keyboard alike nobody is put where they are booked already; a free day is taken', async () => {
    const { store, plan, field, b } = await planned()
    const booked = { unit: UNIT, plan, type: 'field', place: '', clauses: [], auditors: [b], auditee: '' } as const
    const there = { id: null, on: day('2026-12-02'), from: '09:00', to: '11:00', field: 'Môi trường' }
    valueOf(await store.auditPlanning.saveSession({ ...booked, ...there }))
    await renderScreen((props) => <CalendarScreen {...props} />, { store })
    const handle = () => screen.getByRole('button', { name: /chuyển Hộ tịch/ })
    const dayOf = async () => (await store.auditPlanning.plan(UNIT, plan))?.sessions.find(({ id }) => id === field)?.on
    const cellOf = (on: string) => document.querySelector(`[data-unit="${UNIT}"][data-day="${on}"]`)
    const dragTo = (on: string) => {
      fireEvent.pointerDown(handle(), { button: 0, clientX: 0, clientY: 0 })
      fireEvent.pointerMove(window, { clientX: 30, clientY: 0 })
      document.elementFromPoint = () => cellOf(on)
      fireEvent.pointerMove(window, { clientX: 60, clientY: 0 })
      fireEvent.pointerUp(window, { clientX: 60, clientY: 0 })
    }
    await screen.findByRole('button', { name: /chuyển Hộ tịch/ })
    dragTo('2026-12-02')
    expect(await screen.findAllByText(/Người Đất đai đã có phiên khác từ 09:00 đến 11:00/)).not.toHaveLength(0)
    expect(await dayOf()).toBe('2026-12-01')
    for (const key of ['Enter', 'ArrowRight', 'Enter']) fireEvent.keyDown(handle(), { key })
    await waitFor(() => expect(handle()).toHaveAttribute('aria-pressed', 'false'))
    expect(await dayOf()).toBe('2026-12-01')
    const other = (await store.auditPlanning.plan(UNIT, plan))?.sessions.find(({ id }) => id !== field)
    valueOf(await store.auditPlanning.removeSession(UNIT, other?.id ?? ''))
    await waitFor(() => expect(screen.queryByRole('button', { name: /chuyển Môi trường/ })).not.toBeInTheDocument())
    dragTo('2026-12-02')
    await waitFor(async () => expect(await dayOf()).toBe('2026-12-02'))
  })

  it('AP-17, AP-18: the chairman approves what stands there, and a change afterwards shows', async () => {
    const { store, plan } = await planned(day('2026-12-01'), await asChairman())
    const { auditPlanning } = store
    const sessions = (await auditPlanning.plan(UNIT, plan))?.sessions ?? []
    const [first] = sessions
    if (first === undefined) throw new Error('no session')
    valueOf(await auditPlanning.saveSession({ ...first, id: null, type: 'opening', from: '08:00', to: '08:30' }))
    valueOf(await auditPlanning.saveSession({ ...first, id: null, type: 'closing', from: '16:00', to: '17:00' }))
    const texts = { decisionNumber: '1/QĐ', purpose: 'p', scope: 's', edition: '2015' }
    valueOf(
      await auditPlanning.savePlan(UNIT, plan, {
        ...texts,
        decidedOn: { text: '20/11/2026', date: day('2026-11-20') },
      }),
    )
    const { user } = await renderScreen((props) => <PlanScreen {...props} unit={UNIT} id={plan} />, { store })
    await user.click(await screen.findByRole('button', { name: 'Phê duyệt' }))
    await user.click(
      within(screen.getByRole('dialog', { name: 'Phê duyệt nội dung này?' })).getByRole('button', {
        name: 'Phê duyệt',
      }),
    )
    expect(await screen.findByText('Đã phê duyệt')).toBeInTheDocument()
    valueOf(await auditPlanning.savePlan(UNIT, plan, { scope: 'khác' }))
    expect(await screen.findByText('Phê duyệt không còn khớp')).toBeInTheDocument()
    expect(screen.getByText('Không còn khớp')).toBeInTheDocument()
  })

  it('AP-26: today names a plan whose days passed without an audit, for a quarter of a year', async () => {
    const { store } = await planned(addDays(TODAY, -9))
    await planned(addDays(TODAY, -120), store)
    await renderScreen((props) => <NeedsOfPlanning screen={props} />, { store })
    expect(
      await screen.findByRole('link', { name: /Kế hoạch đánh giá đến 13\/11\/2026 mà chưa mở cuộc đánh giá/ }),
    ).toBeInTheDocument()
    expect(screen.getAllByRole('link', { name: /chưa mở cuộc đánh giá/ })).toHaveLength(1)
  })

  it('AP-8: today names the plan that has to go out', async () => {
    const { store } = await planned(addDays(TODAY, 6))
    await renderScreen((props) => <NeedsOfPlanning screen={props} />, { store })
    expect(
      await screen.findByRole('link', { name: /Gửi kế hoạch của đợt đánh giá bắt đầu 27\/11\/2026.*Cần gửi/ }),
    ).toBeInTheDocument()
  })
})
