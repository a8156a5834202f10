// Says on every screen of a trial that it is one and keeps nothing, with the way back. Whoever goes anywhere else than to
// another screen of the trial leaves it, and its answers with it. Rule FIL-10.
import { useEffect } from 'react'
import { formOnTrial, TRIAL_PATH } from '#features/form-on-trial.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import { discardTrial } from './trial.ts'

export const TrialBanner = ({ store }: Pick<ScreenProps, 'store'>) => {
  const { t } = useText('form-trial')
  useUnsavedWork(true)
  useEffect(
    () => () => {
      if (!window.location.pathname.startsWith(TRIAL_PATH)) discardTrial(store)
    },
    [store],
  )
  return (
    <Notice
      tone="warn"
      icon="eye"
      title={t('banner')}
      actions={<ButtonLink href={formOnTrial(store)?.backTo ?? '/more/forms'}>{t('end')}</ButtonLink>}
    >
      {t('text')}
    </Notice>
  )
}
