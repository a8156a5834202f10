// What every control of a question is given.
import type { Question } from '#domain/questionnaire/form/form.ts'
import type { NodeState } from '#domain/questionnaire/session/node-state.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import type { OpenFilling } from './open-filling.ts'

export interface ControlProps extends OpenFilling {
  readonly question: Question
  readonly state: NodeState
  readonly screen: ScreenProps
  readonly canEdit: boolean
  /** The question has a screen of its own: its label is the heading above. */
  readonly isAlone: boolean
}

export const hasAppearance = ({ appearance }: Question, word: string): boolean =>
  appearance?.split(/\s+/).includes(word) === true

/** Several choices as they are written, with this one put in or taken out. */
export const toggled = (written: string, name: string): string => {
  const chosen = written.split(/\s+/).filter((one) => one !== '')
  return (chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]).join(' ')
}
