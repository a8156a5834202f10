// A move that came late and was kept aside, where everybody reads that it was made: who, when and why it does not count.
// What it says stays with its author and whoever decides about refused changes.
import type { CorrectiveView, KeptAsideView } from '#data/contract/corrective-contract.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { asideName, asideReason, countingThen } from '#features/kept-aside-words.ts'
import { Card } from '#ui/card.tsx'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'

type AsideStepProps = { readonly notice: KeptAsideView; readonly view: CorrectiveView }

export const AsideStep = ({ notice, view }: AsideStepProps) => {
  const words = useCorrectiveWords()
  const { t, formats } = words
  const counting = countingThen(view, notice.at)
  return (
    <Card level={3} title={asideName(notice, words)} tone="warn" actions={<Tag tone="warn">{t('notCounted')}</Tag>}>
      <Stack gap={3}>
        <p>{t('madeBy', { author: notice.byName ?? t('someone'), time: formats.dateTime(notice.at) })}</p>
        <p>
          {t('aside.text', {
            move: asideName(notice, words),
            author: notice.byName ?? t('someone'),
            day: formats.day(notice.on),
            reason: asideReason(notice, words),
          })}{' '}
          {counting &&
            t('aside.counts', {
              move: t(`done.${counting.name}`),
              author: counting.byName ?? t('someone'),
              day: formats.day(counting.on),
            })}
        </p>
        {notice.outcome === 'rejected' && <p>{t('aside.rejected')}</p>}
      </Stack>
    </Card>
  )
}
