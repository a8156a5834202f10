/**
 * How many major nonconformities are open: findings whose corrective action is not closed, and requests of grade major
 * that come from elsewhere. A request that was carried over is as open as the one that goes on.
 */
import type { CorrectiveActionState } from '#domain/corrective-action/state.ts'

export interface KnownFinding {
  readonly id: string
  readonly grade: string | null
}

export interface KnownRequest {
  readonly id: string
  /** The finding, shortcoming or request it comes from. */
  readonly of: string | null
  readonly grade: string | null
  readonly state: CorrectiveActionState
  /** The request that goes on instead. */
  readonly next: string | null
}

/** Follows a request through those it was carried over into; what leads nowhere is open. */
function isClosed(request: KnownRequest, byId: ReadonlyMap<string, KnownRequest>): boolean {
  const seen = new Set<string>()
  let current: KnownRequest | undefined = request
  while (current && !seen.has(current.id)) {
    if (current.state === 'closed') return true
    if (current.state !== 'carried-over' || current.next === null) return false
    seen.add(current.id)
    current = byId.get(current.next)
  }
  return false
}

/** Requests that lead into each other until the endpoint has judged them; null where the way ends. */
function loopOf(request: KnownRequest, byId: ReadonlyMap<string, KnownRequest>): readonly KnownRequest[] | null {
  const passed = new Set<KnownRequest>()
  let current: KnownRequest | undefined = request
  while (current && !passed.has(current)) {
    passed.add(current)
    current = byId.get(current.next ?? '')
  }
  return current === request ? [...passed] : null
}

/** Ids of findings, and of requests without one, that are still open. Rule DEC-2. */
export function openMajors(findings: readonly KnownFinding[], requests: readonly KnownRequest[]): readonly string[] {
  const byId = new Map(requests.map((request) => [request.id, request]))
  const known = new Set(findings.map(({ id }) => id))
  const majors = new Set(findings.flatMap(({ id, grade }) => (grade === 'major' ? [id] : [])))
  // What goes on is counted by what was carried over into it, unless that was no major or was closed: then by itself.
  const isCounted = ({ of, grade, state }: KnownRequest): boolean =>
    state === 'carried-over' && (of !== null && known.has(of) ? majors.has(of) : grade === 'major')
  const carriedInto = new Set(requests.filter(isCounted).flatMap(({ next }) => next ?? []))
  const isOpenFinding = ({ id }: KnownFinding): boolean => {
    const own = requests.filter(({ of }) => of === id)
    return own.length === 0 || !own.some((request) => isClosed(request, byId))
  }
  const open = findings.filter(({ grade }) => grade === 'major').filter(isOpenFinding)
  const isOfFinding = ({ of }: KnownRequest): boolean => of !== null && known.has(of)
  /** A loop that hangs on no finding is counted by one of it. */
  const isFirstOfLoop = (request: KnownRequest): boolean =>
    loopOf(request, byId)?.every((one) => !isOfFinding(one) && one.id >= request.id) ?? false
  const others = requests.filter(
    (request) =>
      request.grade === 'major' && !isOfFinding(request) && (!carriedInto.has(request.id) || isFirstOfLoop(request)),
  )
  return [...open, ...others.filter((request) => !isClosed(request, byId))].map(({ id }) => id)
}
