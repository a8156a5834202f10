/**
 * What a form of use `audit` or `inspection` may hold: groups, texts to read, and items with their question, what to look
 * at, why, and a clause. Everything else would ask for an answer that nobody gives there, so it is refused and not passed
 * over. The items go into sealed records, which is why their number and length end somewhere.
 */
import type { FormFault } from '../form/compile-form.ts'
import { namesInText } from '../form/expressions-of.ts'
import { type Form, type FormNode, isQuestion, type Question, type Texts } from '../form/form.ts'
import type { FormIndex, IndexedNode } from '../form/form-index.ts'

type Fault = Pick<FormFault, 'code' | 'column' | 'word'>

/** Together below what an endpoint takes of one record, with what is written beside each item. */
const [MOST_ITEMS, LONGEST_TEXT, LONGEST_NAME] = [200, 600, 60]

const CLAUSE = /^\d+(\.\d+)*$/

const onlyOfItems = ({ hint, guidance, clause }: Question) =>
  [
    ['hint', Object.values(hint)[0]],
    ['guidance_hint', Object.values(guidance)[0]],
    ['clause', clause],
  ] as const

/** Columns that mean nothing here, with what stands in them. */
function strangeCells(node: FormNode): readonly (readonly [column: string, word: string | undefined])[] {
  const all = [
    ['relevant', node.relevant],
    ['appearance', node.appearance],
    ['read_only', node.readOnly],
  ] as const
  if (!isQuestion(node)) return all
  return [
    ...all,
    ['required', node.required],
    ['required_message', Object.values(node.requiredMessage)[0]],
    ['constraint', node.constraint],
    ['constraint_message', Object.values(node.constraintMessage)[0]],
    ['calculation', node.calculation],
    ['choice_filter', node.choiceFilter],
    ['default', node.default],
    ['parameters', node.parameters],
    ['unit', node.unit],
    ['key', node.isKey === true ? 'yes' : undefined],
    ['evidence', node.takesEvidence === true ? 'yes' : undefined],
    ...(node.kind === 'note' ? onlyOfItems(node) : []),
  ]
}

const textsOf = (node: FormNode): readonly (readonly [column: string, texts: Texts])[] =>
  isQuestion(node)
    ? [
        ['label', node.label],
        ['hint', node.hint],
        ['guidance_hint', node.guidance],
      ]
    : [['label', node.label]]

const isFit = ({ kind }: FormNode): boolean => kind === 'group' || kind === 'text' || kind === 'note'

const hasWords = (texts: Texts): boolean => Object.values(texts).some((text) => text !== '')

function textFaults(node: FormNode): readonly Fault[] {
  return textsOf(node).flatMap(([column, texts]) =>
    Object.values(texts).flatMap((text): readonly Fault[] => {
      const [named] = namesInText(text)
      const length = Array.from(text).length
      if (named !== undefined) return [{ code: 'item-unfit', column, word: `\${${named}}` }]
      return length > LONGEST_TEXT ? [{ code: 'item-long', column, word: String(length) }] : []
    }),
  )
}

function nodeFaults({ node }: IndexedNode): readonly Fault[] {
  if (!isFit(node)) return [{ code: 'item-unfit', column: 'type', word: node.kind }]
  const { name } = node
  const clause = node.kind === 'group' || node.kind === 'text' ? node.clause : undefined
  // A row with neither label nor hint is told by every form.
  const isUnasked = isQuestion(node) && hasWords(node.hint) && !hasWords(node.label)
  return [
    ...strangeCells(node).flatMap(([column, word]): readonly Fault[] =>
      word === undefined || word === '' ? [] : [{ code: 'item-unfit', column, word }],
    ),
    ...(isUnasked ? [{ code: 'label-missing', column: 'label', word: name } as const] : []),
    ...(name.length > LONGEST_NAME ? [{ code: 'item-long', column: 'name', word: String(name.length) } as const] : []),
    ...(clause !== undefined && !CLAUSE.test(clause)
      ? [{ code: 'cell-unfit', column: 'clause', word: clause } as const]
      : []),
    ...textFaults(node),
  ]
}

function settingsFaults(form: Form, items: number): readonly Fault[] {
  const cells: readonly (readonly [column: string, word: string | undefined])[] = [
    ['instance_name', form.instanceName],
    ['style', form.style],
    ['allow_choice_duplicates', form.allowsDuplicates === true ? 'yes' : undefined],
  ]
  return [
    ...cells.flatMap(([column, word]): readonly Fault[] =>
      word === undefined ? [] : [{ code: 'item-unfit', column, word }],
    ),
    ...(items === 0 ? [{ code: 'items-missing', column: 'use', word: form.use ?? '' } as const] : []),
    ...(items > MOST_ITEMS ? [{ code: 'items-too-many', column: 'use', word: String(items) } as const] : []),
  ]
}

/** Whether a form is a list of items and not one that is filled in. */
export const isChecklist = ({ use }: Pick<Form, 'use'>): boolean => use === 'audit' || use === 'inspection'

/** Rule FRM-30. */
export function faultsOfItems(form: Form, index: FormIndex): readonly FormFault[] {
  if (!isChecklist(form)) return []
  const lists = Object.entries(form.lists).filter(([, { choices }]) => choices.length > 0)
  const items = index.all.filter(({ node }) => node.kind === 'text').length
  return [
    ...settingsFaults(form, items).map((fault) => ({ ...fault, place: { kind: 'settings' as const } })),
    ...index.all.flatMap((node) =>
      nodeFaults(node).map((fault) => ({ ...fault, place: { kind: 'node' as const, node } })),
    ),
    ...lists.map(([list]) => ({
      code: 'item-unfit' as const,
      column: 'list_name',
      word: list,
      place: { kind: 'choice' as const, list, at: 0 },
    })),
  ]
}
