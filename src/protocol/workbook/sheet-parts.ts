/** The worksheets of a workbook as they stand in its archive, by the names a person gave them. */
import { strFromU8, unzipSync } from 'fflate'

export interface SheetPart {
  readonly sheet: string
  readonly xml: Uint8Array
}

const textOf = (bytes: Uint8Array | undefined): string => (bytes === undefined ? '' : strFromU8(bytes))

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')

/** The tags of a part as their attributes, by name without its prefix: `r:id` is `id`. */
const tagsOf = (xml: string, tag: RegExp): readonly ReadonlyMap<string, string>[] =>
  Array.from(xml.matchAll(tag), ([, attributes = '']) => {
    const pairs = attributes.matchAll(/(?:\w+:)?(\w+)=(?:"([^"]*)"|'([^']*)')/g)
    return new Map(Array.from(pairs, ([, name = '', one, other]) => [name, unescaped(one ?? other ?? '')] as const))
  })

const SHEETS = /<(?:\w+:)?sheet(\s[^>]*)>/g
const RELATIONS = /<(?:\w+:)?Relationship(\s[^>]*)>/g

/** Where a relation of `xl/workbook.xml` leads: `worksheets/sheet1.xml`, or from the root of the archive. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** Each worksheet by the order and the names of the workbook. Throws what the archive reader throws. */
export function sheetParts(bytes: Uint8Array): readonly SheetPart[] {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(name),
  })
  const relations = tagsOf(textOf(parts['xl/_rels/workbook.xml.rels']), RELATIONS)
  const pathById = new Map(relations.map((one) => [one.get('Id'), pathOf(one.get('Target') ?? '')]))
  return tagsOf(textOf(parts['xl/workbook.xml']), SHEETS).flatMap((one) => {
    const xml = parts[pathById.get(one.get('id')) ?? '']
    return xml === undefined ? [] : [{ sheet: one.get('name') ?? '', xml }]
  })
}
