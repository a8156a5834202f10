/** Functions over choices: what is chosen, how a choice is called, and rows of lists and attached tables. */
import { fn, type FunctionTable } from './function-table.ts'
import type { Call } from './evaluate.ts'
import type { ExpressionNode } from './value.ts'

const SPACES = /[ \t\r\n]+/

const listOf = (text: string): readonly string[] => text.trim().split(SPACES)

function rowsOf(call: Call, id: string): readonly ExpressionNode[] {
  return (
    call.scope
      .instance(id)
      ?.children()
      .flatMap((root) => root.children()) ?? []
  )
}

const cell = (row: ExpressionNode, column: string): string => row.children(column)[0]?.text() ?? ''

function pulldata(call: Call): string {
  const [id, wanted, key, sought] = [call.text(0), call.text(1), call.text(2), call.text(3)]
  const row = rowsOf(call, id).find((candidate) => cell(candidate, key) === sought)
  return row === undefined ? '' : cell(row, wanted)
}

/** The second argument is the question itself (`${q}`) or, as converters write it, its path in quotes. */
function choiceName(call: Call): string {
  const second = call.expression(1)
  const node = second?.kind === 'text' ? quotedReference(call, second.value) : call.nodes(1)[0]
  return node === undefined ? '' : call.scope.choiceLabel(call.text(0), node)
}

const quotedReference = (call: Call, text: string) => {
  const name = /^\s*\$\{\s*([^{}\s]+)\s*\}\s*$/.exec(text)?.[1]
  return name === undefined ? undefined : call.scope.reference(name, false)[0]
}

export const choiceFunctions: FunctionTable = {
  selected: fn(2, 2, (call) => listOf(call.text(0)).includes(call.text(1).trim())),
  'selected-at': fn(2, 2, (call) => listOf(call.text(0))[Number.parseInt(call.text(1), 10)] ?? ''),
  'count-selected': fn(1, 1, (call) => {
    const text = call.text(0).trim()
    return text === '' ? 0 : listOf(text).length
  }),
  'jr:choice-name': fn(2, 2, choiceName),
  instance: fn(1, 1, (call) => {
    const found = call.scope.instance(call.text(0))
    return found === null ? [] : [found]
  }),
  pulldata: fn(4, 4, pulldata),
}
