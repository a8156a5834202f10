// Many people at once out of an Excel list: read and judged here, shown line by line, and only sent when nothing is
// wrong or the wrong lines are left out by the person who looks.
import { useMemo } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { roles } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { AdminPage, type Seen } from '#features/administration/admin-page.tsx'
import { ImportChoose } from '#features/import-frame.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { noteExport, notedPrint } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import { PeoplePreview } from './import-preview.tsx'
import { ImportResult } from './import-result.tsx'
import { roleReader } from './read-role.ts'
import { saveTemplate } from './import-files.ts'
import { useImport } from './use-import.ts'

const CODES = { what: 'codes' } as const

export const ImportScreen = ({ platform, store, today }: ScreenProps) => {
  const { t } = useText('administration')
  return (
    <AdminPage
      platform={platform}
      title={t('import.title')}
      back={{ href: '/more/admin/people', label: t('people.title') }}
    >
      {(seen) => (
        <Import
          seen={seen}
          places={store.identity.places}
          today={today}
          onPrint={() => void notedPrint({ store, platform }, CODES)}
          noteFile={() => noteExport({ store }, { ...CODES, form: 'xlsx' })}
        />
      )}
    </AdminPage>
  )
}

type ImportProps = {
  readonly seen: Seen
  readonly places: readonly Place[]
  readonly today: LocalDate
  readonly onPrint: () => void
  readonly noteFile: () => Promise<Problem | undefined>
}

const Import = ({ seen, places, today, onPrint, noteFile }: ImportProps) => {
  const { t } = useText('administration')
  const { accounts } = seen.overview
  const context = useMemo(() => {
    const labels = new Map(roles.map((role) => [t(`common:role.${role}`), role]))
    return { places, accounts, today, readRole: roleReader(labels) }
  }, [places, accounts, today, t])
  const { phase, made, problem, pick, send, finish, again } = useImport(seen.administration, context)
  // Codes of people who were made stand nowhere else.
  useUnsavedWork(phase.at === 'sending' || made.length > 0)
  if (phase.at === 'done') return <ImportResult {...{ made, places, onPrint, noteFile }} onClosed={seen.ask} />
  if (phase.at === 'sending')
    return (
      <ProgressBar
        label={t('import.sending')}
        value={phase.sent}
        max={phase.total}
        valueText={t('import.sent', { sent: phase.sent, total: phase.total })}
        caption={t('import.stay')}
      />
    )
  return (
    <Stack gap={5}>
      <ProblemNotice problem={problem} title={t('import.stopped', { made: made.length })} />
      {phase.at === 'preview' ? (
        <PeoplePreview
          rows={phase.rows}
          places={places}
          made={made.length}
          onSend={send}
          onAgain={again}
          onFinish={finish}
        />
      ) : (
        <Stack gap={4}>
          <p>{t('import.about')}</p>
          <p>{t('import.columns')}</p>
          <ImportChoose
            t={t}
            isReading={phase.at === 'reading'}
            fault={phase.at === 'pick' && phase.fault ? t(`import.fileFault.${phase.fault}`) : undefined}
            onFiles={pick}
            onTemplate={() => void saveTemplate(t)}
          />
        </Stack>
      )}
    </Stack>
  )
}
