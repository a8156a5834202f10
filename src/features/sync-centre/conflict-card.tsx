// One place written differently: what it is, every value in words with its author and time, and the choice.
import { useEffect, useId, useState } from 'react'
import type { ConflictItem, PersonStore } from '#data/contract/store-contract.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { type ConflictSubject, conflictSubject } from './conflict-subject.ts'
import { valueText } from './conflict-value.ts'
import { placeNameOf } from './place-name.ts'
import { fieldText, kindText } from './record-words.ts'
import type { ShownConflict } from './use-conflicts.ts'

type ConflictCardProps = {
  readonly store: PersonStore
  readonly conflict: ShownConflict
  readonly canChoose: boolean
  readonly onChoose: (at: number) => void
}

function useSubject(store: PersonStore, item: ConflictItem): ConflictSubject | null {
  const [subject, setSubject] = useState<ConflictSubject | null>(null)
  useEffect(() => {
    let isGone = false
    void conflictSubject(store, item).then((found) => !isGone && setSubject(found))
    return () => {
      isGone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the same entity has the same subject, however often it is read
  }, [store, item.feed, item.entity, item.kind])
  return subject
}

export const ConflictCard = ({
  store,
  conflict: { item, chosen, problem },
  canChoose,
  onChoose,
}: ConflictCardProps) => {
  const { t, language } = useText('sync-centre')
  const formats = useFormats()
  const subject = useSubject(store, item)
  const name = useId()
  const kind = kindText(item.kind, t)
  const title = subject?.label ? t('conflicts.of', { kind, label: subject.label }) : kind
  const text = subject?.text && (language === 'en' ? subject.text.en : subject.text.vi)
  const place = placeNameOf(store, item.feed)
  const { account, people } = store.identity
  const authorOf = (author: string): string =>
    author === account.id
      ? t('conflicts.you')
      : (people?.find(({ id }) => id === author)?.displayName ?? t('conflicts.other'))
  return (
    <Card title={title} {...(chosen !== null && { actions: <Tag tone="good">{t('conflicts.chosen')}</Tag> })}>
      <Stack gap={3}>
        {place !== undefined && <p>{place}</p>}
        {text && <p>{text}</p>}
        {subject?.href && (
          <Cluster>
            <ButtonLink href={subject.href}>{t('conflicts.open')}</ButtonLink>
          </Cluster>
        )}
        <ChoiceGroup
          legend={t('conflicts.which', { field: fieldText(item.field, t) })}
          name={name}
          value={chosen === null ? undefined : String(chosen)}
          onChange={(value) => onChoose(Number(value))}
          options={item.heads.map(({ value, author, at }, index) => ({
            value: String(index),
            label: valueText(item.field, value, { t, formats, language }),
            detail: t('conflicts.by', { author: authorOf(author), time: formats.dateTime(at) }),
          }))}
          disabled={!canChoose}
          hint={!canChoose ? t('conflicts.whoChooses') : chosen === null ? t('conflicts.hint') : t('conflicts.again')}
        />
        <ProblemNotice problem={problem} />
      </Stack>
    </Card>
  )
}
