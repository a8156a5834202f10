// What a move is about, read before it is made: the analysis that is approved, the work that is verified, with its photos.
import type { CorrectiveView, MoveView } from '#data/contract/corrective-contract.ts'
import type { MoveName } from '#domain/corrective-action/move.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { MoveEvidence } from './move-evidence.tsx'
import { LatePromise } from './late-promise.tsx'
import { moveFacts } from './move-facts.ts'

const aboutAnalysis: readonly MoveName[] = ['approve', 'return-analysis', 'extend', 'report-done']
const aboutWork: readonly MoveName[] = ['accept', 'reject', 'carry-over', 'check-effect']

function judged(name: MoveName, { course: { analysis, taken } }: CorrectiveView): readonly MoveView[] {
  const work = taken.findLast((move) => move.name === 'report-done')
  const about = [
    aboutAnalysis.includes(name) || aboutWork.includes(name) ? analysis : null,
    aboutWork.includes(name) ? work : null,
  ]
  return about.flatMap((move) => move ?? [])
}

type WhatIsJudgedProps = { readonly name: MoveName; readonly view: CorrectiveView; readonly screen: ScreenProps }

export const WhatIsJudged = ({ name, view, screen }: WhatIsJudgedProps) => {
  const words = useCorrectiveWords()
  const { t, formats } = words
  return judged(name, view).map((move) => (
    <Section
      key={move.id}
      title={t(`done.${move.name}`)}
      detail={t('madeBy', { author: move.byName ?? t('someone'), time: formats.dateTime(move.madeAt) })}
    >
      <Stack gap={3}>
        <LatePromise {...{ move, view }} />
        <DefinitionList items={moveFacts(move, words)} />
        <MoveEvidence {...{ move, screen }} unit={view.unit} />
      </Stack>
    </Section>
  ))
}
