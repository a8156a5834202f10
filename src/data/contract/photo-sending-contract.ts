/**
 * When photos leave this device, and what that costs. Text and thumbnails always go; a photo of 200 kB is held back on
 * a network somebody pays for, until the person's own rule or a word of permission lets it go (SYN-15).
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export const photoPolicies = ['wifi', 'ask', 'always'] as const

/** `wifi`: on Wi-Fi or a cable; where the browser hides the network it asks. `ask`: each time. `always`: at once. */
export type PhotoPolicy = (typeof photoPolicies)[number]

/** What photos wait for: Wi-Fi; a word of the person; the same because the browser hides the network. */
export type PhotoWait = 'wifi' | 'permission' | 'hidden-network'

/** As the last transfers went; null for what was not measured yet. */
export interface LinkSpeed {
  readonly bytesPerSecond: number | null
  /** What a request costs beside its bytes, milliseconds. */
  readonly roundTripMs: number | null
}

export interface WaitingPhotos {
  /** Photos, without their thumbnails. */
  readonly count: number
  /** Bytes of photos and thumbnails. */
  readonly bytes: number
}

/** For the screens. */
export interface PhotoSendingRepository {
  policy(): Promise<PhotoPolicy>
  setPolicy(policy: PhotoPolicy): Promise<Result<null, Problem>>
  /** Lets the photos that wait now go over any network; photos taken later wait again. */
  allowWaiting(): Promise<Result<null, Problem>>
  waiting(): Promise<WaitingPhotos>
  speed(): Promise<LinkSpeed>
}

/** For the sync engine. */
export interface PhotoStore {
  policy(): Promise<PhotoPolicy>
  /** Own photos at the endpoint of which it has not said that a backup holds them, oldest first. */
  sentPhotos(): Promise<readonly string[]>
  speed(): Promise<LinkSpeed>
  keepSpeed(speed: LinkSpeed): Promise<void>
  /** After a run: removes bytes that no record names any more, and lays the ballast where there is room for it. */
  tidy(): Promise<void>
}
