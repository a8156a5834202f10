// The quiet bar that offers a new version. It never opens over anything, and agreeing while a sentence is unfinished
// means "when I am done".
import { Suspense, useSyncExternalStore } from 'react'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { AppUpdate } from './app-update.ts'

export const UpdatePrompt = ({ update }: { readonly update: AppUpdate }) => {
  const state = useSyncExternalStore(update.subscribe, update.state)
  if (state === 'none' || state === 'postponed') return null
  // Its words are fetched now. Without a boundary of its own the whole app would be hidden meanwhile, and whoever is
  // writing would lose the cursor.
  return (
    <Suspense fallback={null}>
      <UpdateBar update={update} isAgreed={state === 'agreed'} />
    </Suspense>
  )
}

const UpdateBar = ({ update, isAgreed }: { readonly update: AppUpdate; readonly isAgreed: boolean }) => {
  const { t } = useText('update')
  if (isAgreed) {
    return (
      <Notice tone="note" announce>
        {t('waiting')}
      </Notice>
    )
  }
  const actions = (
    <>
      <Button icon="refresh" onClick={update.agree}>
        {t('use')}
      </Button>
      <Button kind="plain" onClick={update.postpone}>
        {t('later')}
      </Button>
    </>
  )
  return (
    <Notice tone="note" announce actions={actions}>
      {t('available')}
    </Notice>
  )
}
