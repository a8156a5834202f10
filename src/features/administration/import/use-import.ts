// A list on its way in: chosen, read, looked through, sent, and its codes at hand. What was made stays made when the
// line breaks; the rest waits on the screen.
import { useState } from 'react'
import type { Administration } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { readSheetOf } from './excel-files.ts'
import type { FileFault, ImportRow } from './import-row.ts'
import { type ReadingContext, readPeople } from './read-people.ts'
import { type MadePerson, sendPeople } from './send-people.ts'

export type ImportPhase =
  | { readonly at: 'pick'; readonly fault?: FileFault }
  | { readonly at: 'reading' }
  | { readonly at: 'preview'; readonly rows: readonly ImportRow[] }
  | { readonly at: 'sending'; readonly sent: number; readonly total: number }
  | { readonly at: 'done' }

export function useImport(administration: Administration, context: ReadingContext) {
  const [phase, setPhase] = useState<ImportPhase>({ at: 'pick' })
  const [made, setMade] = useState<readonly MadePerson[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const pick = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return
    setPhase({ at: 'reading' })
    const sheet = await readSheetOf(file)
    const reading = sheet.ok ? readPeople(sheet.rows, context) : sheet
    setPhase(reading.ok ? { at: 'preview', rows: reading.rows } : { at: 'pick', fault: reading.fault })
  }
  const send = async (rows: readonly ImportRow[]): Promise<void> => {
    const total = rows.length
    setProblem(null)
    setPhase({ at: 'sending', sent: 0, total })
    const outcome = await sendPeople(administration, rows, (sent) => setPhase({ at: 'sending', sent, total }))
    setMade((before) => [...before, ...outcome.made])
    setProblem(outcome.problem)
    setPhase(outcome.left.length === 0 ? { at: 'done' } : { at: 'preview', rows: outcome.left })
  }
  return {
    phase,
    made,
    problem,
    pick: (files: readonly File[]) => void pick(files),
    send: (rows: readonly ImportRow[]) => void send(rows),
    /** Without the lines that could not be sent. */
    finish: () => setPhase({ at: 'done' }),
    again: () => setPhase({ at: 'pick' }),
  }
}
