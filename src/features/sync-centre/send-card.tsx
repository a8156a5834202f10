// The headline, "Gửi ngay" and what waits. The button tells nothing by itself: the outcome is read from the store's
// status, so it is the same in every tab, and a failed round is never shown as sent.
import { useState } from 'react'
import type { PersonStore, SyncStatus } from '#data/contract/store-contract.ts'
import type { Op } from '#domain/change/op.ts'
import { costText, type SendingPrices, useSendingPrices } from '#features/photo-price.ts'
import type { SyncControl } from '#features/screen-props.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { PhotosWaitNotice } from './photos-wait-notice.tsx'
import { headline, isWaiting, needsSignIn, outcomeSentence, restSentence, type WordContext } from './sync-words.ts'
import { waitingKinds } from './waiting-kinds.ts'

type SendCardProps = {
  readonly store: Pick<PersonStore, 'photos'>
  readonly status: SyncStatus
  readonly ops: readonly Op[]
  readonly sync: SyncControl
  readonly words: WordContext
}

export const SendCard = ({ store, status, ops, sync, words }: SendCardProps) => {
  const { t, formats, now } = words
  const [stage, setStage] = useState<'still' | 'running' | 'ended'>('still')
  const prices = useSendingPrices(store, ops)
  const send = async () => {
    setStage('running')
    await sync.syncNow()
    setStage('ended')
  }
  const isBusy = stage === 'running' || status.phase === 'sending'
  return (
    <Card title={headline(status, words)}>
      <Stack gap={4}>
        <Cluster>
          <Button
            kind={status.photosWait === null ? 'main' : 'outline'}
            icon="cloud-up"
            busy={isBusy}
            onClick={() => void send()}
          >
            {t(isBusy ? 'sending' : 'sendNow')}
          </Button>
          <output>{stage === 'ended' && !isBusy ? outcomeSentence(status, words) : ''}</output>
        </Cluster>
        <TroubleNotice status={status} words={words} />
        <p>{t(restSentence(status))}</p>
        {status.photosWait !== null && prices.waiting.count > 0 && (
          <PhotosWaitNotice {...{ store, status, ops, prices, send }} />
        )}
        {isWaiting(status) && <WaitingRows {...{ status, ops, prices, words }} />}
        {status.lastContactAt !== null && (
          <p>{t('lastContact', { at: formats.relative(status.lastContactAt, now) })}</p>
        )}
      </Stack>
    </Card>
  )
}

const TroubleNotice = ({ status, words: { t } }: Pick<SendCardProps, 'status' | 'words'>) => {
  const textOf = useProblemText()
  const problem =
    status.phase === 'offline' && status.problem === null ? ({ code: 'network.offline' } as const) : status.problem
  if (problem === null) return null
  const signIn = needsSignIn(status) && (
    <ButtonLink icon="user" href="/sign-in">
      {t('signIn')}
    </ButtonLink>
  )
  const tone = problem.code === 'network.offline' ? 'note' : 'warn'
  return (
    <Notice tone={tone} icon="cloud-off" announce {...(signIn && { actions: signIn })}>
      {textOf(problem)}
    </Notice>
  )
}

type WaitingRowsProps = Pick<SendCardProps, 'status' | 'ops' | 'words'> & { readonly prices: SendingPrices }

const WaitingRows = ({ status, ops, prices, words: { t, formats } }: WaitingRowsProps) => {
  const kinds = waitingKinds(ops).map(({ kind, count }) => t(`waiting.${kind}`, { count }))
  const textCost = prices.text && costText(prices.text, t, formats)
  return (
    <Rows label={t('waitingTitle')}>
      {status.pendingChanges > 0 && (
        <Row
          mark={<Mark tone="act" icon="document" />}
          title={kinds.length === 0 ? t('headline.changes', { count: status.pendingChanges }) : formats.list(kinds)}
          detail={joined(textCost, t('changesOf', { count: status.pendingChanges }))}
        />
      )}
      {prices.waiting.count > 0 && (
        <Row
          mark={<Mark tone="act" icon="camera" />}
          title={t('photos:count', { count: prices.waiting.count })}
          detail={joined(
            costText(prices.photos, t, formats),
            status.photosWait === null ? t('photosDetail') : t(`photos:wait.${status.photosWait}`),
          )}
        />
      )}
    </Rows>
  )
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' · ')
