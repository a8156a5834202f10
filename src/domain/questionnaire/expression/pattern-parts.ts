/**
 * Takes a pattern of `regex()` apart. What one character may be (`[a-z]`, `\d`, `\p{L}`, `.`) is left to the language's own
 * expressions, which cannot run long over one character; only how the parts follow each other is read here.
 */

export type PatternPart =
  | { readonly is: 'character'; readonly test: (character: string) => boolean }
  | { readonly is: 'edge'; readonly where: 'start' | 'end' | 'word' | 'inside' }
  | { readonly is: 'row'; readonly parts: readonly PatternPart[] }
  | { readonly is: 'either'; readonly parts: readonly PatternPart[] }
  | { readonly is: 'repeat'; readonly part: PatternPart; readonly least: number; readonly most: number }
  | { readonly is: 'ahead'; readonly part: PatternPart; readonly wanted: boolean }

/** What this reader does not take: `(?<=`, `\1`. */
export class UnfitPattern extends Error {}

/** Tried with and without Unicode: `[\w-.]` is only read without, `\p{L}` only with. */
function oneOf(source: string): (character: string) => boolean {
  for (const flags of ['u', '']) {
    try {
      const single = new RegExp(`^(?:${source})$`, flags)
      const known = new Map<string, boolean>()
      return (character) => {
        const before = known.get(character)
        if (before !== undefined) return before
        const is = single.test(character)
        if (known.size < 1_000) known.set(character, is)
        return is
      }
    } catch {
      // The other way, then.
    }
  }
  throw new UnfitPattern(source)
}

const CLASS = /^\[(?:\\[\s\S]|[^\]\\])*\]/
const ESCAPE = /^\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[\s\S])/
const COUNT = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/
const EDGES = { '^': 'start', $: 'end', '\\b': 'word', '\\B': 'inside' } as const

class PatternReader {
  #rest: string

  constructor(source: string) {
    this.#rest = source
  }

  read(): PatternPart {
    const part = this.#either()
    if (this.#rest !== '') throw new UnfitPattern(this.#rest)
    return part
  }

  #take(text: string): string {
    this.#rest = this.#rest.slice(text.length)
    return text
  }

  #either(): PatternPart {
    const parts = [this.#row()]
    while (this.#rest.startsWith('|')) {
      this.#take('|')
      parts.push(this.#row())
    }
    return parts.length === 1 ? (parts[0] as PatternPart) : { is: 'either', parts }
  }

  #row(): PatternPart {
    const parts: PatternPart[] = []
    while (this.#rest !== '' && !/^[|)]/.test(this.#rest)) parts.push(this.#counted(this.#part()))
    return { is: 'row', parts }
  }

  #counted(part: PatternPart): PatternPart {
    const match = COUNT.exec(this.#rest)
    if (match === null) return part
    const [text, from, to] = match
    this.#take(text)
    if (from === undefined) return { is: 'repeat', part, ...SHORT[text[0] as '*' | '+' | '?'] }
    const least = Number(from)
    const most = to === undefined ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to)
    return { is: 'repeat', part, least, most }
  }

  #part(): PatternPart {
    const edge = /^(?:[\^$]|\\b|\\B)/.exec(this.#rest)?.[0]
    if (edge !== undefined) return { is: 'edge', where: EDGES[this.#take(edge) as keyof typeof EDGES] }
    if (this.#rest.startsWith('(')) return this.#group()
    if (/^\\[1-9k]/.test(this.#rest)) throw new UnfitPattern(this.#rest.slice(0, 2))
    const source = CLASS.exec(this.#rest)?.[0] ?? ESCAPE.exec(this.#rest)?.[0]
    if (source !== undefined) return { is: 'character', test: oneOf(this.#take(source)) }
    const character = String.fromCodePoint(this.#rest.codePointAt(0) ?? 0)
    this.#take(character)
    return { is: 'character', test: character === '.' ? oneOf('.') : (other) => other === character }
  }

  #group(): PatternPart {
    const opening = /^\((?:\?(?::|=|!|<(?![=!])[^>]*>))?/.exec(this.#rest)?.[0] ?? '('
    if (opening === '(' && this.#rest.startsWith('(?')) throw new UnfitPattern(this.#rest.slice(0, 4))
    this.#take(opening)
    const part = this.#either()
    this.#take(')')
    return opening === '(?=' || opening === '(?!' ? { is: 'ahead', part, wanted: opening === '(?=' } : part
  }
}

const SHORT = {
  '*': { least: 0, most: Number.POSITIVE_INFINITY },
  '+': { least: 1, most: Number.POSITIVE_INFINITY },
  '?': { least: 0, most: 1 },
} as const

/** Throws `UnfitPattern` at what it does not take; the pattern is one the language itself can read. */
export const readPattern = (source: string): PatternPart => new PatternReader(source).read()
