// What corrective actions ask of somebody today: in the commune the moves that are theirs and late or near, for those who
// follow communes what is late and whose effect is to be looked at; and for both what became of moves in two directions.
import { Suspense, useMemo } from 'react'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import type { Role } from '#domain/access/role.ts'
import { feedId } from '#domain/change/feed.ts'
import { isEffectDue, isOnOwnWork } from '#domain/corrective-action/course.ts'
import { isLate, isOpeningLate, nextStep } from '#domain/corrective-action/due.ts'
import { toldTo, type Uncounted } from '#domain/corrective-action/told.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { CORRECTIVE_PATH, correctivePath } from '#features/corrective-paths.ts'
import { readTold, uncountedIn } from '#features/corrective-told-memory.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { asideName } from '#features/kept-aside-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { LateOpeningsRow } from '#features/late-openings-row.tsx'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'

const SHOWN = 3
const SOON_DAYS = 7

/** They answer for the commune, or follow it. */
const followers: readonly Role[] = ['chairman', 'vice-chairman', 'iso-secretary', 'area-monitor']

type NeedsProps = { readonly screen: ScreenProps }

export const NeedsOfCorrective = ({ screen }: NeedsProps) => (
  <Suspense fallback={null}>
    <Needs screen={screen} />
  </Suspense>
)

/** A move that is the person's own: its day is near or past, or it waits for nobody else. */
function isOwnNeed({ unit, course }: CorrectiveView, { person, store, today }: ScreenProps): boolean {
  const next = nextStep(course, today)
  if (next === null || isOnOwnWork(course, { name: next, by: store.identity.account.id })) return false
  if (!person.may('corrective-move', feedId(unit, 'pub'), next)) return false
  const isWaited = course.state !== 'in-progress'
  return isWaited || isLate(course, today) || (course.dueOn !== null && course.dueOn <= addDays(today, SOON_DAYS))
}

const isFollowedNeed = ({ course }: CorrectiveView, today: LocalDate): boolean =>
  isLate(course, today) || isEffectDue(course, today)

const lateFirst =
  (today: LocalDate) =>
  (a: CorrectiveView, b: CorrectiveView): number =>
    Number(isLate(b.course, today)) - Number(isLate(a.course, today))

/** Requests of the communes this person answers for or follows, with what of them is news. Rule CA-25. */
async function readNews({ store, person, clock }: ScreenProps, views: readonly CorrectiveView[]) {
  const listener = {
    account: store.identity.account.id,
    follows: person.roles.some((role) => followers.includes(role)),
  }
  const news: { readonly view: CorrectiveView; readonly told: Uncounted }[] = []
  for (const view of views) {
    const untold = toldTo(uncountedIn(view), view.course, listener, clock.now())
    if (untold.length === 0) continue
    const seen = await readTold(store, view)
    for (const told of untold) if (!seen.includes(told.move)) news.push({ view, told })
  }
  return news.toSorted((a, b) => b.told.at - a.told.at)
}

const Needs = ({ screen }: NeedsProps) => {
  const { store, person, today } = screen
  const words = useCorrectiveWords()
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const read = useLive(async () => {
    const [views, findings] = await Promise.all([store.corrective.list(units), store.corrective.unrequested(units)])
    return { views, findings }
  }, [store, units])
  const news = useLive(() => readNews(screen, read?.views ?? []), [store, read])
  const openings = (read?.findings ?? []).filter((finding) => isOpeningLate(finding, today))
  const isCommune = person.workplace === 'commune'
  const needs = (read?.views ?? [])
    .filter((view) => (isCommune ? isOwnNeed(view, screen) : isFollowedNeed(view, today)))
    .toSorted(lateFirst(today))
  const told = (news ?? []).slice(0, SHOWN)
  if (needs.length + told.length + openings.length === 0) return null
  const nameOf = (unit: string): string =>
    isCommune ? '' : (person.communes.find(({ id }) => id === unit)?.name ?? unit)
  const more = (
    <ButtonLink kind="plain" href={isCommune ? CORRECTIVE_PATH : `${CORRECTIVE_PATH}?show=late`}>
      {words.t('needs.all', { count: needs.length })}
    </ButtonLink>
  )
  return (
    <Section title={words.t('needs.title')} {...(needs.length > SHOWN && { actions: more })}>
      <Rows label={words.t('needs.title')}>
        {told.map((one) => (
          <NewsRow key={one.told.move} {...one} screen={screen} place={nameOf(one.view.unit)} />
        ))}
        <LateOpeningsRow findings={openings} nameOf={nameOf} today={today} />
        {needs.slice(0, SHOWN).map((view) => (
          <Row
            key={view.id}
            mark={<Mark tone={isLate(view.course, today) ? 'bad' : 'act'} icon="wrench" />}
            title={view.description}
            detail={[nameOf(view.unit), turnText(view, words, today), words.dueText(view, today)]
              .filter(Boolean)
              .join(' · ')}
            href={correctivePath(view.unit, view.id)}
            cue={words.t('common:open')}
          />
        ))}
      </Rows>
    </Section>
  )
}

type NewsRowProps = NeedsProps & {
  readonly view: CorrectiveView
  readonly told: Uncounted
  readonly place: string
}

/** Another person's move that was kept aside, or one that went another way than the moves that count. */
const NewsRow = ({ view, told, place, screen: { store } }: NewsRowProps) => {
  const words = useCorrectiveWords()
  const { t, numberText, formats } = words
  const { account, people = [] } = store.identity
  const author = people.find(({ id }) => id === told.by)?.displayName ?? t('someone')
  const said = { move: asideName(told, words), author, day: formats.day(told.on) }
  return (
    <Row
      mark={<Mark tone="warn" icon="alert" />}
      title={t(told.by === account.id ? 'news.own' : told.isAside ? 'news.aside' : 'news.other', said)}
      detail={[place, t('numbered', { number: numberText(view) }), view.description].filter(Boolean).join(' · ')}
      href={correctivePath(view.unit, view.id)}
      cue={t('common:open')}
    />
  )
}

function turnText(view: CorrectiveView, words: ReturnType<typeof useCorrectiveWords>, today: LocalDate): string {
  const next = nextStep(view.course, today)
  return next === null ? '' : words.t('needs.next', { move: words.moveText(next) })
}
