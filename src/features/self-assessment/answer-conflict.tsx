// Two people answered without seeing each other. Both answers are shown with author and time; choosing one is an
// ordinary write that saw both (CHG-8), and is for whoever leads the round (SA-23).
import { useState } from 'react'
import type { ConflictItem, PersonStore } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { type RoundWords, useRoundWords } from './round-words.ts'

type AnswerConflictProps = {
  readonly store: Pick<PersonStore, 'syncCentre' | 'identity'>
  readonly entity: string
  readonly canChoose: boolean
}

export const AnswerConflict = ({ store, entity, canChoose }: AnswerConflictProps) => {
  const { t } = useRoundWords()
  const conflicts = useLive(() => store.syncCentre.conflicts(), [store])
  const [problem, setProblem] = useState<Problem | null>(null)
  const settle = async (conflict: ConflictItem, value: JsonValue): Promise<void> => {
    const settled = await store.syncCentre.resolve(conflict, value)
    setProblem(settled.ok ? null : settled.error)
  }
  return (
    <Notice tone="warn" title={t('conflict.title')} announce>
      <Stack gap={3}>
        <p>{t(canChoose ? 'conflict.text' : 'conflict.whoChooses')}</p>
        {(conflicts ?? [])
          .filter((conflict) => conflict.entity === entity)
          .map((conflict) => (
            <Heads
              key={conflict.field}
              {...{ conflict, canChoose }}
              me={store.identity.account.id}
              onChoose={(value) => void settle(conflict, value)}
            />
          ))}
        <ProblemNotice problem={problem} />
      </Stack>
    </Notice>
  )
}

type HeadsProps = {
  readonly conflict: ConflictItem
  readonly canChoose: boolean
  readonly me: string
  readonly onChoose: (value: JsonValue) => void
}

const Heads = ({ conflict, canChoose, me, onChoose }: HeadsProps) => {
  const { t } = useRoundWords()
  const formats = useFormats()
  return (
    <Rows label={t(`conflict.field.${conflict.field}`)}>
      {conflict.heads.map(({ value, author, authorName, at }) => (
        <Row
          key={`${author} ${at}`}
          title={valueText(t, conflict.field, value)}
          detail={t('conflict.by', {
            author: author === me ? t('conflict.you') : (authorName ?? t('conflict.other')),
            time: formats.dateTime(at),
          })}
          {...(canChoose && { actions: <Button onClick={() => onChoose(value)}>{t('conflict.choose')}</Button> })}
        />
      ))}
    </Rows>
  )
}

function valueText(t: RoundWords['t'], field: string, value: JsonValue): string {
  if (field !== 'score') return typeof value === 'string' && value.trim() !== '' ? value : t('conflict.blank')
  return typeof value === 'number'
    ? `${value} · ${t(`records:score.${value}`)}`
    : t(`records:score.${value === 'na' ? 'na' : 'none'}`)
}
