// Changes the head of an inspection that is under way; everybody else reads it on the inspection itself.
import { useLocation } from 'wouter'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { HeadEditor } from './head-editor.tsx'
import { headToForm } from './head-form.ts'
import { InspectionGate, type InspectionRoute, type Loaded, placeName, readOnlyReason } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

export const InspectionHeadScreen = ({ unit, id, ...screen }: InspectionRoute) => (
  <InspectionGate {...{ screen, unit, id }}>{(loaded) => <Head key={id} {...loaded} />}</InspectionGate>
)

const Head = ({ screen, inspection }: Loaded) => {
  const { t } = useInspectionWords()
  const [, navigate] = useLocation()
  const { id, unit, head } = inspection
  const reason = readOnlyReason(screen.person, inspection)
  const back = inspectionPath(unit, id)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('head.title')}
          subtitle={placeName(screen, unit)}
          back={{ href: back, label: t('outline.toOverview') }}
        />
        {reason !== null && <Notice tone="note">{t(`readOnly.${reason}`)}</Notice>}
        {reason === null && (
          <HeadEditor
            screen={screen}
            draftKey={`inspection:head:${id}`}
            initial={headToForm(unit, head)}
            button={t('head.save')}
            save={async (_, changed, dropDraft) => {
              const saved = await screen.store.inspections.saveHead(unit, id, changed)
              if (!saved.ok) return saved.error
              await dropDraft()
              navigate(back)
              return null
            }}
          />
        )}
      </Stack>
    </Measure>
  )
}
