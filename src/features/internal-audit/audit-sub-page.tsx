// A page below one audit: its title, the way back, and why it can only be read, the same on all of them.
import type { ReactNode } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { readOnlyReason } from './audit-access.ts'
import { AuditGate, type LoadedAudit } from './audit-gate.tsx'
import { auditPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

type AuditSubPageProps = {
  readonly screen: ScreenProps
  readonly id: string
  readonly title: string
  readonly children: (loaded: LoadedAudit & { readonly canEdit: boolean }) => ReactNode
}

export const AuditSubPage = ({ screen, id, title, children }: AuditSubPageProps) => {
  const { t } = useAuditWords()
  return (
    <AuditGate store={screen.store} id={id}>
      {(loaded) => {
        const readOnly = readOnlyReason(screen.person, loaded.audit)
        return (
          <Measure>
            <FrameTitle title={title} subtitle={loaded.audit.title} />
            <Stack gap={5}>
              <PageHeader
                title={title}
                subtitle={loaded.audit.title}
                back={{ href: auditPath(id), label: t('backToAudit') }}
              />
              {readOnly !== null && <Notice tone="note">{t(`readOnly.${readOnly}`)}</Notice>}
              {children({ ...loaded, canEdit: readOnly === null })}
            </Stack>
          </Measure>
        )
      }}
    </AuditGate>
  )
}
