// What became of the questions while the round is open: a corrected version with what changed in it and what would not
// go along, offered and never done by itself; after a move, what stayed behind and what to look at again; and that a
// withdrawn version can be finished. The words and earlier versions come later than the round, which stays in view.
import { Suspense, useState } from 'react'
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { correctionOf, isWithdrawn } from '#domain/questionnaire/instrument-versions.ts'
import { movedRound } from '#domain/self-assessment/moved-round.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useInstrument } from '#features/use-instrument.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { AsideRows, ChangeRows } from './revision-lists.tsx'
import { mayStartRound } from './round-access.ts'
import type { LoadedRound } from './round-gate.tsx'
import { RoundMoved } from './round-moved.tsx'
import { useRoundWords } from './round-words.ts'

type RoundRevisionProps = LoadedRound & { readonly screen: ScreenProps }

/** Draws nothing for a round in the current version that was never moved. */
export const RoundRevision = ({ round, instrument, screen }: RoundRevisionProps) => {
  const { t } = useRoundWords()
  const isOpen = round.submittedAt === null
  const correction = isOpen ? correctionOf(round.instrument) : undefined
  return (
    <>
      {isOpen && isWithdrawn(round.instrument) && (
        <Notice tone="note" title={t('revision.withdrawn')}>
          {t('revision.withdrawnText')}
        </Notice>
      )}
      <Suspense fallback={null}>
        {correction && <Corrected {...{ round, instrument, screen }} to={correction.key} />}
        {round.moved && <RoundMoved {...{ round, instrument }} moved={round.moved} />}
      </Suspense>
    </>
  )
}

const Corrected = ({ round, instrument, screen, to }: RoundRevisionProps & { readonly to: string }) => {
  const { t } = useRoundWords()
  const later = useInstrument(to)
  const move = useMove(screen.store.assessments, round, to)
  if (later === undefined || later.scale !== instrument.scale) return null
  const { aside } = movedRound(round.answers, later, { earlier: [instrument], at: 0 })
  return (
    <Notice tone="warn" title={t('revision.title', { from: instrument.version, to: later.version })}>
      <Stack gap={3}>
        <p>{t('revision.text')}</p>
        <Disclosure summary={t('revision.changes')}>
          <ChangeRows before={instrument} after={later} />
        </Disclosure>
        {aside.length === 0 ? <p>{t('revision.allFit')}</p> : <AsideRows aside={aside} />}
        <ProblemNotice problem={move.problem} />
        {mayStartRound(screen.person, round.unitId) ? (
          <Button kind="main" wide icon="check" busy={move.isBusy} onClick={() => void move.go()}>
            {t('revision.move', { to: later.version })}
          </Button>
        ) : (
          <p>{t('revision.whoMoves')}</p>
        )}
      </Stack>
    </Notice>
  )
}

function useMove(assessments: ScreenProps['store']['assessments'], { id }: AssessmentView, to: string) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const go = async (): Promise<void> => {
    setBusy(true)
    const moved = await assessments.move(id, to)
    setProblem(moved.ok ? null : moved.error)
    setBusy(false)
  }
  return { isBusy, problem, go }
}
