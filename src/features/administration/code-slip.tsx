// A one-time code on paper: what it opens, until when, the code to scan and the same code to type. The code stands here
// once; whoever closes the page makes a new one.
import { useState } from 'react'
import type { IssuedCode } from '#data/contract/administration-contract.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import styles from './code-slip.module.css'
import { QrCode } from './qr-code.tsx'

export interface Slip {
  readonly username: string
  readonly displayName: string
  readonly issued: IssuedCode
}

/** Where the code leads: this installation's own address. */
const addressOf = (path: string): string => `${window.location.origin}${path}`

const CodeSlip = ({ slip: { username, displayName, issued } }: { readonly slip: Slip }) => {
  const { t } = useText('administration')
  const { dateTime } = useFormats()
  return (
    <article className={styles.slip}>
      <QrCode text={addressOf(issued.path)} label={t('slip.qr', { name: displayName })} />
      <div className={styles.words}>
        <p>{t('common:appName')}</p>
        <h2>{displayName}</h2>
        <p>{t('slip.username', { username })}</p>
        <p>{t('slip.code')}</p>
        <p className={styles.key}>{issued.code}</p>
        <p>{t('slip.how', { address: window.location.origin })}</p>
        <p>{t('slip.until', { time: dateTime(issued.expiresMs) })}</p>
      </div>
    </article>
  )
}

type Paper = 'a5' | 'a4'

type CodeSlipsProps = {
  readonly slips: readonly Slip[]
  readonly onPrint: () => void
  readonly onDone: () => void
  readonly doneLabel: string
}

/** One on A5, or several under each other on A4. */
export const CodeSlips = ({ slips, onPrint, onDone, doneLabel }: CodeSlipsProps) => {
  const { t } = useText('administration')
  // A new version of the app waits: after a reload the codes would be gone.
  useUnsavedWork(true)
  const [paper, setPaper] = useState<Paper>(slips.length === 1 ? 'a5' : 'a4')
  return (
    <Stack gap={4}>
      <Notice tone="warn" title={t('slip.once')}>
        {t('slip.onceText')}
      </Notice>
      <div className={styles.sheet} data-paper={paper}>
        {slips.map((slip) => (
          <CodeSlip key={slip.username} slip={slip} />
        ))}
      </div>
      <Segmented
        legend={t('slip.paper')}
        name="paper"
        value={paper}
        onChange={setPaper}
        options={[
          { value: 'a5', label: t('slip.a5') },
          { value: 'a4', label: t('slip.a4') },
        ]}
      />
      <Cluster>
        <Button kind="main" icon="print" onClick={onPrint}>
          {t('slip.print')}
        </Button>
        <Button onClick={onDone}>{doneLabel}</Button>
      </Cluster>
    </Stack>
  )
}
