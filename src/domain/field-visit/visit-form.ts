/**
 * A province's own form, filled in at a visit and sealed inside the visit's record: both sides sign its answers under the
 * same hash. It is read without the form, years later, by a commune that never had it.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import {
  definitionsOf,
  type FilledAnswer,
  type FillingContent,
  type FillingParts,
  sealFilling,
  titleOfForm,
} from '#domain/questionnaire/filling/filling-content.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { isQuestion } from '#domain/questionnaire/form/form.ts'

export interface VisitFormAnswer extends FilledAnswer {
  /** The answer is photos or files, and its value their number. */
  readonly photos?: true
  /** What the number is a number of. */
  readonly unit?: string
}

export interface VisitForm extends FillingContent {
  readonly answers: readonly VisitFormAnswer[]
}

/** Names the form and how much it lacks where it cannot be sealed. Rule VIS-20. */
export function sealVisitForm(compiled: CompiledForm, parts: FillingParts): Result<VisitForm, Problem> {
  const content = sealFilling(compiled, parts)
  if (!content.ok) {
    const { missing = 0 } = content.error.params ?? {}
    return err({
      code: 'visit.form-incomplete',
      params: { form: titleOfForm(compiled, parts.session.language), missing },
    })
  }
  const definitions = definitionsOf(compiled)
  const answers = content.value.answers.map((answer): VisitFormAnswer => {
    const node = definitions.get(pathOf(answer.path))?.node
    if (node === undefined || !isQuestion(node)) return answer
    const isPhotos = node.kind === 'image' || node.kind === 'file'
    return { ...answer, ...(isPhotos && { photos: true as const }), ...(node.unit && { unit: node.unit }) }
  })
  return ok({ ...content.value, answers })
}
