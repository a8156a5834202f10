/** The facts of a summary row by what they are. A row of five years holds hundreds: they are sorted out once, however often they are asked for. */
import { closedFindings, coursesOf, knownRequests } from '#data/corrective-facts.ts'
import type { SummaryFact, SummaryFacts } from '#data/summary-row.ts'
import type { Course } from '#domain/corrective-action/course.ts'
import { type KnownRequest, openMajors } from '#domain/declaration/open-major.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { gradeNow } from '#domain/internal-audit/finding-response.ts'

type Facts = SummaryFacts['facts']
type FactOf<K extends SummaryFact['is']> = Extract<SummaryFact, { readonly is: K }>
type Entries<Fact> = readonly (readonly [id: string, fact: Fact])[]

const sorted = new WeakMap<Facts, ReadonlyMap<string, Entries<SummaryFact>>>()

function sortOut(facts: Facts): ReadonlyMap<string, Entries<SummaryFact>> {
  const groups = new Map<string, (readonly [string, SummaryFact])[]>()
  for (const [id, fact] of Object.entries(facts)) {
    const group = groups.get(fact.is)
    if (group) group.push([id, fact])
    else groups.set(fact.is, [[id, fact]])
  }
  sorted.set(facts, groups)
  return groups
}

export const factsOf = <K extends SummaryFact['is']>(facts: Facts, is: K): Entries<FactOf<K>> =>
  ((sorted.get(facts) ?? sortOut(facts)).get(is) ?? []) as Entries<FactOf<K>>

const asideOf = (facts: Facts): ReadonlySet<string> => new Set(factsOf(facts, 'aside').map(([, { move }]) => move))

const courses = new WeakMap<Facts, ReadonlyMap<string, Course>>()

/** Where the corrective actions of a commune stand: the same on every day. */
export function requestCourses(facts: Facts): ReadonlyMap<string, Course> {
  const known = courses.get(facts) ?? coursesOf(factsOf(facts, 'request'), factsOf(facts, 'move'), asideOf(facts))
  courses.set(facts, known)
  return known
}

export interface FindingMark {
  readonly grade: FindingGrade | null
  readonly isClosed: boolean
}

const requestsOf = (facts: Facts): readonly KnownRequest[] =>
  knownRequests(factsOf(facts, 'request'), requestCourses(facts))

interface GradedFinding {
  readonly id: string
  readonly grade: FindingGrade | null
}

/** By the grade that holds now (AUD-17). */
function gradedFindings(facts: Facts): readonly GradedFinding[] {
  const steps = factsOf(facts, 'regrade').map(([id, fact]) => ({ id, ...fact }))
  if (steps.length === 0) return factsOf(facts, 'finding').map(([id, { grade }]) => ({ id, grade }))
  return factsOf(facts, 'finding').map(([id, { grade }]) => {
    const own = steps.filter(({ of }) => of === id)
    return { id, grade: own.length === 0 ? grade : gradeNow(grade, own) }
  })
}

/** Findings, and beside them the open majors that come from none, an inspection's for instance (DEC-2). */
export function findingsOf(facts: Facts): readonly FindingMark[] {
  const [findings, requests] = [gradedFindings(facts), requestsOf(facts)]
  const ids = new Set(findings.map(({ id }) => id))
  const closed = closedFindings([...ids], requests)
  // Most communes have none, and following all requests of five years to their end takes its time.
  const hasOthers = requests.some(({ of, grade }) => grade === 'major' && !(of !== null && ids.has(of)))
  const others = hasOthers ? openMajors(findings, requests).filter((id) => !ids.has(id)) : []
  return [
    ...findings.map(({ id, grade }): FindingMark => ({ grade, isClosed: closed.has(id) })),
    ...others.map((): FindingMark => ({ grade: 'major', isClosed: false })),
  ]
}
