// The ways on from a section: the one before, the next question that is open or not right, the next section, handing in.
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import type { FillingBoard } from './filling-board.ts'
import { useFillingWords } from './form-words.ts'
import { placeId, submitPath } from './paths.ts'
import { useWhole } from './use-filling.ts'

type FillingDockProps = {
  readonly board: FillingBoard
  readonly at: number
  readonly count: number
  readonly onSection: (at: number) => void
  readonly onGoTo: (ref: string) => void
}

export const FillingDock = ({ board, at, count, onSection, onGoTo }: FillingDockProps) => {
  const { t } = useFillingWords()
  return (
    <FrameDock>
      <Dock
        start={
          at > 0 && (
            <Button icon="chevron-left" iconOnlyOnPhone onClick={() => onSection(at - 1)}>
              {t('dock.previousSection')}
            </Button>
          )
        }
        middle={<Jumps {...{ board, onGoTo }} after={null} />}
        end={
          at < count - 1 ? (
            <Button kind="main" iconEnd="chevron-right" onClick={() => onSection(at + 1)}>
              {t('dock.nextSection')}
            </Button>
          ) : (
            <ButtonLink kind="main" iconEnd="chevron-right" href={submitPath(board.id)}>
              {t(board.visit === null ? 'dock.review' : 'visit.review')}
            </ButtonLink>
          )
        }
      />
    </FrameDock>
  )
}

type JumpsProps = {
  readonly board: FillingBoard
  /** Where the search for the next one begins. */
  readonly after: string | null
  readonly onGoTo: (ref: string) => void
}

/** To the next question that is not right, else to the next that is open. */
export const Jumps = ({ board, after, onGoTo }: JumpsProps) => {
  const { t } = useFillingWords()
  const { answered, total, wrong } = useWhole(board)
  const go = (standing: 'open' | 'wrong') => {
    const focused = document.activeElement?.closest('[id^="place-"]')?.id
    const here = after ?? board.stops().find(({ ref }) => focused === placeId(ref))?.ref ?? null
    const next = board.nextOf(standing, here)
    if (next) onGoTo(next.ref)
  }
  if (wrong > 0)
    return (
      <Button kind="plain" onClick={() => go('wrong')}>
        {t('dock.wrong', { count: wrong })}
      </Button>
    )
  const open = total - answered
  return (
    <Button kind="plain" disabled={open === 0} onClick={() => go('open')}>
      {t('dock.open', { count: open })}
    </Button>
  )
}
