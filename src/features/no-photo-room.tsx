// Said instead of the camera when photos have used up their share of the device: what stops, what goes on, what to do.
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const NoPhotoRoom = () => {
  const { t } = useText('photos')
  const way = (
    <ButtonLink icon="cloud-up" href="/sync">
      {t('full.action')}
    </ButtonLink>
  )
  return (
    <Notice tone="warn" title={t('full.title')} actions={way}>
      {t('full.text')}
    </Notice>
  )
}
