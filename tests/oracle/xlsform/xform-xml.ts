// A form as the XML that other engines of the field read, made by the rules of XLSForm's own converter: a name becomes
// the path to it, relative where both stand in the same repeat. It works on the text of the expressions and not on our
// tree, so that a mistake in our reading cannot hide in it.
import type { Form } from '#domain/questionnaire/form/form.ts'
import { isQuestion, type Question } from '#domain/questionnaire/form/form.ts'
import { type FormIndex, type IndexedNode, indexForm } from '#domain/questionnaire/form/form-index.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const absolute = (node: IndexedNode) => `/data${node.path}`

const around = (node: IndexedNode) => (node.node.kind === 'repeat' ? [...node.repeats, node] : node.repeats)

function pathTo(target: IndexedNode, from: IndexedNode): string {
  const shared = around(from)
    .filter((repeat) => target.repeats.includes(repeat))
    .at(-1)
  if (shared === undefined) return absolute(target)
  const up = from.path.slice(shared.path.length).split('/').length - 1
  return [...Array.from({ length: up }, () => '..'), target.path.slice(shared.path.length + 1)].join('/') || '.'
}

const INDEXED = /indexed-repeat\(\s*\$\{([^}]+)\}\s*,\s*\$\{([^}]+)\}/g
const NAME = /\$\{([^}]+)\}/g

function withPaths(written: string, from: IndexedNode, index: FormIndex, prefix = ''): string {
  const nodeOf = (name: string): IndexedNode => {
    const node = index.byName.get(name)
    if (node === undefined) throw new Error(`no ${name}`)
    return node
  }
  return written
    .replace(
      INDEXED,
      (_, target: string, repeat: string) => `indexed-repeat(${absolute(nodeOf(target))}, ${absolute(nodeOf(repeat))}`,
    )
    .replace(NAME, (_, name: string) => {
      const path = pathTo(nodeOf(name), from)
      return path.startsWith('/') ? ` ${path} ` : ` ${prefix}${path} `
    })
}

const TYPES: Readonly<Record<string, string>> = { integer: 'int', decimal: 'decimal', date: 'date' }

const yesNo = (written: string) => (written === 'yes' ? 'true()' : written)

function bindOf(node: IndexedNode, index: FormIndex): string {
  const { node: definition } = node
  const own = (name: string, written: string | undefined) =>
    written === undefined ? '' : ` ${name}="${escaped(withPaths(yesNo(written), node, index))}"`
  const question: Partial<Question> = isQuestion(definition) ? definition : {}
  return [
    `<bind nodeset="${absolute(node)}"`,
    isQuestion(definition) ? ` type="${TYPES[definition.kind] ?? 'string'}"` : '',
    own('relevant', definition.relevant),
    own('required', question.required),
    own('constraint', question.constraint),
    own('calculate', question.calculation),
    own('readonly', definition.readOnly),
    '/>',
  ].join('')
}

/** A repeat outside of all others also gives its template; inside one, the template around it is enough. */
function instanceOf(node: IndexedNode, isInside = false): string {
  const { node: definition } = node
  if (isQuestion(definition)) return `<${definition.name}>${escaped(definition.default ?? '')}</${definition.name}>`
  const { name, kind } = definition
  const inside = node.children.map((child) => instanceOf(child, isInside || kind === 'repeat')).join('')
  const one = `<${name}>${inside}</${name}>`
  return kind === 'group' || isInside ? one : `<${name} jr:template="">${inside}</${name}>${one}`
}

function controlOf(node: IndexedNode, index: FormIndex): string {
  const { node: definition } = node
  const ref = absolute(node)
  const inside = () => node.children.map((child) => controlOf(child, index)).join('')
  if (definition.kind === 'group') return `<group ref="${ref}"><label>${definition.name}</label>${inside()}</group>`
  if (definition.kind === 'repeat') {
    const count =
      definition.count === undefined ? '' : ` jr:count="${escaped(withPaths(definition.count, node, index))}"`
    return `<group ref="${ref}"><label>${definition.name}</label><repeat nodeset="${ref}"${count}>${inside()}</repeat></group>`
  }
  if (definition.kind === 'calculate') return ''
  if (definition.list === undefined) return `<input ref="${ref}"><label>${definition.name}</label></input>`
  const filter =
    definition.choiceFilter === undefined ? '' : `[${withPaths(definition.choiceFilter, node, index, 'current()/')}]`
  const items = `<itemset nodeset="${escaped(`instance('${definition.list}')/root/item${filter}`)}"><value ref="name"/><label ref="label"/></itemset>`
  const tag = definition.kind === 'select_one' ? 'select1' : 'select'
  return `<${tag} ref="${ref}"><label>${definition.name}</label>${items}</${tag}>`
}

const listsOf = (form: Form) =>
  Object.entries(form.lists)
    .map(([name, { choices }]) => {
      const items = choices.map((choice) => {
        const cells = Object.entries({ name: choice.name, label: choice.label[''] ?? '', ...choice.columns })
        return `<item>${cells.map(([key, text]) => `<${key}>${escaped(text)}</${key}>`).join('')}</item>`
      })
      return `<instance id="${name}"><root>${items.join('')}</root></instance>`
    })
    .join('')

/** The form as an XForm of OpenRosa. */
export function xformOf(form: Form): string {
  const index = indexForm(form)
  const binds = index.all.map((node) => bindOf(node, index)).join('\n')
  const instance = index.roots.map((node) => instanceOf(node)).join('')
  return `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>oracle</h:title><model>
<instance><data id="oracle" version="1">${instance}<meta><orx:instanceID/></meta></data></instance>
${listsOf(form)}
${binds}
</model></h:head><h:body>${index.roots.map((node) => controlOf(node, index)).join('\n')}</h:body></h:html>`
}
