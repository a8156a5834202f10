/**
 * Who may see and do what: the one table. The endpoint enforces it on every push and pull; the app reads the same
 * table to show only what is possible. Reading is membership of feeds; writing is a kind of record in a feed.
 */
import type { Audience } from '#domain/change/feed.ts'
import type { Kind } from '#domain/change/kind-registry.ts'
import { isRole, type Role } from './role.ts'

export type WriteRight = readonly [kind: Kind, audience: Audience]

export interface RoleRights {
  /** Audiences of the communes in scope whose feeds are read. */
  readonly reads: readonly Audience[]
  readonly writes: readonly WriteRight[]
  /** Audiences about whose refused changes this role decides; it sees what they are and why, never what they say. */
  readonly decides?: readonly Audience[]
  /** Gives and ends grants, revokes devices, enacts mergers of units, in its own place. */
  readonly administers?: true
  /** Reads the trail of the communes in scope: who did and saw what there. */
  readonly seesTrail?: true
}

/** An answer writes how far the round is along with it (decision D4). */
const answerRights: readonly WriteRight[] = [
  ['answer', 'self'],
  ['evidence', 'self'],
  ['assessment-progress', 'pub'],
]

const assessmentRights: readonly WriteRight[] = [
  ...answerRights,
  ['assessment', 'self'],
  ['submission', 'pub'],
  ['amendment', 'pub'],
  ['evidence', 'pub'],
]

const auditRights: readonly WriteRight[] = [
  ['audit', 'audit'],
  ['audit-item', 'audit'],
  ['finding', 'audit'],
  ['evidence', 'audit'],
  ['audit-progress', 'pub'],
  ['audit-report', 'pub'],
  ['amendment', 'pub'],
  ['finding', 'pub'],
  ['evidence', 'pub'],
]

const stageRights: readonly WriteRight[] = [
  ['stage-event', 'pub'],
  ['evidence', 'pub'],
]

const followRights: readonly WriteRight[] = [...stageRights, ['visit', 'pub']]

export const accessTable: Readonly<Record<Role, RoleRights>> = {
  chairman: { reads: ['self', 'audit', 'pub', 'plan'], writes: [...assessmentRights, ...stageRights], seesTrail: true },
  'vice-chairman': {
    reads: ['self', 'audit', 'pub', 'plan'],
    writes: [...assessmentRights, ...stageRights],
    seesTrail: true,
  },
  'iso-secretary': { reads: ['self', 'audit', 'pub', 'plan'], writes: [...assessmentRights, ...stageRights] },
  'internal-auditor': { reads: ['audit', 'pub', 'plan'], writes: auditRights },
  'professional-officer': { reads: ['self', 'pub', 'plan'], writes: answerRights },
  'area-monitor': { reads: ['pub', 'plan'], writes: followRights },
  consultant: { reads: ['pub', 'plan'], writes: [] },
  'provincial-department': {
    reads: ['pub', 'plan'],
    writes: [...followRights, ['plan', 'plan']],
    decides: ['pub', 'plan'],
  },
  'inspection-team': {
    reads: ['pub', 'plan'],
    writes: [
      ['visit', 'pub'],
      ['evidence', 'pub'],
    ],
  },
  'provincial-leadership': { reads: ['pub', 'plan'], writes: [] },
  ministry: { reads: ['plan'], writes: [] },
  administrator: { reads: ['plan'], writes: [], decides: ['self', 'audit', 'pub', 'plan'], administers: true },
}

const noRights: RoleRights = { reads: [], writes: [] }

/** The line of a role; a role of a newer version has no rights in this one. */
export const rightsOf = (role: string): RoleRights => (isRole(role) ? accessTable[role] : noRights)
