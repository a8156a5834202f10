import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/local-date.ts'
import { goodNews } from '#features/today/good-news.ts'
import { communeTasks, type Task } from '#features/today/today-tasks.ts'
import { TODAY, UNIT } from '#support/store/test-store.ts'
import { aFinding, allRights, anAuditItem, anEvent, aPilot, aRound, noRights, someFacts } from './commune-scene.ts'

const kinds = (tasks: readonly Task[]) => tasks.map(({ kind }) => kind)
const tasksOf = (facts: Parameters<typeof someFacts>[0], rights = allRights) =>
  communeTasks(someFacts(facts), rights, TODAY)

describe('the tasks of a commune', () => {
  it('stand most urgent first: overdue, waiting for an answer, soon, under way, ahead', () => {
    const tasks = tasksOf({
      pilot: aPilot(20),
      assessments: [aRound()],
      audits: [anAuditItem()],
      findings: [aFinding('KL/001', 8), aFinding('KL/002', -20), aFinding('KL/003', 2)],
      attention: { quarantined: 1, conflicts: 2 },
    })
    expect(kinds(tasks)).toEqual([
      'finding',
      'stage-late',
      'conflicts',
      'quarantine',
      'finding',
      'assessment-running',
      'audit-running',
      'finding',
    ])
    expect(tasks.map(({ urgency }) => urgency)).toEqual([
      'overdue',
      'overdue',
      'waiting',
      'waiting',
      'soon',
      'running',
      'running',
      'ahead',
    ])
  })

  it('name the stage whose turn it is, late or not, and not the stages behind it', () => {
    const late = tasksOf({ pilot: aPilot(200) })
    expect(late).toMatchObject([{ kind: 'stage-late', stage: 'G0', urgency: 'overdue', href: '/progress/G0' }])
    expect(late[0]?.daysLate).toBeGreaterThan(0)
    expect(tasksOf({ pilot: aPilot(4) })).toMatchObject([{ kind: 'stage-running', stage: 'G0', urgency: 'ahead' }])
    expect(tasksOf({ pilot: aPilot(11) })[0]).toMatchObject({ kind: 'stage-running', urgency: 'soon' })
  })

  it('PIL-6: name a stage that was given back, with the words of who gave it back', () => {
    const day = addDays(TODAY, -2)
    const events = [anEvent('G0', 'declared-done', day), anEvent('G0', 'returned', addDays(day, 1), 'Thiếu chữ ký')]
    const tasks = tasksOf({ pilot: aPilot(4, events) })
    expect(tasks).toMatchObject([{ kind: 'stage-returned', stage: 'G0', note: 'Thiếu chữ ký', urgency: 'waiting' }])
  })

  it('put a stage that was given back after its day among what is overdue', () => {
    const events = [anEvent('G0', 'declared-done', addDays(TODAY, -2)), anEvent('G0', 'returned', addDays(TODAY, -1))]
    const [task] = tasksOf({ pilot: aPilot(60, events) })
    expect(task).toMatchObject({ kind: 'stage-returned', urgency: 'overdue' })
    expect(task?.daysLate).toBeGreaterThan(0)
  })

  it('PIL-1: leave the evaluation by the province to the province', () => {
    const done = (['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'] as const).map((stage) =>
      anEvent(stage, 'declared-done', addDays(TODAY, -1)),
    )
    expect(tasksOf({ pilot: aPilot(400, done) })).toEqual([])
  })

  it('lead a running self-assessment to what is unanswered, and a complete one to its submission', () => {
    const running = tasksOf({ assessments: [aRound()] })
    expect(running).toMatchObject([
      { kind: 'assessment-running', href: `/self-assessment/asm.${UNIT}.2026-2?show=unanswered`, due: null },
    ])
    const complete = tasksOf({ assessments: [aRound({ answered: 52 })] })
    expect(complete).toMatchObject([
      { kind: 'assessment-complete', href: `/self-assessment/asm.${UNIT}.2026-2/submit` },
    ])
  })

  it('give the self-assessment the day of the survey stage while that lies ahead', () => {
    const done = [anEvent('G0', 'declared-done', addDays(TODAY, -15))]
    const pilot = aPilot(20, done)
    const due = pilot.stages.find(({ stage }) => stage === 'G1')?.plannedEnd
    expect(tasksOf({ pilot, assessments: [aRound()] }).find(({ kind }) => kind === 'assessment-running')?.due).toBe(due)
    const past = aPilot(200, done)
    expect(
      tasksOf({ pilot: past, assessments: [aRound()] }).find(({ kind }) => kind === 'assessment-running')?.due,
    ).toBeNull()
  })

  it('offer to begin a self-assessment where there was none', () => {
    expect(kinds(tasksOf({ assessments: [] }))).toEqual(['assessment-start'])
    const surveyed = aPilot(30, [anEvent('G0', 'declared-done', TODAY), anEvent('G1', 'declared-done', TODAY)])
    expect(kinds(tasksOf({ assessments: [], pilot: surveyed }))).not.toContain('assessment-start')
  })

  it('ask to conclude an audit once every item was looked at, and forget it when it is concluded', () => {
    const list = [anAuditItem({ answered: 12 }), anAuditItem({ id: 'audit-0', concludedAt: 5 })]
    expect(tasksOf({ audits: list })).toMatchObject([{ kind: 'audit-complete', href: '/internal-audit/audit-1' }])
  })

  it('name only nonconformities that are due within two weeks or overdue, a few by name and the rest by number', () => {
    const far = [aFinding('KL/010', 30), aFinding('KL/011', null), aFinding('KL/012', 1, { grade: 'observation' })]
    expect(tasksOf({ findings: far })).toEqual([])
    const many = [5, 4, 3, 2, 1].map((day) => aFinding(`KL/00${day}`, day))
    const tasks = tasksOf({ findings: many })
    expect(tasks.flatMap((task) => (task.kind === 'finding' ? [task.finding.number] : []))).toEqual([
      'KL/001',
      'KL/002',
      'KL/003',
    ])
    expect(tasks.at(-1)).toMatchObject({ kind: 'more-findings', count: 2, href: '/findings' })
  })

  it('show the work of colleagues after one’s own, without leading into what the person may not open', () => {
    const facts = { assessments: [aRound()], audits: [anAuditItem()] }
    const auditor = tasksOf(facts, { ...noRights, mayAudit: true })
    expect(kinds(auditor)).toEqual(['audit-running', 'assessment-running'])
    expect(auditor[1]).toMatchObject({ isMine: false, href: '/self-assessment' })
    expect(tasksOf(facts, noRights)[1]).toMatchObject({ isMine: false, href: '/internal-audit' })
  })
})

describe('what goes well', () => {
  it('PIL-5: tells a confirmed stage from one that waits for the monitor, newest first', () => {
    const events = [
      anEvent('G0', 'declared-done', addDays(TODAY, -30)),
      anEvent('G0', 'confirmed', addDays(TODAY, -10)),
      anEvent('G1', 'declared-done', addDays(TODAY, -5)),
    ]
    const news = goodNews(someFacts({ pilot: aPilot(60, events), assessments: [], audits: [] }))
    expect(news).toMatchObject([
      { kind: 'stage-declared', stage: 'G1', on: addDays(TODAY, -5) },
      { kind: 'stage-confirmed', stage: 'G0', on: addDays(TODAY, -10) },
    ])
  })

  it('names the latest submission and the latest concluded audit', () => {
    const facts = someFacts({ audits: [anAuditItem({ concludedAt: Date.UTC(2026, 10, 19) })] })
    expect(goodNews(facts).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'audit-concluded 2026-11-19',
      'submitted 2026-11-01',
    ])
  })
})
