// One submission of a filling, also an earlier one and also while its correction is being written: every one stays readable.
import type { ScreenProps } from '#features/screen-props.ts'
import { SealedFilling } from './sealed-filling.tsx'

type HandedInScreenProps = ScreenProps & { readonly filling: string; readonly submission: string }

export const HandedInScreen = ({ filling, submission, ...screen }: HandedInScreenProps) => (
  <SealedFilling screen={screen} id={filling} submission={submission} />
)
