/** Checks of a form that concern no expression: names, labels, lists and what one column needs of another. */
import { editionById } from '#domain/standard/edition.ts'
import type { FormFault } from './compile-form.ts'
import { type Form, isChoosing, isQuestion, isShown, type Question } from './form.ts'
import type { FormIndex, IndexedNode } from './form-index.ts'
import { isChecklist } from '../checklist/check-items.ts'

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u

type Fault = Pick<FormFault, 'code' | 'column' | 'word'>

/** An item of a list is known by its name alone, in every version and in every record that was made with it. */
const isTwice = (node: IndexedNode, form: Form, { clashing, several }: FormIndex): boolean =>
  clashing.has(node) || (isChecklist(form) && several.has(node.node.name))

function nameFaults(indexed: IndexedNode, form: Form, index: FormIndex): readonly Fault[] {
  const { node } = indexed
  const { name } = node
  if (name === '') return [{ code: 'name-missing', column: 'name', word: node.kind }]
  if (!NAME.test(name)) return [{ code: 'name-unfit', column: 'name', word: name }]
  return isTwice(indexed, form, index) ? [{ code: 'name-twice', column: 'name', word: name }] : []
}

function questionFaults(question: Question, form: Form): readonly Fault[] {
  const faults: Fault[] = []
  const { kind, list } = question
  const hasWords = [question.label, question.hint].some((texts) => Object.values(texts).some((text) => text !== ''))
  if (isShown(question) && !hasWords) faults.push({ code: 'label-missing', column: 'label', word: question.name })
  if (isChoosing(kind) && (list === undefined || !Object.hasOwn(form.lists, list))) {
    faults.push({ code: 'list-missing', column: 'type', word: list ?? '' })
  }
  if (kind === 'calculate' && question.calculation === undefined && question.default === undefined) {
    faults.push({ code: 'needs-other-column', column: 'calculation', word: 'calculation' })
  }
  return faults
}

/** Rules FRM-5 and FRM-36. */
export function faultsOfNode(node: IndexedNode, form: Form, index: FormIndex): readonly FormFault[] {
  const place = { kind: 'node' as const, node }
  const own = isQuestion(node.node) ? questionFaults(node.node, form) : []
  return [...nameFaults(node, form, index), ...own].map((fault) => ({ ...fault, place }))
}

/** The lists that questions choose from, and whether several of one may be chosen. */
function listsInUse(form: Form): ReadonlyMap<string, 'one' | 'many'> {
  const used = new Map<string, 'one' | 'many'>()
  const visit = (nodes: Form['nodes']): void => {
    for (const node of nodes) {
      if (!isQuestion(node)) visit(node.children)
      else if (node.list !== undefined && used.get(node.list) !== 'many') {
        used.set(node.list, node.kind === 'select_multiple' ? 'many' : 'one')
      }
    }
  }
  visit(form.nodes)
  return used
}

/** A choice is named once in its list; a name of several words could not be told apart among several chosen. */
export function faultsOfLists(form: Form): readonly FormFault[] {
  const used = listsInUse(form)
  const faults: FormFault[] = []
  const edition = form.edition === null || editionById(form.edition) !== undefined
  if (!edition)
    faults.push({ code: 'cell-unfit', place: { kind: 'settings' }, column: 'edition', word: form.edition ?? '' })
  for (const [list, { choices, source }] of Object.entries(form.lists)) {
    // A table that is only looked things up in needs no names.
    if (source === 'file' && !used.has(list)) continue
    const seen = new Set<string>()
    choices.forEach(({ name }, at) => {
      const place = { kind: 'choice' as const, list, at }
      if (name === '') faults.push({ code: 'name-missing', place, column: 'name', word: list })
      else if (seen.has(name) && form.allowsDuplicates !== true)
        faults.push({ code: 'choice-twice', place, column: 'name', word: name })
      else if (used.get(list) === 'many' && /\s/.test(name))
        faults.push({ code: 'name-unfit', place, column: 'name', word: name })
      seen.add(name)
    })
  }
  return faults
}
