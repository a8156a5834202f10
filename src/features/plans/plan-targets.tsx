// A share of a number of units means little without the day they were counted: one line for every number the target was
// reckoned with, and how many units each of them takes (PIL-15, PLN-9).
import { denominatorsOf, type Plan, type PlanTarget, unitsNeeded } from '#domain/pilot/plan.ts'
import type { DatedDenominator } from '#domain/place/target.ts'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { usePlanWords } from './use-plan-words.ts'

export const PlanTargets = ({ plan }: { readonly plan: Plan }) => {
  const { t, textOf, formats } = usePlanWords()
  if (plan.targets.length === 0) return <p>{t('noTargets')}</p>
  return (
    <Stack gap={4}>
      {plan.targets.map((target) => (
        <div key={`${target.by} ${target.text.vi}`}>
          <p>
            {textOf(target.text)}{' '}
            <b>
              {t(target.isStrict === false ? 'targetAtLeast' : 'targetMoreThan', {
                share: target.morePercentThan,
                by: formats.day(target.by),
              })}
            </b>
          </p>
          <ul>
            {denominatorsOf(target).map((denominator) => (
              <NeededLine key={denominator.on} target={target} denominator={denominator} />
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  )
}

type NeededLineProps = { readonly target: PlanTarget; readonly denominator: DatedDenominator }

const NeededLine = ({ target, denominator }: NeededLineProps) => {
  const { t, formats } = usePlanWords()
  const { count, on, precision, needsChecking } = denominator
  const when = precision === 'day' ? formats.day(on) : precision === 'month' ? on.slice(0, 7) : on.slice(0, 4)
  return (
    <li>
      {t(`needed.${precision}`, { needed: unitsNeeded(target, denominator), total: count, when })}{' '}
      {needsChecking && <Tag tone="warn">{t('common:toCheck')}</Tag>}
    </li>
  )
}
