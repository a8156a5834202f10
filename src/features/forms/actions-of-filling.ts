// The actions that were made out of one filling: another form may ask under the same name, and an action names only that.
import type { FillingReview } from '#data/contract/filling-review-contract.ts'
import type { ActionView } from '#data/contract/review-contract.ts'

/** Of all its submissions, since an action goes on when a correction is handed in. Rule FIL-23. */
export const actionsOfFilling = (
  actions: readonly ActionView[],
  { revisions }: Pick<FillingReview, 'revisions'>,
): readonly ActionView[] => actions.filter(({ of }) => revisions.some(({ id }) => id === of))
