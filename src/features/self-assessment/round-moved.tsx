// After a move: which answers stayed behind with questions that are no longer asked, and which were given to other words.
import { use } from 'react'
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import { earlierVersions } from '#domain/questionnaire/instrument-versions.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { instrumentKey } from '#domain/questionnaire/instrument.ts'
import { movedRound } from '#domain/self-assessment/moved-round.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { questionPath } from './paths.ts'
import { AsideRows } from './revision-lists.tsx'
import type { LoadedRound } from './round-gate.tsx'
import { questionById, useRoundWords } from './round-words.ts'

const loads = new Map<string, Promise<readonly Instrument[]>>()

function earlierOnce(key: string): Promise<readonly Instrument[]> {
  const known = loads.get(key)
  if (known) return known
  const load = earlierVersions(key)
  load.catch(() => loads.delete(key))
  loads.set(key, load)
  return load
}

type RoundMovedProps = LoadedRound & { readonly moved: NonNullable<AssessmentView['moved']> }

export const RoundMoved = ({ round, instrument, moved }: RoundMovedProps) => {
  const { t } = useRoundWords()
  const { dateTime } = useFormats()
  const all = use(earlierOnce(round.instrument))
  const from = all.filter((one) => instrumentKey(one) === moved.from)
  const { aside, lookAgain } = movedRound(round.answers, instrument, {
    earlier: [...from, ...all.filter((one) => !from.includes(one))],
    at: moved.at,
  })
  return (
    <Notice
      tone="note"
      title={t('revision.moved', {
        from: from[0]?.version ?? moved.from,
        to: instrument.version,
        time: dateTime(moved.at),
      })}
    >
      <Stack gap={3}>
        {lookAgain.length > 0 && <LookAgain {...{ round, instrument, lookAgain }} />}
        {aside.length > 0 && <AsideRows aside={aside} />}
        {lookAgain.length + aside.length === 0 && <p>{t('revision.allFit')}</p>}
      </Stack>
    </Notice>
  )
}

const LookAgain = ({ round, instrument, lookAgain }: LoadedRound & { readonly lookAgain: readonly string[] }) => {
  const { t, textOf } = useRoundWords()
  const title = t('revision.lookAgain', { count: lookAgain.length })
  return (
    <Stack gap={2}>
      <b>{title}</b>
      <Rows label={title}>
        {lookAgain.map((id) => {
          const question = questionById(instrument, id)
          return (
            question && (
              <Row key={id} title={textOf(question.text)} href={questionPath(round.id, id)} cue={t('round.open')} />
            )
          )
        })}
      </Rows>
    </Stack>
  )
}
