// What the commune corrected or added about its own declarations of a stage, one part for each declaration.
import type { StageView } from '#data/contract/pilot-contract.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AmendmentsSection } from './amendments-section.tsx'
import type { ScreenProps } from './screen-props.ts'

type StageAmendmentsProps = {
  readonly events: StageView['events']
  readonly feed: string
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'clock'>
}

export const StageAmendments = ({ events, feed, screen }: StageAmendmentsProps) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  return events
    .filter(({ type }) => type === 'declared-done')
    .map(({ id, on }) => (
      <AmendmentsSection
        key={id}
        record={{ feed, of: id, ofKind: 'stage-event' }}
        screen={screen}
        about={t('event.declared-done', { day: formats.day(on) })}
      />
    ))
}
