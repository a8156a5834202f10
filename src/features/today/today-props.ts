/** What the first screen of each workplace gets: that of every screen, and what the audit year asks of the person. */
import type { ReactNode } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'

export interface TodayProps extends ScreenProps {
  /** Shown behind the first tasks; comes once those are painted. */
  readonly rollout: ReactNode
}
