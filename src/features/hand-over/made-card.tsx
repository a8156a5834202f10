// A file that was made: what is in it, and the ways it can leave this browser. Nothing is said to be handed over: that is
// known when the receipt comes back.
import { useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { MOST_CODE_BYTES } from '#sync/hand-over/code-frames.ts'
import type { MadeFile } from '#sync/hand-over/make-file.ts'
import { canShare, type LeaveOutcome, saveFile, shareFile } from './save-file.ts'

type MadeCardProps = { readonly made: MadeFile; readonly codes: string | null }

const CONTENTS = ['ops', 'photos', 'carried', 'receipts', 'returns', 'asks', 'locked'] as const

export const MadeCard = ({ made, codes }: MadeCardProps) => {
  const { t } = useText('hand-over')
  const formats = useFormats()
  const [outcome, setOutcome] = useState<LeaveOutcome>()
  const leave = (way: Promise<LeaveOutcome>) => void way.then(setOutcome)
  const contents = CONTENTS.filter((one) => made[one] > 0).map((one) => t(`contents.${one}`, { count: made[one] }))
  return (
    <Card title={t('made.title')} level={3}>
      <Stack gap={3}>
        <p>
          {t('made.text', {
            name: made.name,
            size: formats.bytes(made.bytes.length),
            contents: formats.list(contents),
          })}
        </p>
        <Cluster>
          {canShare(made) && (
            <Button kind="main" icon="share" onClick={() => leave(shareFile(made))}>
              {t('made.share')}
            </Button>
          )}
          <Button kind={canShare(made) ? 'outline' : 'main'} icon="download" onClick={() => leave(saveFile(made))}>
            {t('made.save')}
          </Button>
          {codes !== null && made.bytes.length <= MOST_CODE_BYTES && (
            <ButtonLink icon="eye" href={codes}>
              {t('made.codes')}
            </ButtonLink>
          )}
        </Cluster>
        <output>{outcome === undefined ? '' : t(`made.${outcome}`)}</output>
        {codes !== null && made.bytes.length > MOST_CODE_BYTES && <p>{t('made.tooLargeForCodes')}</p>}
      </Stack>
    </Card>
  )
}
