/**
 * Who may see and do what, as an office says it: a copy of no code, so that a slip in the table
 * (`domain/access/access-table.ts`) or in what reads it meets something that does not follow it. Whoever changes a right
 * changes both, and says here why.
 *
 * Why, in a sentence each. The heads and the ISO secretary keep the commune's self-assessment, hand it in, declare
 * stages and read what its auditors found. An internal auditor audits and reads no answer before it is handed in. A
 * professional officer answers questions and hands nothing in, and shows in photos what was done about a corrective action. Who follows an area visits, confirms and returns,
 * verifies what was handed in question by question, and sees only that; improvement actions are the commune's and the
 * follower's together. Forms of a visit are filled in by whoever visits, and by nobody of the commune. A consultant reads what was handed in by the communes of the contract. The provincial
 * department does what a monitor does, everywhere, keeps the plan, publishes forms and decides about
 * refused changes of what is shared.
 * The heads and the ISO secretary plan audits, hold the review, declare and answer an inspection; only the heads, and the
 * department, approve. A finding is graded anew by an auditor, never by those it is about. Auditors and those who follow the commune plan audits with it, ask for corrective actions and look
 * at the result; who works there analyses and reports, the heads approve. An inspection is the team's and the
 * department's. What holds a commune up and who inherits its records after a merger is said by its heads, its secretary and
 * those who follow it; its profile and its procedures are its own. Who follows plans the visits there. The summary of a
 * province is made by the endpoint and written by nobody. An inspection team notes its visit, with photos, while the inspection lasts. The leadership reads. The ministry
 * reads the plan and no commune: summaries are made of what the province shares. The administrator reads the plan,
 * publishes forms for a department that has nobody to do it, gives and takes rights and decides about what was refused,
 * and reads no record of any commune. Everybody notes what they export and look at; nobody reads those notes but in the
 * trail.
 */
import type { Role } from '#domain/access/role.ts'

const columns: readonly Role[] = [
  'chairman',
  'vice-chairman',
  'iso-secretary',
  'internal-auditor',
  'professional-officer',
  'area-monitor',
  'consultant',
  'provincial-department',
  'inspection-team',
  'provincial-leadership',
  'ministry',
  'administrator',
]

