// Two people answered without seeing each other. Both answers are shown with author and time to everybody; choosing one
// is an ordinary write that saw both (CHG-8), and is for whoever leads the round or the filling (ACC-19).
import { useState } from 'react'
import type { ConflictItem, PersonStore } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useLive } from './use-live.ts'

type AnswerConflictProps = {
  readonly store: Pick<PersonStore, 'syncCentre' | 'identity'>
  /** Id of the answer. */
  readonly entity: string
  readonly canChoose: boolean
  /** Of a form that is filled in at a visit, where whoever visits chooses. */
  readonly isOfVisit?: boolean
  /** What was answered in the words of the question; undefined where the value speaks for itself. */
  readonly wordsOf: (field: string, value: JsonValue) => string | undefined
}

export const AnswerConflict = ({ store, entity, isOfVisit = false, ...shown }: AnswerConflictProps) => {
  const { t } = useText('answer-conflict')
  const conflicts = useLive(() => store.syncCentre.conflicts(), [store])
  const [problem, setProblem] = useState<Problem | null>(null)
  const settle = async (conflict: ConflictItem, value: JsonValue): Promise<void> => {
    const settled = await store.syncCentre.resolve(conflict, value)
    setProblem(settled.ok ? null : settled.error)
  }
  return (
    <Notice tone="warn" title={t('title')} announce>
      <Stack gap={3}>
        <p>{t(shown.canChoose ? 'text' : isOfVisit ? 'visitorChooses' : 'whoChooses')}</p>
        {(conflicts ?? [])
          .filter((conflict) => conflict.entity === entity)
          .map((conflict) => (
            <Heads
              key={conflict.field}
              {...shown}
              conflict={conflict}
              me={store.identity.account.id}
              onChoose={(value) => void settle(conflict, value)}
            />
          ))}
        <ProblemNotice problem={problem} />
      </Stack>
    </Notice>
  )
}

type HeadsProps = Pick<AnswerConflictProps, 'canChoose' | 'wordsOf'> & {
  readonly conflict: ConflictItem
  readonly me: string
  readonly onChoose: (value: JsonValue) => void
}

const Heads = ({ conflict: { field, heads }, canChoose, wordsOf, me, onChoose }: HeadsProps) => {
  const { t } = useText('answer-conflict')
  const formats = useFormats()
  const plain = (value: JsonValue): string => (typeof value === 'string' && value.trim() !== '' ? value : t('blank'))
  return (
    <Rows label={t(`field.${field}`)}>
      {heads.map(({ value, author, authorName, at }) => (
        <Row
          key={`${author} ${at}`}
          title={wordsOf(field, value) ?? plain(value)}
          detail={t('by', {
            author: author === me ? t('you') : (authorName ?? t('other')),
            time: formats.dateTime(at),
          })}
          {...(canChoose && { actions: <Button onClick={() => onChoose(value)}>{t('choose')}</Button> })}
        />
      ))}
    </Rows>
  )
}
