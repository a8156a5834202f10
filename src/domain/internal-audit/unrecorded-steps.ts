/**
 * Steps of an audit that nobody recorded: its two meetings and its samples. None of them keeps an audit from being
 * concluded, since none can be made up for afterwards; what was left out is said before, and printed.
 */
import type { MeetingType } from './meeting.ts'

export type UnrecordedStep = MeetingType | 'samples'

interface Recorded {
  readonly meetings?: readonly { readonly type: MeetingType }[]
  readonly samples?: readonly unknown[]
}

/** In the order of an audit: opening meeting, samples, closing meeting. Rule AUD-32. */
export function unrecordedSteps({ meetings = [], samples = [] }: Recorded): readonly UnrecordedStep[] {
  const isHeld = (type: MeetingType): boolean => meetings.some((meeting) => meeting.type === type)
  const steps: readonly (readonly [UnrecordedStep, boolean])[] = [
    ['opening', isHeld('opening')],
    ['samples', samples.length > 0],
    ['closing', isHeld('closing')],
  ]
  return steps.filter(([, isRecorded]) => !isRecorded).map(([step]) => step)
}
