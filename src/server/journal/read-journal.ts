/** Reads journals back: whole groups only, and a count of what was torn. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { journalFiles } from './journal-file.ts'
import { type Change, type GroupEnd, readChange, readGroupEnd, sumOf } from './journal-line.ts'

export interface JournalGroup {
  readonly end: GroupEnd
  readonly changes: readonly Change[]
}

export interface JournalReading {
  /** Lines that belong to no whole group. */
  torn: number
}

function groupOf(lines: readonly string[], end: GroupEnd): JournalGroup | null {
  const own = lines.slice(lines.length - end.lines)
  if (own.length !== end.lines || sumOf(own) !== end.sum) return null
  const changes = own.map(readChange)
  return changes.every((change) => change !== null) ? { end, changes } : null
}

async function* groupsOfFile(file: string, reading: JournalReading): AsyncGenerator<JournalGroup> {
  let lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue
    const end = readGroupEnd(line)
    if (!end) {
      lines.push(line)
      continue
    }
    const group = groupOf(lines, end)
    reading.torn += lines.length - (group ? end.lines : 0)
    lines = []
    if (group) yield group
  }
  reading.torn += lines.length
}

/** Every whole group of the folder, oldest file first. */
export async function* readJournal(folder: string, reading: JournalReading): AsyncGenerator<JournalGroup> {
  for (const file of journalFiles(folder)) yield* groupsOfFile(file, reading)
}

const TAIL_BYTES = 256 * 1024

/** The last group's end of a file, read from behind: a journal of years is not read at every start. */
export async function tailOfFile(file: string): Promise<GroupEnd | null> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    for (let from = size; from > 0; ) {
      from = Math.max(0, from - TAIL_BYTES)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from)
      const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n')
      const end = lines.map(readGroupEnd).findLast((found) => found !== null)
      if (end) return end
    }
    return null
  } finally {
    await handle.close()
  }
}

/** Where the journal in this folder stands, whoever wrote it last. */
export async function tailOfJournal(folder: string): Promise<GroupEnd | null> {
  for (const file of [...journalFiles(folder)].reverse()) {
    const end = await tailOfFile(file)
    if (end) return end
  }
  return null
}
