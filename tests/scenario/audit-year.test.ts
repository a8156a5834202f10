import { expect, it } from 'vitest'
import { addDays, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { isStanding } from '#domain/signature/signature.ts'
import { cast, communes, people } from '#support/audit-year/cast.ts'
import {
  answerInspection,
  assessWell,
  declare,
  expectBlocked,
  inspect,
  review,
  signMinutes,
} from '#support/audit-year/closing.ts'
import {
  approveProgrammes,
  bookTwice,
  expectClash,
  nameAuditors,
  writePlans,
  writeProgrammes,
} from '#support/audit-year/planning.ts'
import {
  analyse,
  approve,
  expectSame,
  type OpenRequest,
  openRequests,
  reportDone,
  expectBothTold,
} from '#support/audit-year/corrective.ts'
import {
  answerApart,
  beginAudit,
  conclude,
  type FoundHere,
  items,
  raiseFindings,
  signReport,
  takeSamples,
} from '#support/audit-year/on-site.ts'
import { publishPlan, YearDevice, YearWorld } from '#support/audit-year/year-world.ts'
import { codeOf, valueOf } from '#support/store/test-store.ts'

/** One major in the first commune, a minor in each, and a strength in the last. */
const findingsOf = (at: number): readonly FoundHere[] => [
  ...(at === 0 ? [{ grade: 'major', item: items[3]!, facts: 'Không có hồ sơ theo dõi trả kết quả' } as const] : []),
  { grade: 'minor', item: items[5]!, facts: 'Một hồ sơ trả chậm hai ngày' },
  ...(at === 4 ? [{ grade: 'strength', item: items[7]!, facts: 'Sổ tay dễ tra' } as const] : []),
]

/** Both answers stay until the leader chooses one. */
async function settleOverlap({ store }: YearDevice, audit: string, item: string): Promise<void> {
  expect((await store.audits.get(audit))?.items[item]).toMatchObject({ hasConflict: true })
  const conflict = (await store.syncCentre.conflicts()).find(({ field }) => field === 'result')!
  expect(new Set(conflict.heads.map(({ value }) => value))).toEqual(new Set(['C', 'OBS']))
  valueOf(await store.syncCentre.resolve(conflict, 'C'))
  expect((await store.audits.get(audit))?.items[item]).toMatchObject({ hasConflict: false, result: 'C' })
}

/** The same sealed report on every device, with two signatures that stand. */
async function expectReports(store: YearDevice['store'], sealed: ReadonlyMap<string, string>): Promise<void> {
  for (const [unit, audit] of sealed) {
    const report = (await store.audits.reportOf(unit, audit))!
    const signatures = await store.signatures.listOf(`${unit}/pub`, report.id)
    expect(signatures.map(({ side }) => side)).toEqual(['auditor', 'auditee'])
    expect(signatures.every((signature) => isStanding(signature, report.sha256))).toBe(true)
    expect(await store.signatures.hashOf(report.content)).toBe(report.sha256)
  }
}

const day = (text: string): LocalDate => text as LocalDate

it('a year of five communes, three auditors and six devices, mostly without a network', async () => {
  const world = await YearWorld.open(day('2026-01-05'), communes, people)
  const open = (username: string) => YearDevice.signIn(world, username)
  const [first, second, third] = [await open(cast.first), await open(cast.second), await open(cast.third)]
  const [office, head, department] = [await open(cast.secretary), await open(cast.head), await open(cast.department)]
  const all = [first, second, third, office, head, department]
  const everybodyMeets = async () => {
    for (const device of [...all, ...all]) await device.meet()
  }

  // January: programmes, written by the secretary and approved by the head.
  const ids = await nameAuditors(office)
  await writeProgrammes(office, ids)
  await office.meet()
  world.goTo(day('2026-01-12'))
  await head.meet()
  await approveProgrammes(head)
  await head.meet()

  // The department's plan, and the trial of the first commune; the second begins its trial late.
  await publishPlan(world, cast.department, communes)
  for (const device of [department, office]) await device.meet()
  valueOf(await office.store.pilot.start(communes[0], 'G6', day('2026-01-12')))
  for (const unit of communes.slice(1)) valueOf(await office.store.pilot.start(unit, 'G6', day('2026-04-01')))

  // March: plans. Own fields and double booking are refused; what two planners double unseen is shown to both.
  world.goTo(day('2026-03-16'))
  await office.meet()
  const audits = await writePlans(office, ids)
  await office.meet()
  await department.meet()
  const [one, two] = [audits[0]!, audits[1]!]
  const doubled = await bookTwice(office, department, [one, two], ids)
  for (const device of [office, department, office]) await device.meet()
  await expectClash([office, department])
  const { sessions } = await department.store.auditPlanning.board(communes)
  const moved = sessions.find(({ unit, on }) => unit === two.unit && on === doubled)!
  valueOf(await department.store.auditPlanning.moveSession(two.unit, moved.id, addDays(day(doubled), -1)))
  for (const device of [department, office]) await device.meet()
  expect((await office.store.auditPlanning.board(communes)).clashes.size).toBe(0)
  world.goTo(day('2026-03-27'))
  for (const { unit, plan } of audits)
    valueOf(await office.store.auditPlanning.savePlan(unit, plan, { sentOn: day('2026-03-27') }))
  await everybodyMeets()

  // April: one commune a day. Three devices without a network until the evening; the report is signed on two of them.
  const sealed = new Map<string, string>()
  for (const [at, planned] of audits.entries()) {
    const { unit, on } = planned
    world.goTo(on)
    const audit = await beginAudit(first, planned)
    for (const device of [first, second, third]) await device.meet()
    const found = findingsOf(at)
    await answerApart([first, second, third], audit, found)
    if (at === 0) valueOf(await third.store.audits.saveItem(audit, items[0]!, { result: 'OBS', note: 'nhìn khác' }))
    await takeSamples(second, audit)
    const raised = [
      ...(await raiseFindings(second, audit, on, found.slice(0, 1))),
      ...(await raiseFindings(third, audit, on, found.slice(1))),
    ]
    world.later(300)
    for (const device of [second, third, first, second, third]) await device.meet()
    if (at === 0) await settleOverlap(first, audit, items[0]!)
    const response = { name: 'Đại diện xã', post: 'Chủ tịch', on, grade: null }
    const disagrees = { ...response, agrees: false, words: 'Hồ sơ nộp muộn do người dân bổ sung' }
    expect(codeOf(await first.store.onSite.respond(`${unit}/audit`, raised[0]!, { ...disagrees, words: '' }))).toBe(
      'response.words-missing',
    )
    valueOf(await first.store.onSite.respond(`${unit}/audit`, raised[0]!, disagrees))
    await conclude(first, audit, on, at === 0)
    sealed.set(unit, audit)
    await signReport(first, unit, audit, on, 'auditor')
    await first.meet()
    await head.meet()
    await signReport(head, unit, audit, on, 'auditee')
    await head.meet()
  }
  await everybodyMeets()
  for (const { store } of all) await expectReports(store, sealed)

  // After the audits: requests opened offline by three people, whose numbers never meet.
  world.goTo(day('2026-04-20'))
  const requests = await openRequests([first, second, third])
  await everybodyMeets()
  const listed = await department.store.corrective.list(communes)
  expect(listed).toHaveLength(requests.length)
  expect(new Set(listed.map(({ number }) => number)).size).toBe(requests.length)
  await analyse(office, requests)
  for (const device of [office, head]) await device.meet()
  await approve(head, requests)
  for (const device of [head, office]) await device.meet()
  expect((await office.store.corrective.get(requests[0]!.unit, requests[0]!.id))?.course.dueOn).toBe('2026-05-25')
  world.goTo(day('2026-05-08'))
  await reportDone(office, requests)
  await everybodyMeets()

  // Two people move one request in different directions, each without a network: which counts is the same everywhere.
  const [major, early, late, ...rest] = requests as [OpenRequest, OpenRequest, OpenRequest, ...OpenRequest[]]
  valueOf(await first.store.corrective.move(early.unit, early.id, { name: 'accept' }))
  world.later()
  const reject = { name: 'reject', words: 'Ảnh không rõ', dueOn: writtenDate('20/05/2026') } as const
  valueOf(await department.store.corrective.move(early.unit, early.id, reject))
  await everybodyMeets()
  await expectSame(all, early, { state: 'closed', refused: ['reject'] })
  valueOf(await second.store.corrective.move(late.unit, late.id, { name: 'accept' }))
  world.later()
  valueOf(await department.store.corrective.move(late.unit, late.id, reject))
  await department.meet()
  await everybodyMeets()
  await expectSame([office, head, first, third, department], late, { state: 'in-progress', refused: [] })
  await expectBothTold({ first: department, author: second, all: [office, head, first, third] }, late)
  const [aside] = await second.store.syncCentre.attention()
  expect(aside).toMatchObject({ code: 'corrective.moved-meanwhile', kind: 'corrective-move' })
  valueOf(await second.store.corrective.repeat(late.unit, aside!.entity))
  await everybodyMeets()
  await expectSame([office, head, first, third, department], late, { state: 'in-progress', refused: ['accept'] })
  valueOf(await office.store.corrective.move(late.unit, late.id, { name: 'report-done', words: 'Chụp lại ảnh' }))
  for (const device of [office, second]) await device.meet()
  valueOf(await second.store.corrective.move(late.unit, late.id, { name: 'accept' }))
  for (const { unit, id } of rest) valueOf(await third.store.corrective.move(unit, id, { name: 'accept' }))
  await everybodyMeets()
  const check = { name: 'check-effect', words: 'Không lặp lại', isEffective: true } as const
  expect(codeOf(await first.store.corrective.move(early.unit, early.id, check))).toBe('corrective.effect-too-early')
  expect((await head.store.corrective.get(major.unit, major.id))?.course.state).toBe('verifying')

  // June: nothing is declared over an open major nonconformity, and no reason of two letters lifts it.
  world.goTo(day('2026-06-01'))
  const [clean, hasty, last] = [communes[0], communes[1], communes[4]]
  await expectBlocked(office, clean, '01/06/2026')
  valueOf(await first.store.corrective.move(major.unit, major.id, { name: 'accept' }))
  await everybodyMeets()
  for (const unit of communes) await review(office, unit, day('2026-06-01'), day('2026-05-22'))
  await assessWell(office, clean)
  await everybodyMeets()
  expect(await declare(office, clean, '01/06/2026')).toEqual([])
  await expectBlocked(office, hasty, '01/06/2026')
  const reason = 'Tỉnh yêu cầu công bố trước sơ kết'
  expect(await declare(office, hasty, '01/06/2026', reason)).toEqual(['trial-short', 'not-ready'])
  world.goTo(day('2026-06-20'))
  valueOf(await first.store.corrective.move(early.unit, early.id, check))
  await everybodyMeets()
  const register = await department.store.declarations.list(communes)
  expect(register.map(({ unit, content }) => [unit, content.unmet.length, content.overrideReason])).toEqual(
    expect.arrayContaining([
      [clean, 0, ''],
      [hasty, 2, reason],
    ]),
  )

  // September: the department inspects the last commune, which answers with a report of remedy.
  world.goTo(day('2026-09-10'))
  await department.meet()
  const inspection = await inspect(department, last, day('2026-09-10'), day('2026-09-30'))
  await signMinutes(department, last, inspection, day('2026-09-10'), 'team')
  for (const device of [department, head]) await device.meet()
  await signMinutes(head, last, inspection, day('2026-09-10'), 'auditee')
  for (const device of [head, office]) await device.meet()
  world.goTo(day('2026-09-25'))
  await answerInspection(office, last, inspection, day('2026-09-24'))
  await everybodyMeets()
  expect(await department.store.inspections.records(communes)).toEqual(await head.store.inspections.records(communes))

  // Nobody touches anything for longer than a year: paper is all that is left, and it is said to all who follow.
  world.goTo(day('2027-10-15'))
  for (const { store } of [office, department]) {
    const decay = await store.declarations.decay(communes)
    expect(decay.map(({ unit, reasons }) => [unit, reasons.length > 0])).toEqual(communes.map((unit) => [unit, true]))
  }
  await everybodyMeets()
  for (const device of all) {
    expect(await device.store.syncCentre.status()).toMatchObject({ pendingChanges: 0, conflicts: 0 })
    expect(await device.store.corrective.list(communes)).toHaveLength(requests.length + 1)
  }
}, 180_000)
