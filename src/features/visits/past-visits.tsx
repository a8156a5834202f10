// The last recorded visits, the latest first: the flag in words, then what was done and recommended. Earlier ones come a
// screenful at a time: a province has years of them.
import { useState } from 'react'
import type { VisitView } from '#data/contract/visit-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { visitPath } from '#features/visit-path.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { toneByFlag, useVisitWords, type VisitWords } from './use-visit-words.ts'

const PAGE = 10

type PastVisitsProps = { readonly units: readonly string[]; readonly screen: ScreenProps }

export const PastVisits = ({ units, screen: { person, store } }: PastVisitsProps) => {
  const words = useVisitWords()
  const { t } = words
  const [shown, setShown] = useState(PAGE)
  const latest = useLive(() => store.visits.latest(units, shown), [store, units, shown])
  if (latest === undefined) return <Skeleton label={t('common:loading')} shape="cards" count={2} />
  const { visits, total } = latest
  if (total === 0) return <EmptyState icon="pin" level={3} title={t('empty.title')} text={t('empty.text')} />
  const nameOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  return (
    <Stack gap={4}>
      {visits.map((visit) => (
        <VisitCard key={visit.id} visit={visit} name={nameOf(visit.unit)} words={words} />
      ))}
      {total > shown && <Button onClick={() => setShown(shown + PAGE)}>{t('more', { count: total - shown })}</Button>}
    </Stack>
  )
}

type VisitCardProps = { readonly visit: VisitView; readonly name: string; readonly words: VisitWords }

const VisitCard = ({ visit, name, words }: VisitCardProps) => {
  const { t } = words
  const items = [
    { term: t('stage'), value: words.stageName(visit.stage) },
    { term: t('done'), value: visit.done },
    { term: t('lateReasons'), value: words.reasonsText(visit.lateReasons) },
    { term: t('recommendation'), value: visit.recommendation },
  ]
  return (
    <Card
      level={3}
      title={t('cardTitle', { day: visit.on.text, commune: name })}
      actions={
        <Cluster gap={2}>
          <Tag tone={toneByFlag[visit.flag]}>{t(`flag.${visit.flag}`)}</Tag>
          {visit.isSealed && (
            <Tag tone="note" icon="lock">
              {t('sealed.tag')}
            </Tag>
          )}
          <LocationTag location={visit.location} />
        </Cluster>
      }
    >
      <Stack gap={3}>
        <DefinitionList items={items.filter(({ value }) => value !== '')} />
        <Cluster>
          <ButtonLink kind="plain" icon="document" href={visitPath(visit.unit, visit.id)}>
            {t('common:open')}
          </ButtonLink>
        </Cluster>
      </Stack>
    </Card>
  )
}
