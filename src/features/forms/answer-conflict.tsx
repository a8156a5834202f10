// Two people answered without seeing each other. Both answers are shown with author and time; choosing one is an
// ordinary write that saw both (CHG-8). Rule FIL-8.
import { useState } from 'react'
import type { ConflictItem } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { isInstance } from '#domain/questionnaire/filling/stored-answers.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import type { FillingBoard } from './filling-board.ts'
import { useFillingWords } from './form-words.ts'

interface AnswerConflictProps {
  readonly board: FillingBoard
  readonly place: string
  readonly screen: Pick<ScreenProps, 'store'>
  readonly canEdit: boolean
}

export const AnswerConflict = ({ board, place, screen: { store }, canEdit }: AnswerConflictProps) => {
  const { t } = useFillingWords()
  const conflicts = useLive(() => store.syncCentre.conflicts(), [store])
  const [problem, setProblem] = useState<Problem | null>(null)
  const entity = fillingAnswerId(board.id, place)
  const settle = async (conflict: ConflictItem, value: JsonValue): Promise<void> => {
    const settled = await store.syncCentre.resolve(conflict, value)
    setProblem(settled.ok ? null : settled.error)
  }
  return (
    <Notice tone="warn" title={t('conflict.title')} announce>
      <Stack gap={3}>
        <p>{t('conflict.text')}</p>
        {(conflicts ?? [])
          .filter((conflict) => conflict.entity === entity)
          .map((conflict) => (
            <Heads
              key={conflict.field}
              {...{ board, place, conflict, canEdit }}
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
  readonly board: FillingBoard
  readonly place: string
  readonly conflict: ConflictItem
  readonly canEdit: boolean
  readonly me: string
  readonly onChoose: (value: JsonValue) => void
}

const Heads = ({ board, place, conflict, canEdit, me, onChoose }: HeadsProps) => {
  const { t, formats, choiceOf } = useFillingWords()
  const wordsOf = (value: JsonValue): string => {
    if (typeof value !== 'string' || value.trim() === '') return t('conflict.blank')
    if (isInstance(place) || conflict.field !== 'value') return value
    const chosen = value.split(/\s+/)
    const labels = (board.state(place)?.choices ?? []).filter(({ name }) => chosen.includes(name))
    return labels.length === 0 ? value : labels.map((choice) => choiceOf(board.compiled.form, choice)).join('; ')
  }
  return (
    <Rows label={t(`conflict.field.${conflict.field}`)}>
      {conflict.heads.map(({ value, author, authorName, at }) => (
        <Row
          key={`${author} ${at}`}
          title={wordsOf(value)}
          detail={t('conflict.by', {
            author: author === me ? t('conflict.you') : (authorName ?? t('conflict.other')),
            time: formats.dateTime(at),
          })}
          {...(canEdit && { actions: <Button onClick={() => onChoose(value)}>{t('conflict.choose')}</Button> })}
        />
      ))}
    </Rows>
  )
}
