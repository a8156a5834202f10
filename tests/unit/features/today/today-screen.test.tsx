import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AdminOverview } from '#data/contract/administration-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Role } from '#domain/access/role.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { TodayScreen } from '#features/today/today-screen.tsx'
import { anAdministration } from '#support/administration.ts'
import { renderScreen, type RenderScreenOptions } from '#support/render-screen.tsx'
import { receive, receivePlan } from '#support/store/receive.ts'
import { anIdentity, aPlan, aStore, OTHER_UNIT, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const identityOf = (role: Role, scope: string): StoredIdentity => {
  const identity = anIdentity()
  return { ...identity, grants: identity.grants.map((grant) => ({ ...grant, role, scope })) }
}

const storeOf = async (role: Role = 'iso-secretary', scope = UNIT): Promise<OpenedPersonStore> => {
  const store = await aStore({ identity: identityOf(role, scope) })
  await receivePlan(store, aPlan())
  return store
}

const show = (store: OpenedPersonStore, options: Partial<RenderScreenOptions> = {}) =>
  renderScreen((props) => <TodayScreen {...props} />, { store, ...options })

const tasks = async () => within(await screen.findByRole('list', { name: 'Việc cần làm' })).getAllByRole('link')

const declare = async (store: OpenedPersonStore, unitId: string, stage: string): Promise<void> => {
  const deliverables = (stageByCode(stage)?.deliverables ?? []).map(({ id }) => ({
    deliverable: id,
    evidenceId: null,
    attestation: 'Bản giấy ở tủ số 2',
  }))
  valueOf(await store.pilot.declare({ unitId, stage, on: TODAY, note: '', deliverables }))
}

describe('the first screen of a commune', () => {
  it('says what is late, whose it is and where to go, and what day it is', async () => {
    await show(await storeOf())
    const [late, begin] = await tasks()
    expect(late).toHaveTextContent(/G0 Khởi động Trễ \d+ ngày · Lãnh đạo xã hoặc Thư ký ISO · hạn \d\d\/\d\d\/2026 Mở/)
    expect(late).toHaveAttribute('href', '/progress/G0')
    expect(begin).toHaveTextContent('Bắt đầu tự đánh giá Thư ký ISO Bắt đầu')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Việc cần làm')
    expect(screen.getByText('Thứ Bảy, 21/11/2026')).toBeInTheDocument()
  })

  it('leads straight to the next unanswered question once there is time to look for it', async () => {
    const store = await storeOf()
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
    await show(store)
    const task = (await tasks())[1]
    expect(task).toHaveTextContent('Tự đánh giá lần 1/2026: còn 51 trong 52 câu')
    expect(task).toHaveTextContent('Làm tiếp')
    await waitFor(() => expect(task).toHaveAttribute('href', `/self-assessment/${id}/q/Q4.2`))
  })

  it('lives: an answer written elsewhere in the app changes the line', async () => {
    const store = await storeOf()
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    await show(store)
    expect((await tasks())[1]).toHaveTextContent('còn 52 trong 52 câu')
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
    expect(await screen.findByText(/còn 51 trong 52 câu/)).toBeInTheDocument()
  })

  it('shows what goes well and where the pilot model stands', async () => {
    const store = await storeOf()
    await declare(store, UNIT, 'G0')
    await show(store)
    const good = await screen.findByRole('list', { name: 'Đang tốt' })
    expect(good).toHaveTextContent('G0 Khởi động Xã báo xong ngày 21/11/2026, chờ người theo dõi xác nhận Xem')
    expect(screen.getByText('Đang ở: G1 Khảo sát, đánh giá thực trạng')).toBeInTheDocument()
    expect(screen.getByText('Tiếp theo: G2 Tập huấn nhận thức')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: 'G0 Khởi động: xã báo xong, chờ xác nhận' })).toBeInTheDocument()
    expect(screen.getByText(/^Theo thời lượng của kế hoạch: công bố /)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Xem tiến độ' })).toHaveAttribute('href', '/progress')
  })

  it('PIL-14: says openly that the trial does not fit into a short plan', async () => {
    const store = await aStore()
    const plan = aPlan()
    await receivePlan(store, { ...plan, end: plan.date })
    await show(store)
    expect(
      await screen.findByText(/Thời gian thí điểm 03 tháng không vừa kế hoạch; thiếu ít nhất \d+ ngày/),
    ).toBeInTheDocument()
  })

  it('teaches what will stand here while the commune is in no plan and nothing waits', async () => {
    await show(await aStore({ identity: identityOf('professional-officer', UNIT) }))
    expect(await screen.findByText(/Xã chưa thuộc kế hoạch mô hình điểm nào/)).toBeInTheDocument()
  })

  it('asks about a place two people wrote differently', async () => {
    const store = await storeOf()
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
    const entity = `ans.${id}.Q4.1`
    await receive(store, {
      feed: `${UNIT}/self`,
      kind: 'answer',
      entity,
      fields: { assessment: id, question: 'Q4.1', score: 1 },
    })
    await show(store)
    const row = await screen.findByRole('link', { name: /1 chỗ hai người ghi khác nhau/ })
    expect(row).toHaveAttribute('href', '/sync/conflicts')
  })

  it.each(['vi', 'en'] as const)('is clean in %s', async (language) => {
    const { container } = await show(await storeOf(), { language })
    await screen.findByText(/G0/, { selector: '[class*=title]' })
    await expectAxeClean(container)
  })
})

