// What sending costs, in words: size and time of text and of photos, from the store and reckoned anew when what waits
// changes. The figures are the sync engine's own (SYN-16).
import { useEffect, useState } from 'react'
import type { LinkSpeed, WaitingPhotos } from '#data/contract/photo-sending-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Op } from '#domain/change/op.ts'
import { type Price, priceOfPhotos, priceOfText } from '#sync/price-tag.ts'
import type { Formats } from '#ui/text/format.ts'
import { type Translate, useText } from '#ui/text/text-context.tsx'
import { useLive } from './use-live.ts'

export interface SendingPrices {
  /** Undefined while it is reckoned. */
  readonly text: Price | undefined
  readonly photos: Price
  readonly waiting: WaitingPhotos
}

const unmeasured: LinkSpeed = { bytesPerSecond: null, roundTripMs: null }
const nothing: WaitingPhotos = { count: 0, bytes: 0 }

/** Brings the words of prices along. */
export function useSendingPrices({ photos }: Pick<PersonStore, 'photos'>, ops: readonly Op[]): SendingPrices {
  useText('photos')
  const waiting = useLive(() => photos.waiting(), [photos]) ?? nothing
  const speed = useLive(() => photos.speed(), [photos]) ?? unmeasured
  const [text, setText] = useState<Price>()
  useEffect(() => {
    let isCurrent = true
    void priceOfText(ops, speed).then((price) => isCurrent && setText(price))
    return () => {
      isCurrent = false
    }
  }, [ops, speed])
  return { text, photos: priceOfPhotos(waiting, speed), waiting }
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

function timeText(ms: number | null, t: Translate): string {
  if (ms === null) return t('photos:unmeasured')
  if (ms < 90 * SECOND) return t('photos:seconds', { count: Math.max(1, Math.round(ms / SECOND)) })
  if (ms < 2 * HOUR) return t('photos:minutes', { count: Math.round(ms / MINUTE) })
  return t('photos:hours', { count: Math.round(ms / HOUR) })
}

/** `1,6 MB, ~5 phút` */
export const costText = ({ bytes, ms }: Price, t: Translate, formats: Formats): string =>
  t('photos:cost', { size: formats.bytes(bytes), time: timeText(ms, t) })

/** `6 ảnh: 1,6 MB, ~5 phút` */
export const priceText = (what: string, { bytes, ms }: Price, t: Translate, formats: Formats): string =>
  t('photos:price', { what, size: formats.bytes(bytes), time: timeText(ms, t) })
