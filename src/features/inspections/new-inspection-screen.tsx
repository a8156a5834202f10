// Begins an inspection of one commune, before the team goes: its form and days are enough, the rest may follow.
import { useLocation, useSearchParams } from 'wouter'
import { formatLocalDate } from '#domain/kernel/local-date.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { HeadEditor } from './head-editor.tsx'
import { emptyPerson, type HeadForm } from './head-form.ts'
import { mayInspect } from './inspection-gate.tsx'
import { inspectionPath, INSPECTIONS_PATH } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

export const NewInspectionScreen = (screen: ScreenProps) => {
  const { t } = useInspectionWords()
  const { person } = screen
  const communes = person.communes.filter(({ id }) => mayInspect(person, id))
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('new.title')} back={{ href: INSPECTIONS_PATH, label: t('title') }} />
        {communes.length === 0 ? (
          <EmptyState
            icon="lock"
            title={t('role.title')}
            text={t('role.text')}
            action={<ButtonLink href={INSPECTIONS_PATH}>{t('toList')}</ButtonLink>}
          />
        ) : (
          <NewInspection screen={screen} />
        )}
      </Stack>
    </Measure>
  )
}

const NewInspection = ({ screen }: { readonly screen: ScreenProps }) => {
  const { t } = useInspectionWords()
  const { store, person, today } = screen
  const [params] = useSearchParams()
  const [, navigate] = useLocation()
  const communes = person.communes.filter(({ id }) => mayInspect(person, id))
  const asked = communes.find(({ id }) => id === params.get('unit'))?.id ?? ''
  const day = formatLocalDate(today)
  const initial: HeadForm = {
    unit: asked,
    form: '',
    basis: t('new.defaultBasis', { year: today.slice(0, 4) }),
    decisionNumber: '',
    decidedOn: '',
    from: day,
    to: day,
    place: '',
    team: [emptyPerson('leader'), emptyPerson('secretary')],
    hosts: [emptyPerson('member')],
  }
  return (
    <HeadEditor
      screen={screen}
      draftKey={`inspection:new:${asked}`}
      initial={initial}
      button={t('new.save')}
      communes={communes}
      save={async ({ unit, head, outline }, dropDraft) => {
        const begun = await store.inspections.begin(unit, head, outline)
        if (!begun.ok) return begun.error
        await dropDraft()
        navigate(inspectionPath(unit, begun.value), { replace: true })
        return null
      }}
    />
  )
}
