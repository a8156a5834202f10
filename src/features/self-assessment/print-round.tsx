// Prints what was handed in of a round, for those who answer for it.
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import { notedPrint } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { useRoundWords } from './round-words.ts'

type PrintRoundProps = { readonly round: AssessmentView; readonly screen: ScreenProps }

export const PrintRound = ({ round, screen }: PrintRoundProps) => {
  const { t } = useRoundWords()
  const print = async (): Promise<void> => {
    const submissions = await screen.store.assessments.submissions(round.unitId)
    const latest = submissions.find(({ content }) => content.assessmentId === round.id)
    await notedPrint(screen, { what: 'submission', unit: round.unitId, record: latest?.id ?? round.id })
  }
  return (
    <Button icon="print" onClick={() => void print()}>
      {t('common:print')}
    </Button>
  )
}
