/**
 * A form is an instrument in the vocabulary of XLSForm, the standard of the field, so that a province can write its
 * own in a spreadsheet. It is plain data: expressions stand in it as they were written, texts by the language named in
 * the column (`label::Vietnamese (vi)`; the empty name is the column without one). A form is frozen by `id@version`.
 */
import type { EditionId } from '#domain/standard/edition.ts'

/** A text by language; the empty name is the text of the column that names none. */
export type Texts = Readonly<Record<string, string>>

/** What is asked, in the words of XLSForm's column `type`. */
export const questionKinds = [
  'integer',
  'decimal',
  'text',
  'note',
  'select_one',
  'select_multiple',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'image',
  'file',
  'barcode',
  'acknowledge',
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'email',
  'phonenumber',
] as const

export type QuestionKind = (typeof questionKinds)[number]

/** The columns of a question, a group or a repeat that hold an expression. */
export type ExpressionColumn =
  | 'relevant'
  | 'required'
  | 'constraint'
  | 'calculation'
  | 'read_only'
  | 'choice_filter'
  | 'repeat_count'
  | 'default'

interface NodeBase {
  /** Unique under its parent; where it is unique in the whole form too, `${name}` finds it. Rules FRM-5 and FRM-36. */
  readonly name: string
  readonly label: Texts
  readonly relevant?: string
  readonly appearance?: string
}

export interface Question extends NodeBase {
  readonly kind: QuestionKind
  /** Name of the choice list, for kinds that choose. */
  readonly list?: string
  readonly hint: Texts
  readonly guidance: Texts
  readonly required?: string
  readonly requiredMessage: Texts
  readonly constraint?: string
  readonly constraintMessage: Texts
  readonly calculation?: string
  readonly choiceFilter?: string
  readonly default?: string
  readonly readOnly?: string
  /** Unit of a number: `kg`, `%`. */
  readonly unit?: string
  /** Clause of the standard the question belongs to. */
  readonly clause?: string
  /** True for a question that decides by itself about "ready to declare". */
  readonly isKey?: boolean
  /** Photos can be hung on the answer, whatever kind it is of. */
  readonly takesEvidence?: true
  /** `max-pixels=1600` and the like, as written. */
  readonly parameters?: string
}

export interface Group extends NodeBase {
  readonly kind: 'group'
  readonly readOnly?: string
  readonly clause?: string
  readonly children: readonly FormNode[]
}

export interface Repeat extends NodeBase {
  readonly kind: 'repeat'
  readonly readOnly?: string
  /** How many instances, where the person does not decide it. */
  readonly count?: string
  readonly children: readonly FormNode[]
}

export type FormNode = Question | Group | Repeat

export interface Choice {
  readonly name: string
  readonly label: Texts
  /** Further columns, which a `choice_filter` can ask for. */
  readonly columns: Readonly<Record<string, string>>
}

/** Where a list stands: on the sheet `choices`, on `external_choices`, or in a file beside the form. */
export type ChoiceSource = 'choices' | 'external' | 'file'

export interface ChoiceList {
  readonly source: ChoiceSource
  readonly choices: readonly Choice[]
}

/**
 * What a form is written for: to be filled in by communes, to be filled in at a visit, or as the list of items that an audit
 * or an inspection judges one by one. Rule FRM-29.
 */
export const formUses = ['commune', 'visit', 'audit', 'inspection'] as const

export type FormUse = (typeof formUses)[number]

export const isFormUse = (text: string): text is FormUse => (formUses as readonly string[]).includes(text)

/** A form that says nothing is filled in by communes, like every form published before there was anything else. */
export const purposeOf = ({ use }: { readonly use?: FormUse }): FormUse => use ?? 'commune'

export interface Form {
  readonly id: string
  readonly version: string
  readonly use?: FormUse
  /** Edition of the standard it asks about, or null for matters outside it. */
  readonly edition: EditionId | null
  readonly title: Texts
  readonly defaultLanguage: string
  /** How one filling is called in a list: an expression. */
  readonly instanceName?: string
  /** `pages`, `theme-grid` …, as written. */
  readonly style?: string
  /** A list may name a choice twice, for filters that tell them apart. */
  readonly allowsDuplicates?: true
  readonly nodes: readonly FormNode[]
  readonly lists: Readonly<Record<string, ChoiceList>>
}

export const isQuestion = (node: FormNode): node is Question => node.kind !== 'group' && node.kind !== 'repeat'

export const isChoosing = (kind: FormNode['kind']): boolean => kind === 'select_one' || kind === 'select_multiple'

/** The names in an answer that chooses: of one choice the whole answer, because its name may have spaces. Rule FRM-40. */
export const chosenNames = (kind: FormNode['kind'], written: string): readonly string[] => {
  const names = kind === 'select_multiple' ? written.trim().split(/\s+/) : [written]
  return names.filter((name) => name !== '')
}

const quietKinds: ReadonlySet<string> = new Set([
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'username',
  'email',
  'phonenumber',
])

/** Whether a person sees the question at all. */
export const isShown = (node: FormNode): boolean => !quietKinds.has(node.kind)

/** A text in a language, or in the language of the form, or in the first it has. Rule FRM-17. */
export function textIn(texts: Texts, language: string, defaultLanguage: string): string {
  return texts[language] ?? texts[defaultLanguage] ?? texts[''] ?? Object.values(texts)[0] ?? ''
}
