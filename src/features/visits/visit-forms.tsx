// The province's own forms on the page of a visit: those that were begun, with how far each is, and those to begin. They
// are filled in on the screens every form has, and sealed with the record.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { FormListing } from '#data/contract/form-library-contract.ts'
import type { VisitView } from '#data/contract/visit-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { formOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingPath } from '#features/filling-path.ts'
import { formTitle } from '#features/form-title.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { startFilling } from '#features/start-filling.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { useVisitWords } from './use-visit-words.ts'
import type { BegunForm, VisitForms as Forms } from './use-visit-forms.ts'

type VisitFormsProps = {
  readonly screen: ScreenProps
  readonly visit: VisitView
  readonly forms: Forms
  /** The person visits here, and the record is not sealed. */
  readonly mayFill: boolean
}

export const VisitForms = ({ screen, visit, forms, mayFill }: VisitFormsProps) => {
  const { t } = useVisitWords()
  const { begun } = forms
  const offered = mayFill ? forms.offered : []
  if (begun.length + offered.length === 0) return null
  return (
    <Section title={t('forms.title')} detail={t('forms.detail')}>
      <Stack gap={4}>
        {begun.length > 0 && (
          <Rows label={t('forms.list')}>
            {begun.map((form) => (
              <Begun key={form.view.id} {...{ screen, visit, form, mayFill }} />
            ))}
          </Rows>
        )}
        {offered.length > 0 && <Offered {...{ screen, visit, offered }} />}
      </Stack>
    </Section>
  )
}

type BegunProps = Omit<VisitFormsProps, 'forms'> & { readonly form: BegunForm }

const Begun = ({ screen: { store }, visit, form, mayFill }: BegunProps) => {
  const { t } = useVisitWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { view, title, figures } = form
  const begin = { unitId: view.unitId, form: formOfFilling(view.id), visit: visit.id, answers: [] }
  const bringBack = async (): Promise<void> => {
    await store.fillings.start({ ...begin, progress: { answered: 0, total: 0 } })
  }
  const take = async (): Promise<void> => {
    const taken = await store.fillings.takeAway(view.id)
    setProblem(taken.ok ? null : taken.error)
    if (!taken.ok) return
    const undo = { actionLabel: t('common:undo'), onAction: () => void bringBack() }
    showToast({ text: t('forms.taken', { form: title }), ...undo })
  }
  return (
    <Row
      title={title}
      detail={figures ? t('forms.progress', { answered: figures.answered, total: figures.total }) : undefined}
      trailing={
        <Cluster gap={2}>
          <HowFar form={form} />
          <LocationTag location={view.location} />
        </Cluster>
      }
      href={fillingPath(view.id)}
      cue={t(mayFill ? 'forms.continue' : 'forms.read')}
      {...(mayFill && {
        actions: (
          <>
            <Button kind="plain" icon="trash" aria-label={`${t('forms.take')}: ${title}`} onClick={() => void take()}>
              {t('forms.take')}
            </Button>
            <ProblemNotice problem={problem} />
          </>
        ),
      })}
    />
  )
}

const HowFar = ({ form: { figures, disputed } }: { readonly form: BegunForm }) => {
  const { t } = useVisitWords()
  if (figures === undefined) return null
  if (figures === null) return <Tag tone="warn">{t('forms.notHere')}</Tag>
  if (figures.missing > 0) return <Tag tone="warn">{t('forms.missing', { count: figures.missing })}</Tag>
  return <Tag tone={disputed > 0 ? 'warn' : 'good'}>{t(disputed > 0 ? 'forms.disputed' : 'forms.complete')}</Tag>
}

type OfferedProps = Pick<VisitFormsProps, 'screen' | 'visit'> & { readonly offered: readonly FormListing[] }

const Offered = ({ screen, visit, offered }: OfferedProps) => {
  const { t } = useVisitWords()
  const { language } = useText('visits')
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const begin = async (key: string): Promise<void> => {
    const started = await startFilling(screen, visit.unit, key, language, visit.id)
    if (started.ok) navigate(fillingPath(started.value))
    else setProblem(started.error)
  }
  return (
    <>
      <ProblemNotice problem={problem} title={t('forms.notStarted')} />
      <Rows label={t('forms.offered')}>
        {offered.map((form) => (
          <Row
            key={form.key}
            title={formTitle(form, language)}
            detail={t('forms.version', { count: form.questions, version: form.version })}
            onPress={() => void begin(form.key)}
            cue={t('forms.start')}
          />
        ))}
      </Rows>
    </>
  )
}
