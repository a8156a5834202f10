// What a new audit begins with: by itself the short checklist, or what its plan says about day, scope and clauses.
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { clauseChoices } from '#domain/internal-audit/checklist.ts'
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import { formatLocalDate, isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { type NewAuditForm, OTHER_FIELD } from './new-audit-form.ts'

type Start = Omit<NewAuditForm, 'title' | 'instrument'>

export const plainStart = (today: LocalDate): Start => ({
  on: formatLocalDate(today),
  field: '',
  other: '',
  without: [],
  forms: [],
})

/** Clauses no session names are left out, unless no session names any. */
export function startOfPlan({ plan, sessions }: PlanBoard, instrument: Instrument, today: LocalDate): Start {
  const looks = sessions.filter(({ type }) => type === 'field')
  const named = new Set(looks.flatMap(({ clauses }) => clauses))
  const choices = clauseChoices(instrument).map(({ clause }) => clause)
  const without = choices.some((clause) => named.has(clause)) ? choices.filter((clause) => !named.has(clause)) : []
  const fields = [...new Set(looks.map(({ field }) => field).filter((field) => field !== ''))]
  const [only] = fields
  const isOne = fields.length === 1 && fieldsOfWork.some(({ vi }) => vi === only)
  const scope = plan.scope.trim() === '' ? fields.join(', ') : plan.scope
  return {
    on: formatLocalDate(isLocalDate(plan.from) ? plan.from : today),
    field: isOne ? (only ?? '') : OTHER_FIELD,
    other: isOne ? '' : scope,
    without,
    forms: [],
  }
}
