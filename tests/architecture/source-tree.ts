// What the architecture tests read: the project's own files, without what was installed or built.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

const NOT_OURS = new Set([
  'node_modules',
  'dist',
  'dist-server',
  'test-results',
  'playwright-report',
  'coverage',
  '.git',
  '.cache',
  '.data',
  '.data-backups',
])

const BINARY = /\.(png|jpg|jpeg|webp|ico|gz|br|zip|pdf|woff2?)$/

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
}

function pathsBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return []
    const at = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? pathsBelow(at) : [at]
  })
}

/** Text files below a folder of the project (`''` is all of it) whose path fits. */
export function readFiles(folder: string, fits = /./): SourceFile[] {
  return pathsBelow(folder)
    .filter((at) => !BINARY.test(at) && fits.test(at))
    .sort()
    .map((at) => ({ path: at, text: readFileSync(path.join(root, at), 'utf8') }))
}

export const modules = (): SourceFile[] => readFiles('src', /\.tsx?$/)
