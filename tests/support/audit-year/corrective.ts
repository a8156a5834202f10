/** From finding to closed request: opened offline by three auditors, worked on by the commune, verified by others. */
import { expect } from 'vitest'
import { toldTo, uncountedOf } from '#domain/corrective-action/told.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import { codeOf, valueOf } from '#support/store/test-store.ts'
import { communes } from './cast.ts'
import type { Team } from './on-site.ts'
import type { YearDevice } from './year-world.ts'

export interface OpenRequest {
  readonly unit: string
  readonly id: string
}

/** Each auditor takes the findings of some communes, none with a network. */
export async function openRequests(team: Team): Promise<readonly OpenRequest[]> {
  const opened: OpenRequest[] = []
  for (const [at, unit] of communes.entries()) {
    const { store } = team[at % team.length] as YearDevice
    for (const finding of await store.audits.publishedFindings([unit])) {
      if (!isNonconformity(finding.grade)) continue
      const id = valueOf(
        await store.corrective.open({
          unit,
          source: 'internal-audit',
          of: finding.id,
          grade: finding.grade,
          clause: finding.clause,
          department: finding.department,
          description: finding.facts,
          requirement: finding.requirement,
          evidence: finding.objectiveEvidence,
          dueOn: writtenDate(finding.grade === 'major' ? '30/04/2026' : '15/05/2026'),
          inspection: null,
        }),
      )
      opened.push({ unit, id })
    }
  }
  return opened
}

const analysis = {
  name: 'submit-analysis',
  correction: 'Trả hồ sơ và xin lỗi người dân',
  action: 'Đặt lịch nhắc hai ngày trước hạn',
  responsible: 'Công chức một cửa',
} as const

/** The commune looks for the cause; what lacks one, or promises a day that cannot be, is refused. */
export async function analyse({ store }: YearDevice, requests: readonly OpenRequest[]): Promise<void> {
  for (const { unit, id } of requests) {
    const move = (change: object) => store.corrective.move(unit, id, { ...analysis, ...change })
    valueOf(await store.corrective.move(unit, id, { name: 'start-analysis' }))
    const due = { dueOn: writtenDate('10/05/2026') }
    expect(codeOf(await move({ ...due, whys: [''] }))).toBe('corrective.cause-missing')
    const whys = ['Quên ngày trả', 'Không ai nhắc', 'Sổ không có cột ngày hẹn']
    expect(codeOf(await move({ whys, dueOn: writtenDate('01/04/2026') }))).toBe('corrective.due-before-issue')
    expect(codeOf(await move({ whys, dueOn: writtenDate('31/04/2026') }))).toBe('date.nonexistent')
    expect(codeOf(await move({ whys, dueOn: writtenDate('31/12/2026') }))).toBe('corrective.promise-reason')
    valueOf(await move({ whys, ...due, words: 'Chờ lịch nhắc của phần mềm' }))
  }
}

export async function approve({ store }: YearDevice, requests: readonly OpenRequest[]): Promise<void> {
  for (const [at, { unit, id }] of requests.entries()) {
    valueOf(await store.corrective.move(unit, id, { name: 'approve' }))
    valueOf(await store.corrective.move(unit, id, { name: 'register', officialNumber: `${at + 1}/PYC` }))
  }
  const [first, second] = [requests[0]!, requests[1]!]
  const extension = { name: 'extend', dueOn: writtenDate('25/05/2026') } as const
  expect(codeOf(await store.corrective.move(first.unit, first.id, { ...extension, words: '' }))).toBe(
    'corrective.words-missing',
  )
  valueOf(await store.corrective.move(first.unit, first.id, { ...extension, words: 'Chờ phần mềm' }))
  const again = { name: 'register', officialNumber: '99/PYC' } as const
  expect(codeOf(await store.corrective.move(second.unit, second.id, again))).toBe('corrective.registered')
}

/** Whoever did the work does not verify it. */
export async function reportDone({ store }: YearDevice, requests: readonly OpenRequest[]): Promise<void> {
  for (const { unit, id } of requests) {
    valueOf(await store.corrective.move(unit, id, { name: 'report-done', words: 'Đã làm, có ảnh sổ mới' }))
    expect(codeOf(await store.corrective.move(unit, id, { name: 'accept' }))).toBe('corrective.own-work')
  }
}

interface Movers {
  readonly first: YearDevice
  readonly author: YearDevice
  /** Everybody else who reads the request. */
  readonly all: readonly YearDevice[]
}

/** Both moves are kept: whoever was first reads that another came, and everybody whose it was and why, not what it says. */
export async function expectBothTold({ first, author, all }: Movers, { unit, id }: OpenRequest): Promise<void> {
  const reason = { code: 'corrective.moved-meanwhile' } as const
  for (const { store } of [first, ...all]) {
    const view = await store.corrective.get(unit, id)
    const told = { name: 'accept', by: author.account, reason: reason.code, outcome: null }
    expect(view?.keptAside).toMatchObject([told])
    expect(view?.course).toMatchObject({ state: 'in-progress', refused: [] })
  }
  const view = await author.store.corrective.get(unit, id)
  expect(view?.course.state).toBe('in-progress')
  expect(view?.course.refused).toMatchObject([{ move: { name: 'accept' }, problem: reason }])
  const heard = async ({ store, account }: YearDevice): Promise<number> => {
    const read = await store.corrective.get(unit, id)
    if (!read) return 0
    const listener = { account, follows: false }
    return toldTo(uncountedOf(read.course, read.keptAside), read.course, listener, 0).length
  }
  expect([await heard(first), await heard(author)]).toEqual([1, 0])
}

/** Where a request stands, and which moves do not count, on every device alike. */
export async function expectSame(
  devices: readonly YearDevice[],
  { unit, id }: OpenRequest,
  expected: { readonly state: string; readonly refused: readonly string[] },
): Promise<void> {
  for (const { store } of devices) {
    const course = (await store.corrective.get(unit, id))?.course
    expect([course?.state, course?.refused.map(({ move }) => move.name)]).toEqual([expected.state, expected.refused])
  }
}
