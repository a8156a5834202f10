/**
 * The copy of a finding that is published when its audit is concluded says what was sealed with the report. From then on
 * it stands: a new grade is a step after it (AUD-17), and nobody writes over the first. A copy that was published twice
 * apart, by two auditors without a network, stands as it came first.
 */
import { DELETED_FIELD, type Registers, registersOfOp } from '#domain/change/entity-state.ts'
import { parseFeed } from '#domain/change/feed.ts'
import type { Op } from '#domain/change/op.ts'
import { standsIn } from '#domain/change/standing-value.ts'
import { upcastRegisters } from '#domain/change/upcast.ts'
import type { Finding } from './finding.ts'

const FINDING_KIND = 'finding'

const publishedFields = {
  unit: true,
  number: true,
  audit: true,
  item: true,
  grade: true,
  clause: true,
  facts: true,
  requirement: true,
  objectiveEvidence: true,
  department: true,
  dueOn: true,
} as const satisfies Record<keyof Omit<Finding, 'id'> | 'unit', true>

/** Whether an operation writes the copy of a finding that everybody reads who follows the commune. */
export const isPublishedFinding = ({ k, s }: Op): boolean => k === FINDING_KIND && parseFeed(s)?.audience === 'pub'

/**
 * Whether an operation would change what `stored`, the copy of the finding that is here, says; false for every other
 * kind. What is said again, a choice between two writings and a field of a later version change nothing. Rule AUD-26.
 */
export function overwritesPublished(op: Op, stored: Registers | undefined): boolean {
  if (stored === undefined || !isPublishedFinding(op)) return false
  if (Object.hasOwn(op.f, DELETED_FIELD)) return true
  const written = upcastRegisters(op.k, registersOfOp(op))
  const regs = upcastRegisters(op.k, stored)
  return Object.keys(publishedFields).some((name) => {
    const [head, register] = [written[name]?.h[0], regs[name]]
    return head !== undefined && register !== undefined && !standsIn(register, head.v)
  })
}

/** Whether it claims to replace what was published and is not here: by a file it may come before the finding itself. Rule AUD-26. */
export const replacesUnknown = (op: Op, stored: Registers | undefined): boolean =>
  stored === undefined &&
  isPublishedFinding(op) &&
  Object.keys(op.f).some((name) => name === DELETED_FIELD || op.f[name]?.[1] !== undefined)
