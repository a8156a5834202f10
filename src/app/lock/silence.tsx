// What a device shows that has not been in contact for long: before, how many days are left; afterwards, the two ways its
// work still leaves by, and nothing to read.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { noteExport } from '#features/note-activity.ts'
import { makeFile } from '#sync/hand-over/make-file.ts'
import type { OpenSession } from '#app/session/open-session.ts'
import { PlainPage } from '#app/frame/plain-page.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { readDaysOf } from './silence-watch.ts'

export const SilenceWarning = ({ days }: { readonly days: number }) => {
  const { t } = useText('lock')
  return <Notice tone="warn">{t('silence.warning', { count: days })}</Notice>
}

function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Everything unsent, as envelopes for whoever carries them. */
async function exportWaiting({ platform, store }: OpenSession): Promise<Problem | null> {
  const parts = await platform.handOver?.()
  if (!parts) return { code: 'hand-over.no-pass' }
  const note = () => noteExport({ store }, { what: 'hand-over', form: 'file' })
  const made = await makeFile(parts, { audience: 'endpoint', withPhotos: true, feeds: [] }, note)
  if (!made.ok) return made.error
  save(made.value.name, made.value.bytes)
  return null
}

export const SilencePage = ({ session }: { readonly session: OpenSession }) => {
  const { t } = useText('lock')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const contact = async (): Promise<void> => {
    setBusy(true)
    await session.sync.syncNow()
    const status = await session.store.syncCentre.status()
    setProblem(status.problem)
    setBusy(false)
  }
  return (
    <PlainPage title={t('silence.title')}>
      <Notice tone="warn">{t('silence.text', { count: readDaysOf(session.store) })}</Notice>
      {problem && (
        <Notice tone="bad" announce>
          {t(`problems:${problem.code}`, problem.params)}
        </Notice>
      )}
      <Cluster>
        <Button kind="main" icon="refresh" busy={isBusy} onClick={() => void contact()}>
          {t('silence.contact')}
        </Button>
        <Button icon="download" onClick={() => void exportWaiting(session).then(setProblem)}>
          {t('silence.file')}
        </Button>
        <ButtonLink href="/sign-in" kind="plain" icon="user">
          {t('silence.signIn')}
        </ButtonLink>
      </Cluster>
    </PlainPage>
  )
}