describe('the first screen of a monitor', () => {
  it('names the communes that need a hand, with why and one button', async () => {
    const store = await storeOf('area-monitor', 'area-180')
    await declare(store, UNIT, 'G0')
    const { container } = await show(store)
    const [latest, waiting] = await tasks()
    expect(waiting).toHaveTextContent(/xã số 1 Trễ \d+ ngày · G0 Khởi động chờ xác nhận · chưa thăm lần nào Xác nhận/)
    expect(waiting).toHaveAttribute('href', `/communes/${UNIT}/stage/G0`)
    expect(latest).toHaveAttribute('href', `/communes/${OTHER_UNIT}`)
    expect(screen.getByRole('link', { name: /Xã đang trễ 2/ })).toHaveAttribute('href', '/communes?state=late')
    await expectAxeClean(container)
  })

  it('says so before any figures arrived', async () => {
    await show(await aStore({ identity: identityOf('area-monitor', 'area-180') }))
    expect(await screen.findByText('Chưa có số liệu của xã nào trên máy')).toBeInTheDocument()
  })
})

describe('the first screen of the province', () => {
  it('PIL-15: sets what is reached against the target, and rolls the areas up', async () => {
    const { container } = await show(await storeOf('provincial-department', 'p20'))
    expect(await screen.findByText('Mục tiêu: ít nhất 46 trong 65 đơn vị, trước', { exact: false })).toBeInTheDocument()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Tổng quan')
    const line = screen.getByRole('link', { name: 'địa bàn số 1' }).closest('tr')
    expect(
      within(line!)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2', '0%', '2', '0'])
    expect(screen.getByRole('link', { name: 'Báo cáo tiến độ' })).toHaveAttribute('href', '/reports')
    await expectAxeClean(container)
  })
})

const anOverview = (quarantined: number): AdminOverview => ({
  nowMs: 0,
  accounts: [],
  devices: [],
  quarantine: [],
  facts: {
    engine: 'SQLite',
    ops: 0,
    feeds: 0,
    entities: 0,
    openConflicts: 0,
    quarantined,
    blobs: 0,
    lastBackup: { ops: 0, atMs: Date.UTC(2026, 10, 20) },
  },
})

describe('the first screen of an administrator', () => {
  const adminStore = () => aStore({ identity: identityOf('administrator', 'p20') })

  it('counts what waits for a decision', async () => {
    const { administration } = anAdministration({}, anOverview(3))
    const { container } = await show(await adminStore(), { platform: { administration: async () => administration } })
    expect(await screen.findByRole('link', { name: /3 thay đổi máy chủ đang giữ lại/ })).toHaveAttribute(
      'href',
      '/more/admin',
    )
    await expectAxeClean(container)
  })

  it('says without a network that it cannot know, and asks again on request', async () => {
    const answers = [err({ code: 'network.offline' } as const), ok(anOverview(0))]
    const { administration } = anAdministration({ overview: async () => answers.shift() ?? ok(anOverview(0)) })
    const { user } = await show(await adminStore(), { platform: { administration: async () => administration } })
    expect(await screen.findByText('Chưa hỏi được máy chủ có việc gì cần quyết định')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Thử lại' }))
    expect(await screen.findByText('Không có việc gì chờ quyết định')).toBeInTheDocument()
  })
})

it('opens on any day: the date is that of the person', async () => {
  await show(await storeOf(), { props: { today: addDays(TODAY, 2) } })
  expect(await screen.findByText('Thứ Hai, 23/11/2026')).toBeInTheDocument()
})
