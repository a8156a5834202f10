// Questions of a round by their ids, each one a link.
import { Row, Rows } from '#ui/rows.tsx'
import { questionPath } from './paths.ts'
import type { LoadedRound } from './round-gate.tsx'
import { questionById, useRoundWords } from './round-words.ts'

type QuestionRowsProps = LoadedRound & {
  readonly ids: readonly string[]
  readonly label: string
  /** What the link of each is called. */
  readonly cue: string
}

export const QuestionRows = ({ round, instrument, ids, label, cue }: QuestionRowsProps) => {
  const { textOf } = useRoundWords()
  return (
    <Rows label={label}>
      {ids.map((id) => {
        const question = questionById(instrument, id)
        return (
          <Row key={id} title={question ? textOf(question.text) : id} href={questionPath(round.id, id)} cue={cue} />
        )
      })}
    </Rows>
  )
}
