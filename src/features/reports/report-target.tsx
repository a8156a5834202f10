// The target of the plan against what is reached. "More than 70 %" is a strict share of a number of units that had a
// date, so both are told; who follows one area cannot know what the whole province reached, and is not told a wrong sum.
import { type PlanTarget, unitsNeeded } from '#domain/pilot/plan.ts'
import { isTargetMet } from '#domain/place/target.ts'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

type ReportTargetProps = {
  readonly target: PlanTarget
  readonly reached: number
  readonly isWholeScope: boolean
}

export const ReportTarget = ({ target, reached, isWholeScope }: ReportTargetProps) => {
  const { t, language } = useText('reports')
  const formats = useFormats()
  const { denominator, morePercentThan } = target
  const needed = unitsNeeded(target)
  const isMet = isTargetMet(reached, morePercentThan, denominator.count, true)
  const counted = t(denominator.needsChecking ? 'target.unitsToCheck' : 'target.units', {
    count: denominator.count,
    day: formats.day(denominator.on),
  })
  const reachedText = isWholeScope
    ? t('target.reachedOf', { reached, needed, missing: Math.max(0, needed - reached) })
    : t('target.reachedHere', { reached })
  return (
    <Card
      title={t('target.title')}
      {...(isWholeScope && {
        actions: <Tag tone={isMet ? 'good' : 'warn'}>{t(isMet ? 'target.met' : 'target.notMet')}</Tag>,
      })}
    >
      <p>{language === 'en' ? target.text.en : target.text.vi}</p>
      <DefinitionList
        items={[
          { term: t('target.by'), value: formats.day(target.by) },
          { term: t('target.denominator'), value: counted },
          {
            term: t('target.needed'),
            value: t('target.neededOf', { needed, percent: morePercentThan, total: denominator.count }),
          },
          { term: t('target.reached'), value: reachedText },
        ]}
      />
    </Card>
  )
}
