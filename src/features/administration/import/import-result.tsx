// The codes of those who were added: to save as an Excel file, or to print as slips. They stand here once.
import { useState } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { CodeSlips } from '#features/administration/code-slip.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { codeSheet, saveCodes } from './import-files.ts'
import type { MadePerson } from './send-people.ts'

type ImportResultProps = {
  readonly made: readonly MadePerson[]
  readonly places: readonly Place[]
  readonly onPrint: () => void
  /** A problem means that no file leaves. */
  readonly noteFile: () => Promise<Problem | undefined>
  readonly onClosed: () => void
}

/** Slips drawn at once: more codes than that are work for the file. */
const SLIPS = 60
const SHOWN = 50

export const ImportResult = ({ made, places, onPrint, noteFile, onClosed }: ImportResultProps) => {
  const { t } = useText('administration')
  const { dateTime } = useFormats()
  const [first, setFirst] = useState<number>()
  const [problem, setProblem] = useState<Problem>()
  const placeOf = (scope: string) => places.find(({ id }) => id === scope)?.name ?? scope
  const save = async (): Promise<void> => {
    const refused = await noteFile()
    setProblem(refused)
    if (!refused) await saveCodes(t, codeSheet(made, t, placeOf, dateTime))
  }
  const withCode = made.flatMap(({ person, issued }) =>
    issued ? [{ username: person.username, displayName: person.displayName, issued }] : [],
  )
  if (first !== undefined)
    return (
      <CodeSlips
        slips={withCode.slice(first, first + SLIPS)}
        onPrint={onPrint}
        onDone={() => setFirst(undefined)}
        doneLabel={t('import.toList')}
      />
    )
  const starts = Array.from({ length: Math.ceil(withCode.length / SLIPS) }, (_, at) => at * SLIPS)
  return (
    <Stack gap={4}>
      <Notice tone="good" title={t('import.made', { count: made.length })} announce>
        {t('slip.onceText')}
      </Notice>
      <ProblemNotice problem={problem} title={t('notDone')} />
      <Cluster>
        <Button kind="main" icon="download" onClick={() => void save()}>
          {t('import.saveCodes')}
        </Button>
        {starts.map((start) => (
          <Button key={start} icon="print" onClick={() => setFirst(start)}>
            {t('import.slips', { from: start + 1, to: Math.min(start + SLIPS, withCode.length) })}
          </Button>
        ))}
        <ButtonLink href="/more/admin/people" onClick={onClosed}>
          {t('slip.toPeople')}
        </ButtonLink>
      </Cluster>
      <Codes made={made} placeOf={placeOf} />
    </Stack>
  )
}

type CodesProps = { readonly made: readonly MadePerson[]; readonly placeOf: (scope: string) => string }

const Codes = ({ made, placeOf }: CodesProps) => {
  const { t } = useText('administration')
  const columns: readonly Column<MadePerson>[] = [
    { key: 'name', head: t('import.column.position'), isRowHead: true, cell: ({ person }) => person.displayName },
    { key: 'unit', head: t('import.column.unit'), cell: ({ person }) => placeOf(person.scope) },
    { key: 'username', head: t('import.column.username'), cell: ({ person }) => person.username },
    { key: 'code', head: t('import.column.code'), cell: ({ issued }) => issued?.code ?? t('import.hasPassword') },
  ]
  return (
    <DataTable
      caption={t('import.codes')}
      columns={columns}
      rows={made.slice(0, SHOWN)}
      rowKey={({ person }) => person.username}
      {...(made.length > SHOWN && { foot: t('import.shown', { shown: SHOWN, total: made.length }) })}
    />
  )
}
