// The machine behind the installation: whether the journal is in step, how much room is left, and which communes fill
// their quota of photos.
import { useCallback, useState } from 'react'
import type { AdminSystem } from '#data/contract/administration-contract.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Seen } from './admin-page.tsx'
import { useAsked } from './use-asked.ts'

/** A commune or a disk this full is worth saying so. */
const ALMOST_FULL = 0.8
const FIRST = 5

export const MachineSection = ({ seen: { administration, overview } }: { readonly seen: Seen }) => {
  const { t } = useText('administration')
  // Asked again together with the overview.
  const moment = overview.nowMs
  const { answer, again } = useAsked(
    // oxlint-disable-next-line react/exhaustive-deps -- another overview asks this again too
    useCallback(() => administration.system(), [administration, moment]),
  )
  return (
    <>
      {!answer && <Skeleton label={t('common:loading')} shape="cards" count={2} />}
      {answer?.ok === false && <ProblemNotice problem={answer.error} title={t('notAsked')} onRetry={again} />}
      {answer?.ok && (
        <>
          <Journal journal={answer.value.journal} />
          <Disk disk={answer.value.disk} />
          <Photos photos={answer.value.photos} />
        </>
      )}
    </>
  )
}

const toneOfJournal = { 'in-step': 'good', behind: 'bad', none: 'note' } as const

const Journal = ({ journal }: Pick<AdminSystem, 'journal'>) => {
  const { t } = useText('administration')
  return (
    <Section title={t('machine.journal')} detail={t('machine.journalText')}>
      <Notice tone={toneOfJournal[journal]} title={t(`machine.journalState.${journal}`)}>
        {t(`machine.journalAdvice.${journal}`)}
      </Notice>
    </Section>
  )
}

const Disk = ({ disk: { freeBytes, totalBytes, reserveBytes } }: Pick<AdminSystem, 'disk'>) => {
  const { t } = useText('administration')
  const { bytes } = useFormats()
  const used = totalBytes - freeBytes
  const words = t('machine.diskUsed', { free: bytes(freeBytes), total: bytes(totalBytes) })
  return (
    <Section title={t('machine.disk')} detail={t('machine.diskText', { reserve: bytes(reserveBytes) })}>
      <Stack gap={3}>
        <ProgressBar label={t('machine.diskBar')} value={used} max={totalBytes} valueText={words} />
        {freeBytes < reserveBytes && (
          <Notice tone="bad" title={t('machine.diskFull')}>
            {t('machine.diskFullText')}
          </Notice>
        )}
        {freeBytes >= reserveBytes && used > totalBytes * ALMOST_FULL && (
          <Notice tone="warn">{t('machine.diskAlmost')}</Notice>
        )}
      </Stack>
    </Section>
  )
}

const Photos = ({ photos: { quotaBytes, usedBytes, communes } }: Pick<AdminSystem, 'photos'>) => {
  const { t } = useText('administration')
  const { bytes, percent } = useFormats()
  const [isWhole, setWhole] = useState(false)
  const full = communes.filter(({ bytes: used }) => used > quotaBytes * ALMOST_FULL).length
  const words = (used: number) =>
    t('machine.quotaUsed', { used: bytes(used), percent: percent(quotaBytes === 0 ? 1 : used / quotaBytes) })
  return (
    <Section
      title={t('machine.photos')}
      detail={t('machine.photosText', { quota: bytes(quotaBytes), used: bytes(usedBytes) })}
    >
      <Stack gap={4}>
        {full > 0 && <Notice tone="warn">{t('machine.quotaAlmost', { count: full })}</Notice>}
        {communes.length === 0 && <p>{t('machine.noPhotos')}</p>}
        {(isWhole ? communes : communes.slice(0, FIRST)).map(({ unit, name, bytes: used }) => (
          <ProgressBar key={unit} label={name} value={used} max={quotaBytes} valueText={words(used)} />
        ))}
        {communes.length > FIRST && !isWhole && (
          <Button wide onClick={() => setWhole(true)}>
            {t('machine.everyCommune', { count: communes.length })}
          </Button>
        )}
      </Stack>
    </Section>
  )
}
