// For whom a file is and what goes in, as the form and the address of the codes' screen say it.
import type { Op } from '#domain/change/op.ts'
import { parseFeed } from '#domain/change/feed.ts'
import type { FileWish } from '#sync/hand-over/make-file.ts'

export type Recipient = 'endpoint' | 'team'

export const isRecipient = (text: string | undefined): text is Recipient => text === 'endpoint' || text === 'team'

/** Feeds in which something waits to be sent and that a colleague may read; a log is for the endpoint alone. */
export const feedsOf = (ops: readonly Pick<Op, 's'>[]): readonly string[] =>
  [...new Set(ops.map(({ s }) => s))].filter((feed) => parseFeed(feed)?.audience !== 'log').sort()

/** Key of the words for a feed. */
export const feedKey = (feed: string): string => `feed.${parseFeed(feed)?.audience ?? 'other'}`

/** What the person chose; `left` are feeds a colleague is not to read, `phrase` is null where nothing is to be locked. */
export interface FileChoice {
  readonly recipient: Recipient
  readonly left: ReadonlySet<string>
  readonly withPhotos: boolean
  readonly withAsk: boolean
  readonly phrase: string | null
}

export const firstChoice: FileChoice = {
  recipient: 'endpoint',
  left: new Set(),
  withPhotos: false,
  withAsk: true,
  phrase: null,
}

/** `feeds`: those in which something waits. */
export function wishOf(
  { recipient, left, withPhotos, withAsk, phrase }: FileChoice,
  feeds: readonly string[],
): FileWish {
  if (recipient === 'endpoint') return { audience: recipient, withPhotos, feeds: [], withAsk }
  const readable = feeds.filter((feed) => !left.has(feed))
  return { audience: recipient, withPhotos, feeds: readable, ...(phrase !== null && { phrase }) }
}

/** Address of the screen that shows the same content as codes; photos, wishes and locked parts go by file only. */
export const codesAddress = ({ audience, feeds }: FileWish): string =>
  `/sync/hand-over/show?${new URLSearchParams({ to: audience, feeds: feeds.join(',') }).toString()}`
