// A commune in which nothing was done yet is led through its first day; one that has begun is led on until it ends it.
import { feedId } from '#domain/change/feed.ts'
import { isFresh, setUpOf } from '#domain/first-day/set-up.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { readSkipped } from './first-day-memory.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

export const NeedsOfFirstDay = ({ screen: { store, person } }: { readonly screen: ScreenProps }) => {
  const unit = person.workplace === 'commune' ? person.place.id : ''
  const mayAsk = unit !== '' && person.may('commune-profile', feedId(unit, 'pub'))
  const asked = useLive(async () => {
    if (!mayAsk) return null
    const [facts, memory] = await Promise.all([store.profiles.facts(unit), readSkipped(store.drafts, unit)])
    const setUp = setUpOf(facts, memory ?? [])
    return (isFresh(facts) || memory !== null) && !setUp.isOver ? setUp : null
  }, [store, unit, mayAsk])
  return asked ? <Asked settled={asked.settled} total={asked.steps.length} /> : null
}

const Asked = ({ settled, total }: { readonly settled: number; readonly total: number }) => {
  const { t } = useText('first-day')
  return (
    <Card
      title={t('need.title')}
      tone="act"
      actions={
        <ButtonLink kind="main" href="/first-day" icon="chevron-right">
          {t(settled === 0 ? 'need.begin' : 'need.goOn')}
        </ButtonLink>
      }
    >
      <p>{t('need.text', { settled, total })}</p>
    </Card>
  )
}
