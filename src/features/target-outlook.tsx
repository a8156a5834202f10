// A target of the plan: needed, reached, forecast, and when the present pace reaches it. "More than 70 %" is a strict
// share of a number of units that had a date, so that is told too; a device that holds only a part of the plan's communes
// says so and judges nothing.
import type { CockpitView } from '#data/contract/cockpit-contract.ts'
import type { TargetDay, TargetOutlook } from '#domain/forecast/target-outlook.ts'
import { Card } from '#ui/card.tsx'
import { TargetBar } from '#ui/chart-target.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { type CockpitWords, useCockpitWords } from './cockpit-words.ts'

type TargetOutlookCardProps = {
  readonly outlook: TargetOutlook
  readonly view: Pick<CockpitView, 'isWholePlan' | 'communes' | 'asOf' | 'template'>
}

export const TargetOutlookCard = ({ outlook, view }: TargetOutlookCardProps) => {
  const words = useCockpitWords(view.template)
  const { t } = words
  const { target, isMet } = outlook
  const isLikely = isOnTheWay(outlook)
  return (
    <Card
      title={words.textOf(target.text)}
      {...(view.isWholePlan && {
        actions: (
          <Tag tone={isMet || isLikely ? 'good' : 'bad'} icon={isLikely && !isMet ? 'clock' : undefined}>
            {t(isMet ? 'target.met' : isLikely ? 'target.onTheWay' : 'target.behind')}
          </Tag>
        ),
      })}
    >
      <Stack gap={3}>
        {view.isWholePlan && <Bar outlook={outlook} words={words} />}
        <DefinitionList items={factsOf(outlook, view, words)} />
        <Disclosure summary={t('target.methodTitle')}>
          <Method outlook={outlook} words={words} />
        </Disclosure>
      </Stack>
    </Card>
  )
}

/** By the forecast of the plan's own communes, or, where they are too few for it, by the present pace. Rule CKP-11. */
const isOnTheWay = ({ needed, forecast, day }: TargetOutlook): boolean =>
  forecast.likely >= needed || (day.is === 'expected' && day.isInTime)

type PartProps = { readonly outlook: TargetOutlook; readonly words: CockpitWords }

const Bar = ({ outlook, words: { t } }: PartProps) => {
  const { denominator, needed, reached, forecast, isMet } = outlook
  return (
    <TargetBar
      label={t('target.sentence', { needed, total: denominator.count, reached, likely: forecast.likely })}
      total={denominator.count}
      needed={{
        value: needed,
        label: t('target.mark', { needed }),
        tone: isMet || isOnTheWay(outlook) ? 'good' : 'bad',
      }}
      reached={reached}
      likely={forecast.likely}
      atMost={forecast.atMost}
      from={t('target.reachedMark', { reached })}
      to={t('target.totalMark', { total: denominator.count })}
    />
  )
}

function factsOf(outlook: TargetOutlook, view: TargetOutlookCardProps['view'], words: CockpitWords) {
  const { t, formats } = words
  const { target, denominator, needed, reached, beyondPlan, day } = outlook
  const units = t(denominator.needsChecking ? 'target.unitsToCheck' : 'target.units', {
    count: denominator.count,
    day: formats.day(denominator.on),
  })
  const missing = Math.max(0, needed - reached)
  return [
    { term: t('target.by'), value: formats.day(target.by) },
    { term: t('target.needed'), value: t('target.neededOf', { needed, units }) },
    {
      term: t('target.reached'),
      value: view.isWholePlan
        ? t('target.reachedOf', { reached, missing })
        : t('target.reachedHere', { reached, count: view.communes.length }),
    },
    ...(view.isWholePlan
      ? [
          { term: t('target.forecast'), value: forecastText(outlook, words) },
          { term: t('target.pace'), value: dayText(day, words) },
        ]
      : []),
    ...(beyondPlan > 0 ? [{ term: t('target.beyond'), value: t('target.beyondOf', { count: beyondPlan }) }] : []),
  ]
}

function forecastText({ forecast: { atLeast, likely, atMost } }: TargetOutlook, { t }: CockpitWords): string {
  return atLeast === atMost ? t('communes', { count: likely }) : t('target.forecastOf', { atLeast, likely, atMost })
}

function dayText(day: TargetDay, { t, formats, rangeText }: CockpitWords): string {
  if (day.is === 'reached') return t('target.day.reached', { day: formats.day(day.on) })
  if (day.is === 'unknown') return t(`target.day.${day.reason}`)
  return t(day.isInTime ? 'target.day.inTime' : 'target.day.tooLate', { range: rangeText(day) })
}

const Method = ({ outlook: { day }, words: { t, formats } }: PartProps) => (
  <Stack gap={3}>
    <p>{t('target.method')}</p>
    {day.is === 'expected' && (
      <ul>
        {day.windows.map(({ days, from, declared, perYear }) => (
          <li key={days ?? 'all'}>
            {t(days === null ? 'target.windowAll' : 'target.window', {
              days: days ?? 0,
              from: formats.day(from),
              declared,
              perYear: formats.number(perYear, 1),
            })}
          </li>
        ))}
      </ul>
    )}
  </Stack>
)
