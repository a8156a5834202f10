// The commune's list of procedures out of its own workbook.
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { ProcedureView } from '#data/contract/procedure-contract.ts'
import type { Procedure } from '#domain/first-day/procedure.ts'
import { type ProcedureColumn, procedureColumns, readProcedures } from '#domain/first-day/procedure-import.ts'
import { ListImport } from '#features/list-import.tsx'
import { saveWorkbook } from '#features/save-workbook.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { listPath, mayWrite } from './paths.ts'
import { procedureWorkbook } from './procedure-template.ts'

export const ImportProceduresScreen = ({ unit, ...screen }: ScreenProps & { readonly unit: string }) => {
  const { store, person } = screen
  const { t } = useText('procedures')
  const procedures = useLive(() => store.procedures.list([unit]), [store, unit])
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('import')}
        subtitle={person.communes.find((place) => place.id === unit)?.name}
        back={{ href: listPath(person, unit), label: t('title') }}
      />
      {!mayWrite(person, unit) && <Notice tone="note">{t('readOnly')}</Notice>}
      {procedures === undefined && <Skeleton label={t('common:loading')} count={4} />}
      {procedures !== undefined && mayWrite(person, unit) && (
        <Bring screen={screen} unit={unit} procedures={procedures} />
      )}
    </Stack>
  )
}

type BringProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly procedures: readonly ProcedureView[]
}

const Bring = ({ screen: { store, platform, person }, unit, procedures }: BringProps) => {
  const { t } = useText('procedures')
  const words = useText('first-day')
  // As it was when the screen was opened: what is taken in here must not count as known while it is looked at.
  const [register] = useState(procedures)
  return (
    <Stack gap={4}>
      <p>{t('importText')}</p>
      <p>{t('importColumns')}</p>
      <ListImport<ProcedureColumn, Procedure>
        platform={platform}
        columns={procedureColumns}
        list="procedures"
        read={(workbook) => readProcedures(workbook, register)}
        write={(list) => store.procedures.addAll(unit, list)}
        onTemplate={() => void saveWorkbook(platform, words.t('template.proceduresName'), procedureWorkbook(words.t))}
        onDone={() => navigate(listPath(person, unit))}
      />
    </Stack>
  )
}
