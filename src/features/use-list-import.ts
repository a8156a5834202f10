// A list on its way in: chosen, read away from the page, looked through, and written whole or not at all (DAY-13).
import { useState } from 'react'
import type { ImportedLine, ListFault, ListReading } from '#domain/first-day/list-import.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import type { Platform } from './screen-props.ts'

/** Keys below `import.fault` in the namespace `first-day`. */
type FileFault = ListFault | 'unreadable' | 'too-large'

export type ImportPhase<Column extends string, Value> =
  | { readonly at: 'pick'; readonly fault?: FileFault }
  | { readonly at: 'reading' }
  | { readonly at: 'preview'; readonly lines: readonly ImportedLine<Column, Value>[]; readonly leftAside: number }
  | { readonly at: 'writing' }
  | { readonly at: 'done'; readonly count: number }

export interface ListImportParts<Column extends string, Value> {
  readonly platform: Pick<Platform, 'workbooks'>
  readonly read: (workbook: Workbook) => ListReading<Column, Value>
  readonly write: (values: readonly Value[]) => Promise<Result<unknown, Problem>>
}

export function useListImport<Column extends string, Value>({ platform, read, write }: ListImportParts<Column, Value>) {
  const [phase, setPhase] = useState<ImportPhase<Column, Value>>({ at: 'pick' })
  const [problem, setProblem] = useState<Problem | null>(null)
  useUnsavedWork(phase.at === 'preview' || phase.at === 'writing')
  const pick = async ([file]: readonly File[]): Promise<void> => {
    const workbooks = await platform.workbooks?.()
    if (!file || !workbooks) return
    setProblem(null)
    setPhase({ at: 'reading' })
    const sheets = await workbooks.readSheets(file)
    if (!sheets.ok)
      return setPhase({ at: 'pick', fault: sheets.error.code === 'file-too-large' ? 'too-large' : 'unreadable' })
    const reading = read(sheets.value)
    setPhase(
      reading.ok
        ? { at: 'preview', lines: reading.lines, leftAside: reading.leftAside }
        : { at: 'pick', fault: reading.fault },
    )
  }
  const keep = async (): Promise<void> => {
    if (phase.at !== 'preview') return
    const values = phase.lines.flatMap(({ value }) => (value === null ? [] : [value]))
    setPhase({ at: 'writing' })
    const written = await write(values)
    setProblem(written.ok ? null : written.error)
    setPhase(written.ok ? { at: 'done', count: values.length } : phase)
  }
  return {
    phase,
    problem,
    pick: (files: readonly File[]) => void pick(files),
    keep: () => void keep(),
    again: () => {
      setProblem(null)
      setPhase({ at: 'pick' })
    },
  }
}
