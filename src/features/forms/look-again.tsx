// An answer that was given to other words than the question has now: said at the question until somebody answers again
// or says that it still holds, and listed with the filling so that it is found.
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { FillingBoard } from './filling-board.ts'
import { questionPath } from './paths.ts'
import { useBeside, useToLookAt } from './use-filling.ts'

type LookAgainProps = { readonly board: FillingBoard; readonly place: string; readonly canAnswer: boolean }

/** Rule RVS-10. */
export const LookAgain = (props: LookAgainProps) =>
  useBeside(props.board, props.place).isToLookAt ? <LookAgainHere {...props} /> : null

const LookAgainHere = ({ board, place, canAnswer }: LookAgainProps) => {
  const { t } = useText('form-revision')
  return (
    <Notice
      tone="warn"
      title={t('lookAgain.here')}
      {...(canAnswer && {
        actions: (
          <Button icon="check" onClick={() => board.confirm(place)}>
            {t('lookAgain.holds')}
          </Button>
        ),
      })}
    />
  )
}

export const LookAgainList = ({ board }: Pick<LookAgainProps, 'board'>) => {
  const refs = useToLookAt(board)
  return refs.length === 0 ? null : <Listed {...{ board, refs }} />
}

const Listed = ({ board, refs }: Pick<LookAgainProps, 'board'> & { readonly refs: readonly string[] }) => {
  const { t } = useText('form-revision')
  const title = t('lookAgain.list', { count: refs.length })
  return (
    <Notice tone="warn" title={title}>
      <Stack gap={2}>
        <Rows label={title}>
          {refs.map((ref) => (
            <Row
              key={ref}
              title={board.state(ref)?.label ?? ref}
              href={questionPath(board.id, ref)}
              cue={t('lookAgain.open')}
            />
          ))}
        </Rows>
      </Stack>
    </Notice>
  )
}
