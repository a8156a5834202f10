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
  ['filling-answer', 'self'],
  ['filling-progress', 'pub'],
]

const assessmentRights: readonly WriteRight[] = [
  ...answerRights,
  ['assessment', 'self'],
  ['submission', 'pub'],
  ['filling', 'self'],
  ['filling-submission', 'pub'],
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
  ['audit-share', 'audit'],
  ['audit-sample', 'audit'],
  ['checklist-item', 'audit'],
  ['meeting', 'audit'],
  ['attendance', 'audit'],
  ['finding-response', 'audit'],
  ['signature', 'audit'],
  ['finding-response', 'pub'],
]

const stageRights: readonly WriteRight[] = [
  ['stage-event', 'pub'],
  ['evidence', 'pub'],
]

/** Publishing a form: its parts, itself, and taking it back from new fillings. */
const formRights: readonly WriteRight[] = [
  ['form', 'plan'],
  ['form-part', 'plan'],
  ['form-withdrawal', 'plan'],
]

/** Of a gap: what is to be done; the commune and whoever follows it both write it. */
const actionRights: readonly WriteRight[] = [['action', 'pub']]

/** What the follower found about what was handed in. */
const verificationRights: readonly WriteRight[] = [
  ['verification', 'pub'],
  ['verification-state', 'pub'],
]

/** Asking for a corrective action, and moving it as far as `corrective-rights.ts` lets the role. */
const correctiveRights: readonly WriteRight[] = [
  ['corrective-action', 'pub'],
  ['corrective-move', 'pub'],
]

/** Who audits what, when, and who was there. */
const planningRights: readonly WriteRight[] = [
  ['auditor', 'pub'],
  ['audit-plan', 'pub'],
  ['audit-session', 'pub'],
  ['meeting', 'pub'],
  ['attendance', 'pub'],
  ['signature', 'pub'],
]

/** What a commune is and does, told by itself on its first day. */
const profileRights: readonly WriteRight[] = [
  ['commune-profile', 'pub'],
  ['procedure', 'pub'],
]

/** What holds a commune up, and what becomes of its records after a merger: the commune and whoever follows it. */
const pilotRights: readonly WriteRight[] = [
  ['obstacle', 'pub'],
  ['stage-delay', 'pub'],
  ['inheritance', 'pub'],
]

/** The commune's own year: its programme, its review, what it declares and how it answers an inspection. */
const rolloutRights: readonly WriteRight[] = [
  ...planningRights,
  ...correctiveRights,
  ['audit-programme', 'pub'],
  ['programme-slot', 'pub'],
  ['finding-response', 'pub'],
  ['management-review', 'pub'],
  ['review-input', 'pub'],
  ['review-minutes', 'pub'],
  ['declaration', 'pub'],
  ['declaration-event', 'pub'],
  ['remedy-report', 'pub'],
  ...profileRights,
  ...pilotRights,
]

/** Approving in the name of the office. */
const approvalRights: readonly WriteRight[] = [['approval', 'pub']]

const inspectionRights: readonly WriteRight[] = [
  ['inspection', 'pub'],
  ['inspection-item', 'pub'],
  ['shortcoming', 'pub'],
  ['inspection-minutes', 'pub'],
  ['meeting', 'pub'],
  ['attendance', 'pub'],
  ['signature', 'pub'],
]

/** A visit, its sealed record, and the forms that are filled in during it. */
const visitRights: readonly WriteRight[] = [
  ['visit', 'pub'],
  ['filling', 'pub'],
  ['filling-answer', 'pub'],
  ['visit-record', 'pub'],
]

const followRights: readonly WriteRight[] = [
  ...stageRights,
  ...visitRights,
  ['planned-visit', 'pub'],
  ...pilotRights,
  ...verificationRights,
  ...actionRights,
  ...correctiveRights,
  ...planningRights,
]

export const accessTable: Readonly<Record<Role, RoleRights>> = {
  chairman: {
    reads: ['self', 'audit', 'pub', 'plan'],
    writes: [...assessmentRights, ...stageRights, ...actionRights, ...rolloutRights, ...approvalRights],
    seesTrail: true,
  },
  'vice-chairman': {
    reads: ['self', 'audit', 'pub', 'plan'],
    writes: [...assessmentRights, ...stageRights, ...actionRights, ...rolloutRights, ...approvalRights],
    seesTrail: true,
  },
  'iso-secretary': {
    reads: ['self', 'audit', 'pub', 'plan'],
    writes: [...assessmentRights, ...stageRights, ...actionRights, ...rolloutRights],
  },
  'internal-auditor': {
    reads: ['audit', 'pub', 'plan'],
    writes: [...auditRights, ...planningRights, ...correctiveRights],
  },
  'professional-officer': {
    reads: ['self', 'pub', 'plan'],
    writes: [...answerRights, ['corrective-move', 'pub'], ['evidence', 'pub']],
  },
  'area-monitor': { reads: ['pub', 'plan'], writes: followRights },
  consultant: { reads: ['pub', 'plan'], writes: [] },
  'provincial-department': {
    reads: ['pub', 'plan'],
    writes: [
      ...followRights,
      ...approvalRights,
      ...inspectionRights,
      ['plan', 'plan'],
      ['assessment-distribution', 'plan'],
      ...formRights,
    ],
    decides: ['pub', 'plan'],
  },
  'inspection-team': {
    reads: ['pub', 'plan'],
    writes: [...visitRights, ['evidence', 'pub'], ...inspectionRights, ...correctiveRights],
  },
  'provincial-leadership': { reads: ['pub', 'plan'], writes: [] },
  ministry: { reads: ['plan'], writes: [] },
  administrator: {
    reads: ['plan'],
    writes: formRights,
    decides: ['self', 'audit', 'pub', 'plan', 'log'],
    administers: true,
  },
}

/** Whatever the role: what people export and look at is theirs to note, in the log of a place of their grant (ACC-18). */
export const logRight: WriteRight = ['activity', 'log']

const noRights: RoleRights = { reads: [], writes: [] }

/** The line of a role; a role of a newer version has no rights in this one. */
export const rightsOf = (role: string): RoleRights => (isRole(role) ? accessTable[role] : noRights)
