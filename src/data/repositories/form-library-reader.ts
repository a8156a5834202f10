/**
 * Published forms as a list, and one of them joined from its parts. Only the province's feed can carry them: a form that
 * came in any other, by a file from a colleague, is nobody's publication.
 */
import { lastChange } from '#domain/change/entity-state.ts'
import { parseFeed } from '#domain/change/feed.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { isFormUse, type Texts } from '#domain/questionnaire/form/form.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import { formEntity, partEntity, withdrawalEntity } from '#domain/questionnaire/library/form-records.ts'
import {
  SHIPPED_LANGUAGES,
  type ShippedForm,
  shippedForms,
} from '#domain/questionnaire/shipped-forms/shipped-form-list.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import type { FormListing } from '#data/contract/form-library-contract.ts'
import { isAlive } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { type Locate, readLocations, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, nullable, rowsOfParent } from './entity-query.ts'

const inPlan = (row: EntityRow): boolean => parseFeed(row.feed)?.audience === 'plan'

const rowsOf = async (db: LocalDatabase, kind: string): Promise<readonly EntityRow[]> =>
  (await db.ent.where('kind').equals(kind).toArray()).filter((row) => isAlive(row) && inPlan(row))

const keyOf = (row: EntityRow): string => formKey({ id: field(row, 'form', ''), version: field(row, 'version', '') })

/** What a record says it is under another name than its own is not listed. */
const isNamed = (row: EntityRow): boolean => row.e === formEntity(keyOf(row))

type Withdrawals = ReadonlyMap<string, NonNullable<FormListing['withdrawal']>>

const withdrawalsOf = (rows: readonly EntityRow[]): Withdrawals =>
  new Map(
    rows.flatMap((row) => {
      const on = nullable<LocalDate>(row, 'on')
      const key = field(row, 'form', '')
      return on === null || row.e !== withdrawalEntity(key) ? [] : [[key, { on, reason: field(row, 'reason', '') }]]
    }),
  )

const isPartOf = (row: EntityRow, key: string, sha256: string, at: number): boolean =>
  row.kind === 'form-part' && row.e === partEntity(key, sha256, at)

/** In order; undefined while one of them is missing. */
function partsInOrder(form: EntityRow, rows: readonly EntityRow[]): readonly EntityRow[] | undefined {
  const [key, sha256] = [keyOf(form), field(form, 'sha256', '')]
  const wanted = Array.from({ length: field(form, 'parts', 0) }, (_, at) => at)
  const found = wanted.map((at) => rows.find((row) => isPartOf(row, key, sha256, at)))
  return found.every((row) => row !== undefined) && found.length > 0 ? found : undefined
}

/** Counts keys and opens no part: a list of forms must not read their texts. */
async function countParts(db: LocalDatabase, row: EntityRow): Promise<number> {
  return db.ent.where('[feed+p]').equals([row.feed, row.e]).count()
}

/** A use that a later version brings is not offered where communes begin. */
function listedUse(row: EntityRow): FormListing['use'] {
  const use = field(row, 'use', 'commune')
  return isFormUse(use) ? use : 'inspection'
}

async function listingOf(
  db: LocalDatabase,
  row: EntityRow,
  withdrawals: Withdrawals,
  locate: Locate,
): Promise<FormListing> {
  const key = keyOf(row)
  const withdrawal = withdrawals.get(key) ?? null
  return {
    key,
    id: field(row, 'form', ''),
    version: field(row, 'version', ''),
    title: field<Texts>(row, 'title', {}),
    defaultLanguage: field(row, 'defaultLanguage', ''),
    languages: field<readonly string[]>(row, 'languages', []),
    edition: nullable<EditionId>(row, 'edition'),
    use: listedUse(row),
    questions: field(row, 'questions', 0),
    origin: 'published',
    publishedOn: field(row, 'publishedOn', '' as LocalDate),
    publishedBy: lastChange(row.box)?.u ?? '',
    withdrawal,
    isWithdrawn: withdrawal !== null,
    isWhole: (await countParts(db, row)) >= field(row, 'parts', 1),
    location: worstLocation([locate(row)]),
  }
}

function shippedListing(form: ShippedForm, withdrawals: Withdrawals): FormListing {
  const key = formKey(form)
  const withdrawal = withdrawals.get(key) ?? null
  return {
    ...form,
    key,
    use: 'commune',
    defaultLanguage: SHIPPED_LANGUAGES[0],
    languages: SHIPPED_LANGUAGES,
    origin: 'shipped',
    publishedBy: '',
    withdrawal,
    isWithdrawn: withdrawal !== null,
    isWhole: true,
    location: 'backed-up',
  }
}

const laterDay = (one: FormListing, other: FormListing): number =>
  one.publishedOn === other.publishedOn ? 0 : one.publishedOn < other.publishedOn ? 1 : -1

const laterVersion = (one: FormListing, other: FormListing): number =>
  laterDay(one, other) || other.version.localeCompare(one.version, 'en', { numeric: true })

/** Versions of one form stand together, the newest first; forms by their newest. Rule LIB-6. */
function inOrder(listings: readonly FormListing[]): readonly FormListing[] {
  const byId = new Map<string, FormListing[]>()
  for (const listing of listings) byId.set(listing.id, [...(byId.get(listing.id) ?? []), listing])
  const groups = Array.from(byId.values(), (group) => group.sort(laterVersion))
  return groups
    .sort(([one], [other]) => (one && other ? laterDay(one, other) || (one.id < other.id ? -1 : 1) : 0))
    .flat()
}

/** Each key once: where two provinces published the same, the one that was read first. */
const onceEach = (listings: readonly FormListing[]): readonly FormListing[] => [
  ...new Map(listings.toReversed().map((listing) => [listing.key, listing])).values(),
]

export const listForms = (db: LocalDatabase): Promise<readonly FormListing[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [forms, withdrawn, locate] = await Promise.all([
      rowsOf(db, 'form'),
      rowsOf(db, 'form-withdrawal'),
      readLocations(db),
    ])
    const withdrawals = withdrawalsOf(withdrawn)
    const published = await Promise.all(forms.filter(isNamed).map((row) => listingOf(db, row, withdrawals, locate)))
    return inOrder(onceEach([...shippedForms.map((form) => shippedListing(form, withdrawals)), ...published]))
  })

interface StoredForm {
  readonly text: string
  readonly sha256: string
}

/** The text of a published form, not yet held against its hash; undefined where it is not all here. */
export const readStoredForm = (db: LocalDatabase, key: string): Promise<StoredForm | undefined> =>
  readIn(db, [db.ent], async () => {
    const rows = (await rowsOf(db, 'form')).filter((row) => row.e === formEntity(key) && isNamed(row))
    const [form] = rows
    if (form === undefined) return undefined
    const parts = partsInOrder(form, await rowsOfParent(db, form.feed, form.e))
    if (parts === undefined) return undefined
    return { text: parts.map((part) => field(part, 'text', '')).join(''), sha256: field(form, 'sha256', '') }
  })
