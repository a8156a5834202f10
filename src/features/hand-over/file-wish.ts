// For whom a file is and what goes in, as the form and the address of the codes' screen say it.
import type { Op } from '#domain/change/op.ts'
import { parseFeed } from '#domain/change/feed.ts'
import type { FileWish } from '#sync/hand-over/make-file.ts'

export type Recipient = 'endpoint' | 'team'

export const isRecipient = (text: string | undefined): text is Recipient => text === 'endpoint' || text === 'team'

/** Feeds in which something waits to be sent. */
export const feedsOf = (ops: readonly Pick<Op, 's'>[]): readonly string[] => [...new Set(ops.map(({ s }) => s))].sort()

/** Key of the words for a feed. */
export const feedKey = (feed: string): string => `feed.${parseFeed(feed)?.audience ?? 'other'}`

export const wishOf = (recipient: Recipient, feeds: readonly string[], withPhotos: boolean): FileWish => ({
  audience: recipient,
  withPhotos,
  feeds: recipient === 'team' ? feeds : [],
})

/** Address of the screen that shows the same content as codes; photos are too large for that. */
export const codesAddress = ({ audience, feeds }: FileWish): string =>
  `/sync/hand-over/show?${new URLSearchParams({ to: audience, feeds: feeds.join(',') }).toString()}`
