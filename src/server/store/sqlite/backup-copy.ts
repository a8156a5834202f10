/**
 * Copies the database and proves the copy, in a thread of its own, so that requests go on meanwhile (END-51): on a
 * store of years it takes minutes. The function that does it is handed to the thread as text, which is why it may use
 * nothing but its arguments; without a thread it runs right here.
 */
import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { OpenDatabase, SqliteDriver } from './sqlite-surface.ts'

export interface CopyOrder {
  readonly source: string
  readonly target: string
  /** Key in `meta` by which an endpoint started on the copy knows what it stands on. */
  readonly mark: string
}

export interface CopyReport {
  readonly ops: number
  readonly lastNs: readonly (readonly [device: string, n: number])[]
}

export type Copier = (order: CopyOrder) => Promise<CopyReport>

type Files = Pick<typeof fs, 'openSync' | 'fsyncSync' | 'closeSync' | 'chmodSync'>

/** Whole function, no names from outside: see above. */
function copyAndProve(open: OpenDatabase, files: Files, { source, target, mark }: CopyOrder): CopyReport {
  const from = open(source)
  try {
    from.exec('PRAGMA busy_timeout = 10000')
    from.prepare('VACUUM INTO ?').run(target)
  } finally {
    from.close()
  }
  const copy = open(target)
  try {
    const check = copy.prepare('PRAGMA integrity_check').get()?.integrity_check
    if (check !== 'ok') throw new Error(`backup is damaged: ${String(check)}`)
    const counted = copy.prepare('SELECT count(*) AS ops FROM op').get()?.ops
    const archived = copy.prepare('SELECT count(*) AS ops FROM archived_op').get()?.ops
    const promised = copy.prepare('SELECT ifnull(sum(seq), 0) AS ops FROM feed').get()?.ops
    if (Number(counted) + Number(archived) !== promised) throw new Error('backup lacks operations that its feeds count')
    copy.prepare(`INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO NOTHING`).run(mark)
    copy.exec('UPDATE device SET safe_n = last_n')
    const rows = copy.prepare('SELECT id, last_n FROM device').all()
    return { ops: Number(counted), lastNs: rows.map((row) => [String(row.id), Number(row.last_n)] as const) }
  } finally {
    copy.close()
    files.chmodSync(target, 0o600)
    const handle = files.openSync(target, 'r+')
    files.fsyncSync(handle)
    files.closeSync(handle)
  }
}

export const copyHere =
  ({ open }: SqliteDriver): Copier =>
  async (order) =>
    copyAndProve(open, fs, order)

const inThread = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require(workerData.module)
const open = (file, options = {}) => new DatabaseSync(file, options)
parentPort.postMessage((${copyAndProve.toString()})(open, require('node:fs'), workerData.order))`

export const copyInThread =
  ({ module }: SqliteDriver): Copier =>
  (order) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(inThread, { eval: true, workerData: { module, order } })
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the backup thread ended with ${code}`)))
    })
