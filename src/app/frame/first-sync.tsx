// The minute after the first sign-in: the data of the place is on its way. Nobody has to wait for it.
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useState } from 'react'
import type { OpenSession } from '#app/session/open-session.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { PlainPage } from './plain-page.tsx'

type FirstSyncProps = { readonly session: OpenSession; readonly children: ReactNode }

export const FirstSync = ({ session, children }: FirstSyncProps) => {
  const [isSkipped, setSkipped] = useState(false)
  const status = useLiveQuery(() => session.store.syncCentre.status(), [session])
  if (isSkipped || (status !== undefined && status.lastContactAt !== null)) return children
  return <Waiting problem={status?.problem?.code} skip={() => setSkipped(true)} />
}

const Waiting = ({ problem, skip }: { readonly problem: string | undefined; readonly skip: () => void }) => {
  const { t } = useText('sign-in')
  return (
    <PlainPage title={t('first.title')}>
      <p role="status">{t('first.text')}</p>
      {problem === undefined ? (
        <Skeleton label={t('common:loading')} shape="rows" count={4} />
      ) : (
        <Notice tone="warn" announce>
          {t(`problems:${problem}`)}
        </Notice>
      )}
      <Cluster>
        <Button onClick={skip}>{t('first.enter')}</Button>
      </Cluster>
    </PlainPage>
  )
}
