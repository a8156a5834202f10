// To the next question nobody answered, and to the next one that stands in the way of handing in or of a declaration.
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { useRoundWords } from './round-words.ts'
import type { Wanted } from './use-way.ts'

export const JumpButtons = ({ onJump }: { readonly onJump: (wanted: Wanted) => void }) => {
  const { t } = useRoundWords()
  return (
    <Cluster gap={2}>
      <Button icon="edit" onClick={() => onJump('unanswered')}>
        {t('answering.next.unanswered')}
      </Button>
      <Button icon="alert" onClick={() => onJump('obstacle')}>
        {t('answering.next.obstacle')}
      </Button>
    </Cluster>
  )
}
