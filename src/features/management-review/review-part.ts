// What every part of a review's screen is drawn from.
import type { ManagementReviewView } from '#data/contract/management-review-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'

export type ReviewPartProps = {
  readonly review: ManagementReviewView
  readonly screen: ScreenProps
  readonly canEdit: boolean
}
