/**
 * An append-only file per month in a folder that should lie on another disk than the store. What is handed over while
 * one write is under way goes out together with the next; a promise is kept only after the fsync (END-50). A write
 * that fails leaves at most a torn group, which readers pass over.
 */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { Clock } from '#domain/kernel/clock.ts'
import { makeFolder } from '#server/files/make-folder.ts'
import { groupText, type Mark } from './journal-line.ts'

const NAME = /^ops-\d{6}\.ndjson$/
const PRIVATE = 0o600

const fileNameAt = (ms: number): string => `ops-${new Date(ms).toISOString().slice(0, 7).replace('-', '')}.ndjson`

/** Oldest first. */
export const journalFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => path.join(folder, name))

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

interface Waiting {
  readonly text: string
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

export class JournalFile {
  readonly folder: string
  readonly #clock: Clock
  #waiting: Waiting[] = []
  #running: Promise<void> | undefined
  #handle: FileHandle | undefined
  #name = ''

  constructor(folder: string, clock: Clock) {
    this.folder = folder
    this.#clock = clock
    makeFolder(folder)
  }

  /** Kept when the group is on the disk. */
  append(lines: readonly string[], mark: Mark): Promise<void> {
    const text = groupText(lines, mark, this.#clock.now())
    return new Promise((resolve, reject) => {
      this.#waiting.push({ text, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const taken = this.#waiting
      this.#waiting = []
      try {
        await this.#write(taken.map(({ text }) => text).join(''))
        for (const { resolve } of taken) resolve()
      } catch (error) {
        await this.#drop()
        for (const { reject } of [...taken, ...this.#waiting.splice(0)]) reject(error)
      }
    }
    this.#running = undefined
  }

  async #write(text: string): Promise<void> {
    const handle = await this.#current()
    await handle.appendFile(text)
    await handle.datasync()
  }

  /** The file of this month; what a cut left at its end gets a line break, or the next group would be torn too. */
  async #current(): Promise<FileHandle> {
    const name = fileNameAt(this.#clock.now())
    if (this.#handle && name === this.#name) return this.#handle
    await this.#drop()
    this.#handle = await open(path.join(this.folder, name), 'a', PRIVATE)
    this.#name = name
    if ((await this.#handle.stat()).size > 0) await this.#handle.appendFile('\n')
    flushFolder(this.folder)
    return this.#handle
  }

  async #drop(): Promise<void> {
    const handle = this.#handle
    this.#handle = undefined
    await handle?.close().catch(() => undefined)
  }

  async close(): Promise<void> {
    await this.#running
    await this.#drop()
  }
}
