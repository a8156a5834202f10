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
  const { id, unit, head, outlineForm, mayChangeOutline } = inspection
  const { inspections } = screen.store
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
            initial={headToForm(unit, head, outlineForm)}
            isOutlineFast={!mayChangeOutline}
            button={t('head.save')}
            save={async ({ head: changed, outline }, dropDraft) => {
              const saved = await inspections.saveHead(unit, id, changed)
              if (!saved.ok) return saved.error
              const chosen = outline === outlineForm ? saved : await inspections.chooseOutline(unit, id, outline)
              if (!chosen.ok) return chosen.error
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
