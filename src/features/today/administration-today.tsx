// The first screen of who looks after the installation: is there something only an administrator can decide. It is asked
// of the endpoint, so without a network that is said and nothing is pretended.
import type { ScreenProps } from '#features/screen-props.ts'
import { useOverview } from '#features/use-overview.ts'
import { useLive } from '#features/use-live.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { TaskRow } from './task-row.tsx'
import { attentionTasks } from './today-tasks.ts'

const ADMIN_PATH = '/more/admin'

export const AdministrationToday = ({ store, platform, today }: ScreenProps) => {
  const { t } = useText('today')
  const textOf = useProblemText()
  const { overview, problem, ask } = useOverview(platform)
  const attention = useLive(() => store.syncCentre.status(), [store])
  const own = attention ? attentionTasks(attention) : []
  return (
    <Stack gap={4}>
      {own.length > 0 && (
        <Rows label={t('title.administration')}>
          {own.map((task) => (
            <TaskRow key={task.kind} isMain={false} {...{ task, today }} />
          ))}
        </Rows>
      )}
      {problem && (
        <Notice
          tone="note"
          title={t('admin.unknown')}
          actions={
            <Button icon="refresh" onClick={ask}>
              {t('common:retry')}
            </Button>
          }
        >
          {textOf(problem)}
        </Notice>
      )}
      {!overview && !problem && <Skeleton label={t('common:loading')} shape="rows" count={2} />}
      {overview && (
        <Decisions quarantined={overview.facts.quarantined} backupAt={overview.facts.lastBackup?.atMs ?? null} />
      )}
      <ButtonLink href={ADMIN_PATH} wide>
        {t('admin.open')}
      </ButtonLink>
    </Stack>
  )
}

type DecisionsProps = { readonly quarantined: number; readonly backupAt: number | null }

const Decisions = ({ quarantined, backupAt }: DecisionsProps) => {
  const { t } = useText('today')
  const formats = useFormats()
  if (quarantined === 0 && backupAt !== null) {
    return (
      <EmptyState
        icon="check"
        title={t('admin.nothing')}
        text={t('admin.backupAt', { time: formats.dateTime(backupAt) })}
      />
    )
  }
  return (
    <Rows label={t('admin.decisions')}>
      {quarantined > 0 && (
        <Row
          href={ADMIN_PATH}
          mark={<Mark tone="warn" icon="flag" />}
          title={t('admin.quarantined', { count: quarantined })}
          detail={t('admin.quarantinedText')}
          cue={t('cue.look')}
        />
      )}
      {backupAt === null && (
        <Row
          href={ADMIN_PATH}
          mark={<Mark tone="bad" icon="alert" />}
          title={t('admin.noBackup')}
          detail={t('admin.noBackupText')}
          cue={t('cue.look')}
        />
      )}
    </Rows>
  )
}
