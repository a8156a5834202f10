/**
 * The items of an audit beside those of its instrument: the commune's own, and those taken from a form that the province
 * published. Each is one record; how many there are goes into the progress that others see.
 */
import { auditChecklist, checkOwnItem, type OwnItem } from '#domain/internal-audit/checklist.ts'
import { type FormItems, ownItemsFrom } from '#domain/internal-audit/form-items.ts'
import { checklistOf, formTitle } from '#domain/questionnaire/checklist/form-items.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureWrite } from '#data/gesture.ts'
import { auditFeed, unitOfAudit } from './audit-names.ts'
import { auditNotFound, type OpenAudit, progressWrite } from './audit-open.ts'
import { inOpenAudit } from './audit-open-gesture.ts'
import { clausesOf, ownItemId, ownItemOf } from './audit-on-site-views.ts'
import { field, rowOf } from './entity-query.ts'
import { loadForm } from './form-library-repository.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

const ownItemsIn = ({ children, audit }: OpenAudit): readonly OwnItem[] =>
  children.filter(({ kind }) => kind === 'checklist-item').map((state) => ownItemOf(audit.entity, state))

/** A change of the checklist with the number of its items in the progress that others see. */
async function changeChecklist(
  parts: RepositoryParts,
  auditId: string,
  write: (open: OpenAudit) => { readonly writes: readonly GestureWrite[]; readonly own: readonly OwnItem[] },
): SaveResult {
  const unit = await unitOfAudit(parts.db, auditId)
  const row = unit === undefined ? undefined : await rowOf(parts.db, auditFeed(unit), auditId)
  const instrument = row && (await loadInstrument(field(row, 'instrument', '')))
  if (!instrument) return auditNotFound
  return inOpenAudit(parts, auditId, (open) => {
    const { writes, own } = write(open)
    const total = auditChecklist(instrument, clausesOf(open.audit), own).questions.length
    return ok([...writes, progressWrite(open, { total })])
  })
}

export const ownItemWrite = (unit: string, audit: string, { id, ...item }: OwnItem): GestureWrite => ({
  feed: auditFeed(unit),
  kind: 'checklist-item',
  entity: ownItemId(audit, id),
  fields: { audit, ...item },
})

export async function addOwnItem(
  parts: RepositoryParts,
  auditId: string,
  item: Pick<OwnItem, 'clause' | 'document' | 'question'>,
): Promise<Result<string, Problem>> {
  const checked = checkOwnItem(item)
  if (!checked.ok) return checked
  const id = newId(parts)
  const saved = await changeChecklist(parts, auditId, (open) => {
    const known = ownItemsIn(open)
    const order = Math.max(0, ...known.map((one) => one.order)) + 1
    const { clause, document, question } = checked.value
    const added = { id, clause, document, question, order }
    return { writes: [ownItemWrite(open.unit, auditId, added)], own: [...known, added] }
  })
  return saved.ok ? ok(id) : saved
}

export const removeOwnItem = (parts: RepositoryParts, auditId: string, itemId: string): SaveResult =>
  changeChecklist(parts, auditId, (open) => ({
    writes: [
      {
        feed: auditFeed(open.unit),
        kind: 'checklist-item',
        entity: ownItemId(auditId, itemId),
        isRemoval: true,
      },
    ],
    own: ownItemsIn(open).filter(({ id }) => id !== itemId),
  }))

/** Null where the form is not whole here, or is for something else. */
const itemsOfForm = (form: Form | undefined): FormItems | null =>
  form !== undefined && form.use === 'audit'
    ? { form: formKey(form), title: formTitle(form), items: checklistOf(form) }
    : null

/** Every question of these forms, as the first own items of an audit. Rule AUD-27. */
export async function ownItemsOfForms(
  parts: RepositoryParts,
  forms: readonly string[],
): Promise<Result<readonly OwnItem[], Problem>> {
  let own: readonly OwnItem[] = []
  for (const form of forms) {
    const from = itemsOfForm(await loadForm(parts, form))
    if (from === null) return err({ code: 'checklist.form-missing' })
    const names = from.items.map(({ id }) => id)
    own = [...own, ...ownItemsFrom(from, names, own)]
  }
  return ok(own)
}

/** The chosen questions of a province's form, in one gesture; those the audit has already stay as they are. Rule AUD-22. */
export async function addFormItems(
  parts: RepositoryParts,
  auditId: string,
  form: string,
  names: readonly string[],
): Promise<Result<number, Problem>> {
  const items = itemsOfForm(await loadForm(parts, form))
  if (items === null) return err({ code: 'checklist.form-missing' })
  let added = 0
  const saved = await changeChecklist(parts, auditId, (open) => {
    const known = ownItemsIn(open)
    const taken = ownItemsFrom(items, names, known)
    added = taken.length
    return { writes: taken.map((item) => ownItemWrite(open.unit, auditId, item)), own: [...known, ...taken] }
  })
  return saved.ok ? ok(added) : saved
}