/** `+` may, `·` may not; in the order of `columns`. What is not listed nobody may. */
const rows = `
  action                        CHM VCH SEC AUD OFF MON CON DEP INS LEA MIN ADM
  read self                     +   +   +   ·   +   ·   ·   ·   ·   ·   ·   ·
  read audit                    +   +   +   +   ·   ·   ·   ·   ·   ·   ·   ·
  read pub                      +   +   +   +   +   +   +   +   +   +   ·   ·
  read plan                     +   +   +   +   +   +   +   +   +   +   +   +
  write assessment self         +   +   +   ·   ·   ·   ·   ·   ·   ·   ·   ·
  write answer self             +   +   +   ·   +   ·   ·   ·   ·   ·   ·   ·
  write evidence self           +   +   +   ·   +   ·   ·   ·   ·   ·   ·   ·
  write assessment-progress pub +   +   +   ·   +   ·   ·   ·   ·   ·   ·   ·
  write submission pub          +   +   +   ·   ·   ·   ·   ·   ·   ·   ·   ·
  write filling self            +   +   +   ·   ·   ·   ·   ·   ·   ·   ·   ·
  write filling-answer self     +   +   +   ·   +   ·   ·   ·   ·   ·   ·   ·
  write filling-progress pub    +   +   +   ·   +   ·   ·   ·   ·   ·   ·   ·
  write filling-submission pub  +   +   +   ·   ·   ·   ·   ·   ·   ·   ·   ·
  write amendment/filling-submission pub + + + · · · · · · · · ·
  write evidence pub            +   +   +   +   +   +   ·   +   +   ·   ·   ·
  write amendment/submission pub   +   +   +   ·   ·   ·   ·   ·   ·   ·   ·   ·
  write amendment/stage-event pub  +   +   +   ·   ·   ·   ·   ·   ·   ·   ·   ·
  write amendment/audit-report pub ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write stage-event/started pub       + + + · · · · · · · · ·
  write stage-event/declared-done pub + + + · · · · · · · · ·
  write stage-event/confirmed pub     · · · · · + · + · · · ·
  write stage-event/returned pub      · · · · · + · + · · · ·
  write audit audit             ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write audit-item audit        ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write finding audit           ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write evidence audit          ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write audit-progress pub      ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write audit-report pub        ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write finding pub             ·   ·   ·   +   ·   ·   ·   ·   ·   ·   ·   ·
  write verification pub       ·   ·   ·   ·   ·   +   ·   +   ·   ·   ·   ·
  write verification-state pub ·   ·   ·   ·   ·   +   ·   +   ·   ·   ·   ·
  write action pub             +   +   +   ·   ·   +   ·   +   ·   ·   ·   ·
  write assessment-distribution plan · · · · · · · + · · · ·
  write visit pub               ·   ·   ·   ·   ·   +   ·   +   +   ·   ·   ·
  write plan plan               ·   ·   ·   ·   ·   ·   ·   +   ·   ·   ·   ·
  write form plan               ·   ·   ·   ·   ·   ·   ·   +   ·   ·   ·   +
  write form-part plan          ·   ·   ·   ·   ·   ·   ·   +   ·   ·   ·   +
  write form-withdrawal plan    ·   ·   ·   ·   ·   ·   ·   +   ·   ·   ·   +
  write auditor pub                            + + + + · + · + · · · ·
  write audit-plan pub                         + + + + · + · + · · · ·
  write audit-session pub                      + + + + · + · + · · · ·
  write meeting pub                            + + + + · + · + + · · ·
  write attendance pub                         + + + + · + · + + · · ·
  write signature pub                          + + + + · + · + + · · ·
  write audit-programme pub                    + + + · · · · · · · · ·
  write programme-slot pub                     + + + · · · · · · · · ·
  write management-review pub                  + + + · · · · · · · · ·
  write review-input pub                       + + + · · · · · · · · ·
  write review-minutes pub                     + + + · · · · · · · · ·
  write declaration pub                        + + + · · · · · · · · ·
  write declaration-event pub                  + + + · · · · · · · · ·
  write remedy-report pub                      + + + · · · · · · · · ·
  write approval pub                           + + · · · · · + · · · ·
  write audit-share audit                      · · · + · · · · · · · ·
  write audit-sample audit                     · · · + · · · · · · · ·
  write checklist-item audit                   · · · + · · · · · · · ·
  write meeting audit                          · · · + · · · · · · · ·
  write attendance audit                       · · · + · · · · · · · ·
  write finding-response/answer audit          · · · + · · · · · · · ·
  write finding-response/grade audit           · · · + · · · · · · · ·
  write signature audit                        · · · + · · · · · · · ·
  write finding-response/answer pub            + + + + · · · · · · · ·
  write finding-response/grade pub             · · · + · · · · · · · ·
  write corrective-action pub                  + + + + · + · + + · · ·
  write corrective-move/start-analysis pub     + + + · + · · · · · · ·
  write corrective-move/submit-analysis pub    + + + · + · · · · · · ·
  write corrective-move/report-done pub        + + + · + · · · · · · ·
  write corrective-move/return-analysis pub    + + · · · · · · · · · ·
  write corrective-move/approve pub            + + · · · · · · · · · ·
  write corrective-move/extend pub             + + · · · · · · · · · ·
  write corrective-move/accept pub             + + + + · + · + + · · ·
  write corrective-move/reject pub             + + + + · + · + + · · ·
  write corrective-move/carry-over pub         + + + + · + · + + · · ·
  write corrective-move/check-effect pub       + + + + · + · + + · · ·
  write corrective-move/end-double   pub       + + + + · + · + + · · ·
  write corrective-move/register pub           + + + · · · · · · · · ·
  write inspection pub                         · · · · · · · + + · · ·
  write inspection-item pub                    · · · · · · · + + · · ·
  write shortcoming pub                        · · · · · · · + + · · ·
  write inspection-minutes pub                 · · · · · · · + + · · ·
  write amendment/corrective-action pub        + + + + · · · · · · · ·
  write amendment/review-minutes pub           + + + · · · · · · · · ·
  write amendment/declaration pub              + + + · · · · · · · · ·
  write amendment/remedy-report pub            + + + · · · · · · · · ·
  write filling pub                            · · · · · + · + + · · ·
  write filling-answer pub                     · · · · · + · + + · · ·
  write visit-record pub                       · · · · · + · + + · · ·
  write planned-visit pub                      · · · · · + · + · · · ·
  write obstacle pub                           + + + · · + · + · · · ·
  write stage-delay pub                        + + + · · + · + · · · ·
  write inheritance pub                        + + + · · + · + · · · ·
  write commune-profile pub                    + + + · · · · · · · · ·
  write procedure pub                          + + + · · · · · · · · ·
  write activity log            +   +   +   +   +   +   +   +   +   +   +   +
  decide self                   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   +
  decide audit                  ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   +
  decide pub                    ·   ·   ·   ·   ·   ·   ·   +   ·   ·   ·   +
  decide plan                   ·   ·   ·   ·   ·   ·   ·   +   ·   ·   ·   +
  decide log                    ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   +
  administer                    ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   +
`

/** Action → roles. */
export const accessMatrix: ReadonlyMap<string, ReadonlySet<Role>> = new Map(
  rows
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const words = row.trim().split(/\s+/)
      const marks = words.slice(-columns.length)
      const action = words.slice(0, -columns.length).join(' ')
      return [action, new Set(columns.filter((_, i) => marks[i] === '+'))] as const
    }),
)

export const mayByMatrix = (role: Role, action: string): boolean => accessMatrix.get(action)?.has(role) ?? false
