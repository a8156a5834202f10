/**
 * Publishing forms and opening them. The parts of a form are written before the form: whoever has the form has, or will
 * get, everything it is made of, and a publication that broke off leaves nothing anybody sees. What is opened is held
 * against the hash it was published under.
 */
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formKey, isFormId, isFormVersion } from '#domain/questionnaire/library/form-key.ts'
import {
  formEntity,
  type FormRecord,
  formRecords,
  withdrawalEntity,
} from '#domain/questionnaire/library/form-records.ts'
import { formText, readFormText } from '#domain/questionnaire/library/form-text.ts'
import { loadShippedForm } from '#domain/questionnaire/shipped-forms/load-shipped-form.ts'
import { shippedForms } from '#domain/questionnaire/shipped-forms/shipped-form-list.ts'
import type { FormLibraryRepository } from '#data/contract/form-library-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { listForms, readStoredForm } from './form-library-reader.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'

const isShipped = (key: string): boolean => shippedForms.some((form) => formKey(form) === key)

/** The feed of the province the person works in. */
function planFeed({ identity }: RepositoryParts): string | undefined {
  const { grants, places } = identity()
  const byId = new Map(places.map((place) => [place.id, place]))
  for (const { scope } of grants) {
    let at = byId.get(scope)
    while (at !== undefined && at.kind !== 'province') at = at.parent === null ? undefined : byId.get(at.parent)
    if (at !== undefined) return feedId(at.id, 'plan')
  }
  return undefined
}

/** Undefined where it is not whole here, or not what was published. */
export async function loadForm({ db, hasher }: RepositoryParts, key: string): Promise<Form | undefined> {
  const stored = await readStoredForm(db, key)
  if (stored === undefined) return loadShippedForm(key)
  const found = await hasher.sha256(new TextEncoder().encode(stored.text))
  const form = found === stored.sha256 ? readFormText(stored.text) : undefined
  return form !== undefined && formKey(form) === key ? form : undefined
}

/** Each part is a gesture of its own: a line that breaks sends no part twice. */
async function writeParts(
  { commit }: RepositoryParts,
  feed: string,
  records: readonly FormRecord[],
): Promise<Result<null, Problem>> {
  for (const record of records) {
    const saved = await commit([{ feed, ...record }])
    if (!saved.ok) return saved
  }
  return ok(null)
}

const taken = ({ version }: Form): Result<never, Problem> => err({ code: 'form.version-taken', params: { version } })

async function publish(parts: RepositoryParts, form: Form): Promise<Result<string, Problem>> {
  const feed = planFeed(parts)
  const key = formKey(form)
  if (feed === undefined) return err({ code: 'access.forbidden' })
  if (!isFormId(form.id) || !isFormVersion(form.version)) return err({ code: 'form.key-unfit' })
  const text = formText(form)
  const sha256 = await parts.hasher.sha256(new TextEncoder().encode(text))
  const records = formRecords(form, text, sha256, todayOf(parts))
  if (isShipped(key) || (await parts.db.ent.get([feed, records.form.entity]))) return taken(form)
  const written = await writeParts(parts, feed, records.parts)
  if (!written.ok) return written
  // Another tab may have published the same meanwhile.
  const saved = await parts.commit(async (reader) =>
    (await reader.entity(feed, records.form.entity)) ? taken(form) : ok([{ feed, ...records.form }]),
  )
  return saved.ok ? ok(key) : saved
}

async function setWithdrawal(parts: RepositoryParts, key: string, on: string | null, reason: string): SaveResult {
  const feed = planFeed(parts)
  if (feed === undefined) return err({ code: 'access.forbidden' })
  if (!isShipped(key) && !(await parts.db.ent.get([feed, formEntity(key)]))) return err({ code: 'form.unknown' })
  if (on !== null && !hasText(reason)) return err({ code: 'form.reason-missing' })
  const fields = { form: key, on, reason: reason.trim() }
  return parts.commit([{ feed, kind: 'form-withdrawal', entity: withdrawalEntity(key), fields }])
}

export const createFormLibraryRepository = (parts: RepositoryParts): FormLibraryRepository => ({
  list: () => listForms(parts.db),
  load: (key) => loadForm(parts, key),
  publish: (form) => publish(parts, form),
  withdraw: (key, reason) => setWithdrawal(parts, key, todayOf(parts), reason),
  offerAgain: (key) => setWithdrawal(parts, key, null, ''),
})
