/**
 * The archive of operations that later ones replaced: one compressed file of lines for each month of arrival, in two
 * folders, one beside the data and one beside the backups. A month's file only grows: it is written anew under another
 * name with the new lines behind the old ones, flushed, read back and compared, and only then put in the place of the
 * old one. So there is never half a file, and what was cut is done again without anything being in it twice (END-102).
 */
import { createReadStream, createWriteStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { makeFolder } from '#server/files/make-folder.ts'
import { type ArchivedRow, type ArchiveLine, readArchiveLine } from './archive-line.ts'

const NAME = /^ops-archive-(\d{6})\.ndjson\.(zst|gz)$/
/** Folder of the archive within the data folder and within the backup folder. */
const FOLDER = 'archive'
const PRIVATE = 0o600

/** An archive that does not hold what was written into it; nothing is deleted on its word. */
class UnprovedArchiveError extends Error {}

/** Newer versions of Node have Zstandard; the others compress by gzip. Both are read wherever they can be. */
interface Zstd {
  readonly createZstdCompress?: () => Transform
  readonly createZstdDecompress?: () => Transform
}

const { createZstdCompress, createZstdDecompress } = zlib as Zstd

const compressorOf = (file: string): Transform =>
  file.endsWith('.zst') && createZstdCompress ? createZstdCompress() : zlib.createGzip({ level: 6 })

function decompressorOf(file: string): Transform {
  if (!file.endsWith('.zst')) return zlib.createGunzip()
  if (!createZstdDecompress) throw new UnprovedArchiveError(`${path.basename(file)}: this Node cannot read Zstandard`)
  return createZstdDecompress()
}

export const archiveFolderIn = (folder: string): string => path.join(folder, FOLDER)

/** Files of an archive folder, oldest month first. */
export const archiveFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
        .map((name) => path.join(folder, name))
    : []

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = source.pipe(decompressorOf(file))
  source.on('error', (error) => unpacked.destroy(error))
  for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) yield line
}

/** Every operation of the archive in this folder whose line is wanted; a damaged file ends it with an error. */
export async function* readArchive(
  folder: string,
  isWanted: (line: string) => boolean = () => true,
): AsyncGenerator<ArchivedRow> {
  for (const file of archiveFiles(folder))
    for await (const line of linesOf(file)) {
      if (!isWanted(line)) continue
      const found = readArchiveLine(line)
      if (found) yield found
    }
}

async function flush(place: string, mode: string): Promise<void> {
  if (process.platform === 'win32' && mode === 'r') return
  const handle = await open(place, mode)
  await handle.sync()
  await handle.close()
}

/** The file of a month as it is there, in whichever form, or as it would be made. */
function fileOf(folder: string, month: string): string {
  const known = archiveFiles(folder).find((file) => NAME.exec(path.basename(file))?.[1] === month)
  return known ?? path.join(folder, `ops-archive-${month}.ndjson.${createZstdCompress ? 'zst' : 'gz'}`)
}

/** The old lines, then those of the new ones that are not there yet. `count` counts what is passed on. */
async function* grown(file: string, missing: Set<string>, count: { lines: number }): AsyncGenerator<string> {
  if (existsSync(file))
    for await (const line of linesOf(file)) {
      missing.delete(line)
      count.lines++
      yield `${line}\n`
    }
  for (const line of missing) {
    count.lines++
    yield `${line}\n`
  }
}

/** Reads back what was written: as many lines as went in, and each of these among them. */
async function prove(file: string, lines: ReadonlySet<string>, expected: number): Promise<void> {
  const missing = new Set(lines)
  let found = 0
  for await (const line of linesOf(file)) {
    missing.delete(line)
    found++
  }
  if (found !== expected || missing.size > 0)
    throw new UnprovedArchiveError(`${path.basename(file)} was not kept whole`)
}

async function keepMonth(folder: string, month: string, lines: ReadonlySet<string>): Promise<void> {
  const file = fileOf(folder, month)
  // With the same ending, which says how it is compressed; by its beginning nobody takes it for a part of the archive.
  const unfinished = path.join(folder, `unfinished-${path.basename(file)}`)
  const count = { lines: 0 }
  rmSync(unfinished, { force: true })
  const source = Readable.from(grown(file, new Set(lines), count), { objectMode: true })
  await pipeline(source, compressorOf(file), createWriteStream(unfinished, { mode: PRIVATE }))
  await flush(unfinished, 'r+')
  await prove(unfinished, lines, count.lines)
  renameSync(unfinished, file)
  await flush(folder, 'r')
}

export class OpArchive {
  readonly #folders: readonly string[]

  /** Folders that each get the whole archive. */
  constructor(folders: readonly string[]) {
    this.#folders = folders
  }

  /** Kept when every folder holds these operations, flushed and read back. */
  readonly keep = async (ops: readonly ArchiveLine[]): Promise<void> => {
    const byMonth = new Map<string, Set<string>>()
    for (const { month, line } of ops) byMonth.set(month, (byMonth.get(month) ?? new Set()).add(line))
    for (const folder of this.#folders) {
      makeFolder(folder)
      for (const [month, lines] of byMonth) await keepMonth(folder, month, lines)
    }
  }
}

/** The archive of an installation: beside its data, and beside its backups for the day the data folder is lost. */
export const archiveOf = (dataDir: string, backupDir: string): OpArchive =>
  new OpArchive([archiveFolderIn(dataDir), archiveFolderIn(backupDir)])
