// Every visit so far, the latest first: the flag in words, then what was done and recommended.
import { useState } from 'react'
import type { VisitView } from '#data/contract/commune-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { editVisitPath } from './paths.ts'
import { toneByFlag, useVisitWords, type VisitWords } from './use-visit-words.ts'

/** A province sees the visits of fifty communes: they come a screenful at a time. */
const PAGE = 20

type PastVisitsProps = {
  readonly visits: readonly VisitView[]
  readonly screen: ScreenProps
  readonly mayVisit: boolean
}

const latestFirst = (a: VisitView, b: VisitView): number => {
  const [left, right] = [a.on.date ?? '', b.on.date ?? '']
  if (left === right) return a.id < b.id ? 1 : -1
  return left < right ? 1 : -1
}

export const PastVisits = ({ visits, screen: { person, store }, mayVisit }: PastVisitsProps) => {
  const words = useVisitWords()
  const [shown, setShown] = useState(PAGE)
  const nameOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  return (
    <Stack gap={4}>
      {visits
        .toSorted(latestFirst)
        .slice(0, shown)
        .map((visit) => (
          <VisitCard
            key={visit.id}
            visit={visit}
            name={nameOf(visit.unit)}
            words={words}
            canEdit={mayVisit && visit.by === store.identity.account.id}
          />
        ))}
      {visits.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{words.t('more', { count: visits.length - shown })}</Button>
      )}
    </Stack>
  )
}

type VisitCardProps = {
  readonly visit: VisitView
  readonly name: string
  readonly words: VisitWords
  readonly canEdit: boolean
}

const VisitCard = ({ visit, name, words, canEdit }: VisitCardProps) => {
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
          <LocationTag location={visit.location} />
        </Cluster>
      }
    >
      <Stack gap={3}>
        <DefinitionList items={items.filter(({ value }) => value !== '')} />
        {canEdit && (
          <Cluster>
            <ButtonLink kind="plain" icon="edit" href={editVisitPath(visit.unit, visit.id)}>
              {t('correct')}
            </ButtonLink>
          </Cluster>
        )}
      </Stack>
    </Card>
  )
}
