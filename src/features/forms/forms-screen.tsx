// The forms: those that are being filled in, those that were handed in, and those to begin with. Whoever follows
// communes sees how far theirs are, and what was handed in.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { FillingListItem } from '#data/contract/form-filling-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { fillingPath } from '#features/filling-path.ts'
import { FORMS_KEPT, loadCompiled } from '#features/compiled-forms.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { useFetchAhead } from '#features/fetch-ahead.ts'
import type { FormSummary } from '#features/form-source.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { startFilling } from '#features/start-filling.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useFillingWords } from './form-words.ts'
import { draftFeed, questionPath } from './paths.ts'
import { useListTitle } from './use-list-title.ts'

export const FormsScreen = (screen: ScreenProps) => {
  const { t } = useFillingWords()
  const { store, person } = screen
  const back = useBackToMore(person)
  const isCommune = person.workplace === 'commune'
  const listTitle = useListTitle(person)
  const fillings = useLive(() => store.fillings.list(person.communes.map(({ id }) => id)), [store, person.communes])
  const forms = useLive(() => store.forms.list(), [store])
  useOpeningAhead(screen, fillings ?? [])
  if (fillings === undefined || forms === undefined) return <Skeleton label={t('loading')} shape="rows" count={5} />
  const parts = { screen, forms, showsPlace: person.communes.length > 1 }
  const offered = forms.filter((form) => form.isWithdrawn !== true && (form.use ?? 'commune') === 'commune')
  return (
    <Stack gap={5}>
      <PageHeader title={listTitle} subtitle={t(isCommune ? 'subtitle' : 'subtitleFollowing')} back={back} />
      <Fillings {...parts} title={t('list.running')} fillings={fillings.filter((one) => one.submittedAt === null)} />
      <Fillings {...parts} title={t('list.submitted')} fillings={fillings.filter((one) => one.submittedAt !== null)} />
      {isCommune && person.may('filling', draftFeed(person.place.id)) && <Begin screen={screen} forms={offered} />}
      {fillings.length === 0 && (!isCommune || offered.length === 0) && (
        <EmptyState
          icon="document"
          title={t('list.emptyTitle')}
          text={t(isCommune ? 'list.emptyText' : 'list.emptyFollowing')}
          action={
            <ButtonLink href={isCommune ? '/more/forms' : '/communes'}>
              {t(isCommune ? 'list.toForms' : 'list.toCommunes')}
            </ButtonLink>
          }
        />
      )}
    </Stack>
  )
}

/** While the list is read: the code of what it leads to, and the forms of the newest drafts, which are long to read. */
function useOpeningAhead({ store }: ScreenProps, fillings: readonly FillingListItem[]): void {
  const newest = fillings.filter(({ submittedAt, isDraftHere }) => submittedAt === null && isDraftHere)
  const forms = Array.from(new Set(newest.map(({ form }) => form))).slice(0, FORMS_KEPT)
  const [first] = fillings
  useFetchAhead({
    paths: [fillingPath(first?.id ?? 'new'), questionPath(first?.id ?? 'new', '/q')],
    words: ['records', 'form-revision'],
    prepare: forms.map((form) => () => loadCompiled(store.forms, form)),
  })
}

type FillingsProps = {
  readonly screen: ScreenProps
  readonly forms: readonly FormSummary[]
  readonly showsPlace: boolean
  readonly title: string
  readonly fillings: readonly FillingListItem[]
}

const Fillings = ({ title, fillings, ...parts }: FillingsProps) => {
  if (fillings.length === 0) return null
  return (
    <Section title={title}>
      <Rows label={title}>
        {fillings.map((filling) => (
          <FillingRow key={filling.id} {...parts} filling={filling} />
        ))}
      </Rows>
    </Section>
  )
}

const reviewTones = { submitted: 'note', reopened: 'warn', closed: 'good' } as const

type FillingRowProps = Omit<FillingsProps, 'title' | 'fillings'> & { readonly filling: FillingListItem }

const FillingRow = ({ screen: { store }, forms, showsPlace, filling }: FillingRowProps) => {
  const { t, titleOf, roundTitle, formats } = useFillingWords()
  const { form, unitId, answered, total, submittedAt, startedOn, isDraftHere, review } = filling
  const listed = forms.find(({ key }) => key === form)
  const place = store.identity.places.find(({ id }) => id === unitId)?.name ?? unitId
  const words = [
    ...(showsPlace ? [place] : []),
    roundTitle(filling.round),
    submittedAt === null
      ? t('list.progress', { answered, total, day: formats.day(startedOn) })
      : t('list.submittedOn', { time: formats.dateTime(submittedAt) }),
  ]
  // Also while a correction is being written: what was handed in before it can be read.
  const isOpen = isDraftHere || review !== null
  return (
    <Row
      title={listed ? titleOf(listed) : form}
      detail={words.join(' · ')}
      trailing={
        <Cluster gap={2}>
          {review !== null && <Tag tone={reviewTones[review]}>{t(`list.review.${review}`)}</Tag>}
          <LocationTag location={filling.location} />
        </Cluster>
      }
      {...(isOpen && {
        href: fillingPath(filling.id),
        cue: t(submittedAt === null && isDraftHere ? 'list.continue' : 'list.read'),
      })}
    />
  )
}

const Begin = ({ screen, forms }: { readonly screen: ScreenProps; readonly forms: readonly FormSummary[] }) => {
  const { t, titleOf } = useFillingWords()
  const { language } = useText('filling')
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const begin = async (key: string): Promise<void> => {
    const started = await startFilling(screen, screen.person.place.id, key, language)
    if (started.ok) navigate(fillingPath(started.value))
    else setProblem(started.error)
  }
  if (forms.length === 0) return null
  return (
    <Section title={t('list.begin')}>
      <ProblemNotice problem={problem} title={t('list.notStarted')} />
      <Rows label={t('list.begin')}>
        {forms.map((form) => (
          <Row
            key={form.key}
            title={titleOf(form)}
            detail={t('list.form', { count: form.questions, version: form.version })}
            trailing={form.edition === null ? undefined : <Tag tone="note">{form.edition}</Tag>}
            onPress={() => void begin(form.key)}
            cue={t('list.start')}
          />
        ))}
      </Rows>
    </Section>
  )
}
