// Before a form is handed in: what whoever verifies will find conspicuous, so that it can be looked at again first.
import { filledAnswers } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingSigns } from '#domain/questionnaire/filling/filling-signs.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import { HonestyNotice } from '#features/honesty-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { useText } from '#ui/text/text-context.tsx'
import type { OpenState } from './filling-gate.tsx'
import { useSignNames } from './use-sign-names.ts'

type DraftSignsProps = { readonly screen: ScreenProps; readonly open: OpenState }

export const DraftSigns = ({ screen: { store }, open: { board, view } }: DraftSignsProps) => {
  const { language } = useText('filling')
  const answers = filledAnswers(board.compiled, board.session, {
    session: { language: board.column(language) },
    answers: view.answers,
  })
  const titleOf = (path: string): string => board.state(path.slice(0, path.lastIndexOf('/')))?.label ?? ''
  const names = useSignNames(answers, ({ path, label }) =>
    [titleOf(path), label || pathOf(path)].filter(Boolean).join(' · '),
  )
  const photos = useLive(() => store.fillingReviews.photos(board.id, 'self'), [store, board.id])
  if (photos === undefined) return null
  const paths = new Map(answers.map(({ path }) => [fillingAnswerId(board.id, path), path]))
  const changed = view.answers.flatMap(({ path, changedAt, changedBy }) =>
    changedAt === undefined ? [] : [[path, { at: changedAt, by: changedBy ?? '' }] as const],
  )
  const signs = fillingSigns({
    answers,
    changes: Object.fromEntries(changed),
    evidence: photos.photos.flatMap(({ of, sha256, takenAt, on }) => {
      const path = paths.get(of)
      return path === undefined ? [] : [{ path, sha256, takenAt, on: on.date }]
    }),
    earlierPhotos: photos.earlier,
    startedOn: view.startedOn,
  })
  return <HonestyNotice signs={signs} names={names} />
}
