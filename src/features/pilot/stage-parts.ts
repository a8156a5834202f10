// What every part of the screen of one stage is drawn from.
import type { PilotView, StageView } from '#data/contract/pilot-contract.ts'
import type { Stage } from '#domain/pilot/stage-template.ts'
import type { ScreenProps } from '#features/screen-props.ts'

export type StageParts = ScreenProps & {
  readonly view: PilotView
  readonly stage: StageView
  /** The stage as the pilot model describes it. */
  readonly template: Stage
}
