// Photos that could go and do not: why, what sending them would cost, and the button that lets them. The word counts for
// the photos that wait now; those taken later ask again.
import { useState } from 'react'
import type { PersonStore, SyncStatus } from '#data/contract/store-contract.ts'
import type { Op } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { priceText, type SendingPrices } from '#features/photo-price.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { waitingKinds } from './waiting-kinds.ts'

type PhotosWaitNoticeProps = {
  readonly store: Pick<PersonStore, 'photos'>
  readonly status: SyncStatus
  readonly ops: readonly Op[]
  readonly prices: SendingPrices
  readonly send: () => Promise<void>
}

export const PhotosWaitNotice = ({ store, status, ops, prices, send }: PhotosWaitNoticeProps) => {
  const { t } = useText('photos')
  const [problem, setProblem] = useState<Problem | null>(null)
  const tag = usePriceTag(ops, prices)
  const { count } = prices.waiting
  const allow = async () => {
    const allowed = await store.photos.allowWaiting()
    setProblem(allowed.ok ? null : allowed.error)
    if (allowed.ok) await send()
  }
  const button = (
    <Button kind="main" icon="camera" onClick={() => void allow()}>
      {t('sendNow', { count })}
    </Button>
  )
  return (
    <Stack gap={2}>
      <Notice tone="note" icon="camera" title={t(`wait.${status.photosWait}`)} actions={button}>
        <Stack gap={1}>
          <span>{t(`why.${status.photosWait}`)}</span>
          <b>{tag}</b>
          {prices.photos.ms !== null && <span>{t('basis')}</span>}
        </Stack>
      </Notice>
      <ProblemNotice problem={problem} />
    </Stack>
  )
}

/** `24 câu trả lời: 18 KB, ~4 giây · 6 ảnh: 1,6 MB, ~5 phút` */
function usePriceTag(ops: readonly Op[], { text, photos, waiting }: SendingPrices): string {
  const { t } = useText('photos')
  const { t: tCentre } = useText('sync-centre')
  const formats = useFormats()
  const kinds = waitingKinds(ops).map(({ kind, count }) => tCentre(`waiting.${kind}`, { count }))
  const ofText = text && kinds.length > 0 ? [priceText(formats.list(kinds), text, t, formats)] : []
  return [...ofText, priceText(t('count', { count: waiting.count }), photos, t, formats)].join(' · ')
}
