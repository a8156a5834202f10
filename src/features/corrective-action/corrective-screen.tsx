// One request: where it stands and what is due, what was asked for, and every step with who made it, when and in which
// words; below the steps of the person in front of it.
import { useEffect } from 'react'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { endedAsDouble } from '#domain/corrective-action/double.ts'
import { isOpenState } from '#domain/corrective-action/move.ts'
import { standingUnits } from '#domain/place/successor-places.ts'
import { CORRECTIVE_PATH, correctivePath, correctiveSheetPath } from '#features/corrective-paths.ts'
import { CorrectiveTags, useCorrectiveWords } from '#features/corrective-words.tsx'
import { keepTold } from '#features/corrective-told-memory.ts'
import { GradeTag, useFindingWords } from '#features/finding-content.tsx'
import { InheritanceNote } from '#features/inheritance-note.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { useNotedLook } from '#features/note-activity.ts'
import { RecordTrailLink } from '#features/record-trail-link.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { CourseCells } from './course-cells.tsx'
import { CourseSteps } from './course-steps.tsx'
import { NextMoves } from './next-moves.tsx'
import { RequestGate } from './request-gate.tsx'
import { useDoubles } from './use-doubles.ts'

type CorrectiveScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const CorrectiveScreen = ({ unit, id, ...screen }: CorrectiveScreenProps) => (
  <RequestGate {...{ screen, unit, id }}>{(view) => <OneRequest view={view} screen={screen} />}</RequestGate>
)

type OneRequestProps = { readonly view: CorrectiveView; readonly screen: ScreenProps }

const OneRequest = ({ view, screen }: OneRequestProps) => {
  const { store, today } = screen
  const { t, numberText } = useCorrectiveWords()
  useNotedLook(screen, 'corrective-action', view.unit, view.id)
  useToldHere(view, store)
  const { places } = store.identity
  const place = places.find(({ id }) => id === view.unit)?.name ?? view.unit
  // The book of a unit that merged takes no further step; the note says where it goes on.
  const isGone = !standingUnits(view.unit, places).includes(view.unit)
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('numbered', { number: numberText(view) })}
        subtitle={place}
        back={{ href: CORRECTIVE_PATH, label: t('title') }}
        actions={
          <ButtonLink icon="print" href={correctiveSheetPath(view.unit, view.id)}>
            {t('toSheet')}
          </ButtonLink>
        }
      />
      <Cluster gap={2}>
        <CorrectiveTags view={view} today={today} />
        <GradeTag grade={view.grade} />
        <LocationTag location={view.location} />
      </Cluster>
      <InheritanceNote screen={screen} unit={view.unit} id={view.id} />
      <CourseCells course={view.course} />
      {!isGone && <NextMoves view={view} screen={screen} />}
      <Facts view={view} screen={screen} />
      <Section title={t('course')} detail={t('courseDetail')}>
        <CourseSteps view={view} screen={screen} />
      </Section>
      <RecordTrailLink feed={feedId(view.unit, 'pub')} entity={view.id} />
    </Stack>
  )
}

/** Whoever reads the request has read of the moves that do not count: they are news no more (CA-25). */
function useToldHere(view: CorrectiveView, store: ScreenProps['store']): void {
  useEffect(() => {
    void keepTold(store, view)
  }, [store, view])
}

const Facts = ({ view, screen }: OneRequestProps) => {
  const { today } = screen
  const words = useCorrectiveWords()
  const { clauseText } = useFindingWords()
  const { t, formats } = words
  const { course } = view
  const items = [
    { term: t('field.description'), value: view.description },
    { term: t('field.requirement'), value: view.requirement },
    { term: t('field.clause'), value: view.clause === '' ? '' : clauseText(view.clause) },
    { term: t('field.evidence'), value: view.evidence },
    { term: t('field.department'), value: view.department },
    { term: t('field.source'), value: words.sourceText(view.source) },
    {
      term: t('field.dueOn'),
      value: [words.dueText(view, today), isOpenState(course.state) && course.dueOn && words.daySource(view)]
        .filter(Boolean)
        .join(' · '),
    },
    { term: t('field.responsible'), value: course.analysis?.responsible ?? '' },
    {
      term: t('field.number'),
      value: course.officialNumber === null ? t('noOfficial', { number: view.number }) : view.number,
    },
    { term: t('field.officialNumber'), value: course.officialNumber ?? '' },
    {
      term: t('field.issued'),
      value: t('issuedBy', { author: view.byName ?? t('someone'), day: formats.day(view.issuedOn) }),
    },
  ]
  return (
    <Section title={t('asked')}>
      <Stack gap={3}>
        <DefinitionList items={items.filter(({ value }) => value !== '')} />
        <Links view={view} screen={screen} />
      </Stack>
    </Section>
  )
}

/** To what it comes from, to what goes on instead, and to what ended in it. */
const Links = ({ view, screen }: OneRequestProps) => {
  const { unit, id, source, of, course } = view
  const { store } = screen
  const { t, numberText } = useCorrectiveWords()
  const doubles = useDoubles(view, screen)
  // One that was inherited comes from another unit: the note above leads there.
  const isInherited = useLive(
    async () => source === 'carried-over' && (await store.inheritances.originOf(unit, id)) !== null,
    [store, unit, id, source],
  )
  const from =
    of === null || source === 'management-review' || (source === 'carried-over' && isInherited !== false)
      ? undefined
      : source === 'carried-over'
        ? { href: correctivePath(unit, of), label: t('link.former') }
        : source === 'internal-audit'
          ? { href: `/findings/${unit}/${of}`, label: t('link.finding') }
          : undefined
  const nextLabel =
    doubles?.next && endedAsDouble(course) ? t('link.goesOn', { number: numberText(doubles.next) }) : t('link.next')
  const next = course.next === null ? undefined : { href: correctivePath(unit, course.next), label: nextLabel }
  const joined = (doubles?.joined ?? []).map((one) => ({
    href: correctivePath(unit, one.id),
    label: t('link.joined', { number: numberText(one) }),
  }))
  const links = [from, next, ...joined].filter((link) => link !== undefined)
  if (links.length === 0) return null
  return (
    <Cluster>
      {links.map(({ href, label }) => (
        <ButtonLink key={href} kind="plain" href={href}>
          {label}
        </ButtonLink>
      ))}
    </Cluster>
  )
}
