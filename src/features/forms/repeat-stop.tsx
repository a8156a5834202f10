// Between two questions on a phone: what a repeat holds so far, and one more of it.
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import type { OpenState } from './filling-gate.tsx'
import type { Place } from './filling-outline.ts'
import { useFillingWords } from './form-words.ts'
import { AddInstance } from './instance-parts.tsx'
import { usePlace } from './use-filling.ts'

type RepeatStopProps = { readonly screen: ScreenProps; readonly open: OpenState; readonly place: Place }

export const RepeatStop = ({ screen, open, place }: RepeatStopProps) => {
  const { t } = useFillingWords()
  const showToast = useToast()
  const { board, canEdit } = open
  const state = usePlace(board, place.ref)
  if (state === undefined) return null
  const isChosen = place.node.kind === 'repeat' && place.node.count === undefined
  const remove = (ref: string, number: number): void => {
    const undo = board.removeInstance(ref)
    showToast({ text: t('repeat.removed', { number }), actionLabel: t('common:undo'), onAction: undo })
  }
  return (
    <Stack gap={4}>
      <PageHeader
        title={t('repeat.more', { label: state.label })}
        subtitle={t('repeat.count', { count: state.instances.length })}
      />
      <Rows label={state.label}>
        {state.instances.map((ref, index) => (
          <Row
            key={ref}
            title={t('repeat.instance', { label: state.label, number: index + 1 })}
            {...(canEdit &&
              isChosen && {
                actions: (
                  <Button icon="trash" kind="plain" onClick={() => remove(ref, index + 1)}>
                    {t('repeat.remove', { number: index + 1 })}
                  </Button>
                ),
              })}
          />
        ))}
      </Rows>
      <AddInstance {...open} {...{ screen, place, state }} />
    </Stack>
  )
}
