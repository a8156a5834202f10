// Addresses of this feature's screens, and the feed in which stages are told upward.
import { feedId } from '#domain/change/feed.ts'

export const PROGRESS_PATH = '/progress'
export const stagePath = (stage: string): string => `${PROGRESS_PATH}/${stage}`
export const sharedFeed = (unit: string): string => feedId(unit, 'pub')
