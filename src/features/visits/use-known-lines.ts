// What this device knows of a commune before somebody goes there: its stage, what is late, open corrective actions and the
// tasks of last time, each in one line that is confirmed or corrected on the spot.
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { isLate } from '#domain/corrective-action/due.ts'
import type { LineForm } from './visit-form.ts'
import { useVisitWords } from './use-visit-words.ts'

type KnownLine = Omit<LineForm, 'found'>

/** More than this is read in the office, not asked at a table. */
const MOST_OF_A_KIND = 8

/** Undefined while it is gathered. */
export function useKnownLines({ store, today }: ScreenProps, unit: string): readonly KnownLine[] | undefined {
  const { t, formats, stageName } = useVisitWords()
  const known = useLive(async () => {
    const [row, requests, actions] = await Promise.all([
      store.communes.get(unit),
      store.corrective.list([unit]),
      store.reviews.actions([unit]),
    ])
    return { row, requests, actions }
  }, [store, unit])
  if (known === undefined) return undefined
  const { row, requests, actions } = known
  const summary = row?.summary ?? null
  const dayText = (text: string, date: string | null): string => (date === null ? text : formats.day(date))
  const stage: readonly KnownLine[] =
    summary === null
      ? []
      : [
          {
            about: 'stage',
            known:
              summary.currentStage === null
                ? t('known.ended')
                : t('known.stage', {
                    stage: stageName(summary.currentStage),
                    declared: formats.number(Math.round(summary.percentDeclared)),
                    confirmed: formats.number(Math.round(summary.percentConfirmed)),
                  }),
          },
        ]
  const late = (summary?.stages ?? [])
    .filter(({ daysLate }) => daysLate > 0)
    .map((one) => ({
      about: `late.${one.stage}`,
      known: t('known.late', { stage: stageName(one.stage), count: one.daysLate }),
    }))
  const correctives = requests
    .filter(({ course }) => course.state !== 'closed' && course.state !== 'carried-over')
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, number, description, course }) => ({
      about: `corrective.${id}`,
      known: t(isLate(course, today) ? 'known.correctiveLate' : 'known.corrective', {
        number,
        text: description,
        day: course.dueOn === null ? t('known.noDay') : formats.day(course.dueOn),
      }),
    }))
  const tasks = actions
    .filter(({ question, state }) => question === 'visit' && state === 'open')
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, what, who, until }) => ({
      about: `task.${id}`,
      known: t('known.task', { what, who, day: dayText(until.text, until.date) }),
    }))
  return [...stage, ...late, ...correctives, ...tasks]
}
