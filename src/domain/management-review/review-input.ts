/**
 * What the leaders look at in a review: the inputs of TCVN ISO 9001:2015, 9.3.2, by ids of our own. The words stand in
 * the language files, since the standard's own sentences are not ours to print.
 */

export type ReviewInputId =
  | 'earlier-decisions'
  | 'context'
  | 'satisfaction'
  | 'objectives'
  | 'process-results'
  | 'nonconformities'
  | 'monitoring'
  | 'audits'
  | 'suppliers'
  | 'resources'
  | 'risks'
  | 'opportunities'

export interface ReviewInput {
  readonly id: ReviewInputId
  /** Clause of TCVN ISO 9001:2015. */
  readonly clause: string
}

/** In the order in which they are looked at. Rule MR-1. */
export const reviewInputs: readonly ReviewInput[] = [
  { id: 'earlier-decisions', clause: '9.3.2 a' },
  { id: 'context', clause: '9.3.2 b' },
  { id: 'satisfaction', clause: '9.3.2 c1' },
  { id: 'objectives', clause: '9.3.2 c2' },
  { id: 'process-results', clause: '9.3.2 c3' },
  { id: 'nonconformities', clause: '9.3.2 c4' },
  { id: 'monitoring', clause: '9.3.2 c5' },
  { id: 'audits', clause: '9.3.2 c6' },
  { id: 'suppliers', clause: '9.3.2 c7' },
  { id: 'resources', clause: '9.3.2 d' },
  { id: 'risks', clause: '9.3.2 e' },
  { id: 'opportunities', clause: '9.3.2 f' },
]

/** What was said about one input. */
export interface InputText {
  readonly input: ReviewInputId
  readonly text: string
  /** When the figures in it were gathered, milliseconds since 1970; null where nothing was. Rule MR-3. */
  readonly gatheredAt: number | null
}

export const isReviewInput = (id: string): id is ReviewInputId => reviewInputs.some((input) => input.id === id)

/** What a review puts out, TCVN ISO 9001:2015, 9.3.3; stands in an action's `question`. Rule MR-8. */
export type DecisionCategory = 'improvement' | 'change' | 'resource'

export const decisionCategories: readonly DecisionCategory[] = ['improvement', 'change', 'resource']

export const isDecisionCategory = (text: string): text is DecisionCategory =>
  (decisionCategories as readonly string[]).includes(text)
