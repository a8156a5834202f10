/**
 * Forms of a visit on their way into its record. The forms themselves are read before the gesture, which may ask nothing
 * but the database; each then runs over what is stored, as it does when a commune hands one in.
 */
import { conflictsIn, type EntityState } from '#domain/change/entity-state.ts'
import { sealVisitForm, type VisitForm } from '#domain/field-visit/visit-form.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { titleOfForm } from '#domain/questionnaire/filling/filling-content.ts'
import { answerPrefix } from '#domain/questionnaire/filling/filling-names.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { field } from './entity-query.ts'
import { answerOfFilling, asideOf } from './form-filling-reader.ts'
import { givenIds, hangingEvidence } from './form-filling-submission.ts'
import { loadForm } from './form-library-repository.ts'
import type { RepositoryParts } from './repository-parts.ts'

/** By `id@version`. */
type FormsHere = ReadonlyMap<string, CompiledForm>

export interface FormSealing {
  readonly feed: string
  readonly forms: FormsHere
  /** `vi`, `en`. */
  readonly language: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Account id. */
  readonly by: string
  readonly environment: Readonly<Record<string, string>>
}

const fillingsIn = (children: readonly EntityState[]): readonly EntityState[] =>
  children.filter(({ kind }) => kind === 'filling')

const formOf = (head: EntityState): string => field(head, 'form', '')

/** Those begun at the visit that this device has whole. */
export async function readFormsHere(parts: RepositoryParts, feed: string, visit: string): Promise<FormsHere> {
  const heads = fillingsIn(await createGestureReader(parts.db).childrenOf(feed, visit))
  if (heads.length === 0) return new Map()
  const { compileForm } = await import('#domain/questionnaire/form/compile-form.ts')
  const read = await Promise.all(
    [...new Set(heads.map(formOf))].map(async (key): Promise<readonly (readonly [string, CompiledForm])[]> => {
      const form = await loadForm(parts, key)
      const compiled = form && compileForm(form)
      return compiled?.ok === true ? [[key, compiled.value]] : []
    }),
  )
  return new Map(read.flat())
}

/** Every form begun at the visit, sealed; or why the first of them cannot be. Rules VIS-19 and VIS-20. */
export async function readSealedForms(
  reader: GestureReader,
  children: readonly EntityState[],
  sealing: FormSealing,
): Promise<Result<readonly VisitForm[], Problem>> {
  const sealed: VisitForm[] = []
  for (const head of fillingsIn(children)) {
    const form = await sealOne(reader, head, sealing)
    if (!form.ok) return form
    sealed.push(form.value)
  }
  return ok(sealed)
}

async function sealOne(
  reader: GestureReader,
  head: EntityState,
  sealing: FormSealing,
): Promise<Result<VisitForm, Problem>> {
  const { feed, forms, language, at, by, environment } = sealing
  const [id, key] = [head.entity, formOf(head)]
  const compiled = forms.get(key)
  if (compiled === undefined) return err({ code: 'visit.form-not-here', params: { form: key } })
  const [children, photos] = await Promise.all([
    reader.childrenOf(feed, id),
    reader.childrenUnder(feed, answerPrefix(id)),
  ])
  const rows = children.filter((state) => state.kind === 'filling-answer' && asideOf(state) === null)
  const column = columnOfLanguage(compiled.form, language)
  const content = sealVisitForm(compiled, {
    filling: id,
    form: key,
    unit: field(head, 'unit', ''),
    round: field(head, 'round', ''),
    submittedBy: by,
    answers: rows.map(answerOfFilling),
    evidence: photos.filter(({ kind }) => kind === 'evidence').map(hangingEvidence),
    at,
    session: { language: column, environment },
  })
  return content.ok ? undisputed(content.value, rows, titleOfForm(compiled, column)) : content
}

/** What the form filled in by itself on two devices is no disagreement between people. */
function undisputed(content: VisitForm, rows: readonly EntityState[], form: string): Result<VisitForm, Problem> {
  const given = givenIds(content, content.filling)
  const disputed = rows.filter((row) => given.has(row.entity) && conflictsIn(row.regs).length > 0)
  return disputed.length === 0
    ? ok(content)
    : err({ code: 'visit.form-disputed', params: { form, count: disputed.length } })
}
