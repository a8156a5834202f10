// What this device carries for others: sealed parts on their way to the endpoint, and receipts on their way back.
import { useState } from 'react'
import { useProblemText } from '#features/use-problem-text.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { type MadeFile, makeFile } from '#sync/hand-over/make-file.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { codesAddress } from './file-wish.ts'
import type { HandOverSummary } from './hand-over-summary.ts'
import { MadeCard } from './made-card.tsx'

type CarriedSectionProps = { readonly parts: HandOverParts | undefined; readonly summary: HandOverSummary | undefined }

const WISH = { audience: 'origin', withPhotos: false, feeds: [] } as const

export const CarriedSection = ({ parts, summary }: CarriedSectionProps) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  const [made, setMade] = useState<MadeFile>()
  const [problem, setProblem] = useState<Problem>()
  if (!summary || summary.carried + summary.receipts + summary.asks + summary.returns === 0) return null
  const make = async () => {
    const result = parts && (await makeFile(parts, WISH))
    setMade(result?.ok ? result.value : undefined)
    setProblem(result && !result.ok ? result.error : undefined)
  }
  return (
    <Section title={t('carried.title')}>
      <Stack gap={3}>
        {summary.carried > 0 && <p>{t('carried.parts', { count: summary.carried, origins: summary.origins })}</p>}
        {summary.waiting > 0 && <p>{t('carried.waiting', { count: summary.waiting })}</p>}
        {summary.asks > 0 && <p>{t('carried.asks', { count: summary.asks })}</p>}
        {summary.receipts + summary.returns > 0 && (
          <>
            {summary.receipts > 0 && <p>{t('carried.receipts', { count: summary.receipts })}</p>}
            {summary.returns > 0 && <p>{t('carried.returns', { count: summary.returns })}</p>}
            <div>
              <Button icon="document" onClick={() => void make()}>
                {t('carried.makeReceipts')}
              </Button>
            </div>
          </>
        )}
        {problem && <Notice tone="note">{textOf(problem)}</Notice>}
        {made && <MadeCard made={made} codes={made.returns > 0 ? null : codesAddress(WISH)} />}
      </Stack>
    </Section>
  )
}
