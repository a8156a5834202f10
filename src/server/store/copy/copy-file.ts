/**
 * A copy as a file: gzipped lines of JSON, first a head, then the tables with their rows, last what all of it has to
 * add up to. It needs no tool of the database's to be made or read, and a part that is missing or changed is noticed.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import { type CopiedRow, ROWS_AT_ONCE, type RowBatch } from './copied-tables.ts'
import { type CopySummary, mustBeSame, Summariser } from './copy-summary.ts'

const FORMAT = 'so-tay-iso-xa/endpoint-copy'
const FORMAT_VERSION = 1

export interface CopyHead {
  readonly schema: number
  readonly madeMs: number
}

/** The file is not a whole copy of ours. */
export class UnreadableCopyError extends Error {}

async function* linesOf(head: CopyHead, batches: AsyncIterable<RowBatch>, summariser: Summariser) {
  yield `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, ...head })}\n`
  let table = ''
  for await (const batch of batches) {
    summariser.add(batch)
    if (batch.table !== table) yield `${JSON.stringify({ table: batch.table, columns: batch.columns })}\n`
    table = batch.table
    if (batch.rows.length > 0) yield batch.rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  }
  yield `${JSON.stringify({ sections: summariser.end() })}\n`
}

/** Writes the file and returns only when it is on the disk. */
export async function writeCopyFile(file: string, head: CopyHead, batches: AsyncIterable<RowBatch>): Promise<void> {
  const lines = Readable.from(linesOf(head, batches, new Summariser()), { objectMode: true })
  await pipeline(lines, createGzip({ level: 6 }), createWriteStream(file))
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = source.pipe(createGunzip())
  source.on('error', (error) => unpacked.destroy(error))
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') throw new UnreadableCopyError('the copy ends in the middle')
}

type Line =
  | CopiedRow
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly sections: CopySummary }
  | (CopyHead & { readonly format: string; readonly version: number })

function parseLine(text: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch {
    throw new UnreadableCopyError('a line of the copy cannot be read')
  }
}

function readHead(line: Line): CopyHead {
  if ('format' in line && line.format === FORMAT && line.version === FORMAT_VERSION) return line
  throw new UnreadableCopyError('not a copy of an endpoint, or one of a newer version')
}

async function* linesAfterHead(file: string): AsyncGenerator<Line, void> {
  let isFirst = true
  for await (const text of textLines(file)) {
    if (!isFirst) yield parseLine(text)
    isFirst = false
  }
}

export async function headOfCopy(file: string): Promise<CopyHead> {
  for await (const text of textLines(file)) return readHead(parseLine(text))
  throw new UnreadableCopyError('the copy is empty')
}

/** Rows of one table until there are enough of them for a step, or another table begins. */
async function* batchesOf(lines: AsyncIterable<Line>): AsyncGenerator<RowBatch, CopySummary | undefined> {
  let batch: RowBatch = { table: '', columns: [], rows: [] }
  let rows: CopiedRow[] = []
  for await (const line of lines) {
    if (Array.isArray(line)) rows.push(line as CopiedRow)
    if (rows.length > 0 && (rows.length >= ROWS_AT_ONCE || !Array.isArray(line))) {
      yield { ...batch, rows }
      rows = []
    }
    if ('sections' in line) return line.sections
    if ('columns' in line) batch = { ...line, rows }
  }
  return undefined
}

/** The rows of a copy; throws at its end where they are not what was written. */
export async function* readCopyFile(file: string): AsyncGenerator<RowBatch> {
  await headOfCopy(file)
  const summariser = new Summariser()
  const batches = batchesOf(linesAfterHead(file))
  let next = await batches.next()
  for (; next.done !== true; next = await batches.next()) {
    summariser.add(next.value)
    yield next.value
  }
  if (next.value === undefined) throw new UnreadableCopyError('the copy ends too early')
  mustBeSame(next.value, summariser.end())
}
