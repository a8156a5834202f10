// The minute after the first sign-in: the data of the place is on its way, told in parts that have arrived. Nobody has to
// wait for it.
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Arrival, OpenSession } from '#app/session/open-session.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { PlainPage } from './plain-page.tsx'

type FirstSyncProps = { readonly session: OpenSession; readonly children: ReactNode }

const nothingYet: Arrival = { read: 0, total: 1 }

export const FirstSync = ({ session, children }: FirstSyncProps) => {
  const [isSkipped, setSkipped] = useState(false)
  const status = useLiveQuery(() => session.store.syncCentre.status(), [session])
  const arrival = useLiveQuery(() => session.arrival(), [session])
  if (isSkipped || (status !== undefined && status.lastContactAt !== null)) return children
  return <Waiting problem={status?.problem ?? null} arrival={arrival ?? nothingYet} skip={() => setSkipped(true)} />
}

type WaitingProps = { readonly problem: Problem | null; readonly arrival: Arrival; readonly skip: () => void }

const Waiting = ({ problem, arrival, skip }: WaitingProps) => {
  const { t } = useText('sign-in')
  return (
    <PlainPage title={t('first.title')}>
      <output>{t('first.text')}</output>
      {problem === null ? (
        <ProgressBar
          label={t('first.progress')}
          value={arrival.read}
          max={arrival.total}
          valueText={t('first.progressText', { read: arrival.read, total: arrival.total })}
        />
      ) : (
        <Notice tone="warn" announce>
          {t(`problems:${problem.code}`, problem.params)}
        </Notice>
      )}
      <Cluster>
        <Button onClick={skip}>{t('first.enter')}</Button>
      </Cluster>
    </PlainPage>
  )
}
