// What the request waits for, and the moves the person in front of it may make; everybody else reads whose turn it is.
import { useState } from 'react'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { isOnOwnWork } from '#domain/corrective-action/course.ts'
import { nextStep, possibleMoves } from '#domain/corrective-action/due.ts'
import type { MoveName } from '#domain/corrective-action/move.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { correctiveMovePath } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { useDoubles } from './use-doubles.ts'

type NextMovesProps = { readonly view: CorrectiveView; readonly screen: ScreenProps }

export const NextMoves = ({ view, screen }: NextMovesProps) => {
  const { store, person, today } = screen
  const { t, dueText } = useCorrectiveWords()
  const feed = feedId(view.unit, 'pub')
  const next = nextStep(view.course, today)
  const account = store.identity.account.id
  const doubles = useDoubles(view, screen)
  const allowed = possibleMoves(view.course, account, today).filter((name) => person.may('corrective-move', feed, name))
  const own = allowed.filter((name) => name !== 'end-double' || (doubles?.choices.length ?? 0) > 0)
  const hasNoDouble = allowed.includes('end-double') && doubles?.choices.length === 0
  const isOwnWork = next !== null && isOnOwnWork(view.course, { name: next, by: account })
  const hint = isOwnWork ? t('turn.ownWork') : next === null ? t('turn.none') : t(`turn.${next}`)
  return (
    <Notice tone="note" title={dueText(view, today)}>
      <Stack gap={3}>
        <p>{hint}</p>
        {hasNoDouble && <p>{t('double.notOffered')}</p>}
        {own.length > 0 && (
          <Cluster>
            {own.map((name) => (
              <MoveButton key={name} name={name} isMain={name === next} {...{ view, screen }} />
            ))}
          </Cluster>
        )}
      </Stack>
    </Notice>
  )
}

type MoveButtonProps = NextMovesProps & { readonly name: MoveName; readonly isMain: boolean }

const MoveButton = ({ name, isMain, view, screen }: MoveButtonProps) => {
  const { moveText } = useCorrectiveWords()
  const kind = isMain ? 'main' : name === 'end-double' ? 'plain' : 'outline'
  if (name === 'start-analysis') return <StartButton {...{ view, screen }} />
  return (
    <ButtonLink kind={kind} href={correctiveMovePath(view.unit, view.id, name)}>
      {moveText(name)}
    </ButtonLink>
  )
}

/** Says nothing more than that somebody began: one tap. */
const StartButton = ({ view: { unit, id }, screen: { store, clock } }: NextMovesProps) => {
  const { t, moveText, formats } = useCorrectiveWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async (): Promise<void> => {
    const saved = await store.corrective.move(unit, id, { name: 'start-analysis' })
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) showToast({ text: t('saved', { time: formats.time(clock.now()) }), tone: 'good' })
  }
  return (
    <>
      <Button kind="main" icon="check" onClick={() => void start()}>
        {moveText('start-analysis')}
      </Button>
      <ProblemNotice problem={problem} />
    </>
  )
}
