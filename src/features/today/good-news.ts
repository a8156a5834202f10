// What goes well in a commune, newest first: work that is done should be seen too, and where it stands now.
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import { doneOn, type StageState } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { auditPath, roundPath, stagePath } from './paths.ts'
import type { CommuneFacts } from './today-tasks.ts'

const STAGES_SHOWN = 2
const SHOWN = 4

export type GoodNews = { readonly on: LocalDate; readonly href: string } & (
  | { readonly kind: 'stage-confirmed' | 'stage-declared'; readonly stage: StageCode }
  | { readonly kind: 'submitted'; readonly round: string }
  | { readonly kind: 'audit-concluded'; readonly title: string }
)

export function goodNews({ pilot, assessments, audits }: CommuneFacts): readonly GoodNews[] {
  const submitted = assessments.find(({ submittedAt }) => submittedAt !== null)
  const concluded = audits.find(({ concludedAt }) => concludedAt !== null)
  const stages = (pilot?.stages ?? []).flatMap(stageNews).sort(newestFirst).slice(0, STAGES_SHOWN)
  const others: GoodNews[] = []
  if (submitted?.submittedAt) {
    others.push({
      kind: 'submitted',
      round: submitted.round,
      on: dayOf(submitted.submittedAt),
      href: roundPath(submitted.id),
    })
  }
  if (concluded?.concludedAt) {
    others.push({
      kind: 'audit-concluded',
      title: concluded.title,
      on: dayOf(concluded.concludedAt),
      href: auditPath(concluded.id),
    })
  }
  return [...stages, ...others].sort(newestFirst).slice(0, SHOWN)
}

const dayOf = (ms: number): LocalDate => localDateAt(ms, VIETNAM_OFFSET_MINUTES)

const newestFirst = (a: GoodNews, b: GoodNews): number => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)

/** A confirmation is told with its own day; a declaration waits for one (PIL-5). */
function stageNews(state: StageState): readonly GoodNews[] {
  const confirmed = state.confirmations.at(-1)
  const on = confirmed?.on ?? doneOn(state)
  if (on === null) return []
  const { stage } = state
  return [{ kind: confirmed ? 'stage-confirmed' : 'stage-declared', stage, on, href: stagePath(stage) }]
}
