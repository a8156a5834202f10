/**
 * The proof that two copies are the same: for each table with rows, and of the operations for each feed, the number of
 * rows and a SHA-256 over them in their order.
 */
import { createHash, type Hash } from 'node:crypto'
import type { RowBatch } from './copied-tables.ts'

export interface SectionSummary {
  readonly rows: number
  readonly sha256: string
}

/** By section: `account`, …, `op ls25-06001/self`. */
export type CopySummary = Readonly<Record<string, SectionSummary>>

export class Summariser {
  readonly #sections = new Map<string, { rows: number; readonly hash: Hash }>()

  add({ table, columns, rows }: RowBatch): void {
    const feed = table === 'op' ? columns.indexOf('feed') : -1
    for (const row of rows) {
      const section = this.#section(feed < 0 ? table : `${table} ${row[feed]}`)
      section.rows++
      section.hash.update(`${JSON.stringify(row)}\n`)
    }
  }

  #section(name: string) {
    const known = this.#sections.get(name)
    if (known) return known
    const section = { rows: 0, hash: createHash('sha256') }
    this.#sections.set(name, section)
    return section
  }

  end(): CopySummary {
    const sections = [...this.#sections].sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(sections.map(([name, { rows, hash }]) => [name, { rows, sha256: hash.digest('hex') }]))
  }
}

/** Passes the batches on and counts them. */
export async function* summarised(batches: AsyncIterable<RowBatch>, summariser: Summariser): AsyncGenerator<RowBatch> {
  for await (const batch of batches) {
    summariser.add(batch)
    yield batch
  }
}

export async function summarise(batches: AsyncIterable<RowBatch>): Promise<CopySummary> {
  const summariser = new Summariser()
  for await (const batch of batches) summariser.add(batch)
  return summariser.end()
}

export const opsIn = (summary: CopySummary): number =>
  Object.entries(summary).reduce((sum, [name, { rows }]) => (name.startsWith('op ') ? sum + rows : sum), 0)

/** Sections that are not the same in both; empty when the copies are. */
export function differences(a: CopySummary, b: CopySummary): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return names.filter((name) => {
    const [left, right] = [a[name], b[name]]
    return left?.rows !== right?.rows || left?.sha256 !== right?.sha256
  })
}

export class CopyDiffersError extends Error {
  readonly sections: readonly string[]

  constructor(sections: readonly string[]) {
    super(`the copy differs from its original: ${sections.join(', ')}`)
    this.sections = sections
  }
}

export function mustBeSame(original: CopySummary, copy: CopySummary): void {
  const sections = differences(original, copy)
  if (sections.length > 0) throw new CopyDiffersError(sections)
}
