// What nobody can overlook: a band above everything while somebody rehearses, and the same words at the head of each
// printed page.
import { Button, ButtonLink } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './rehearsal-banner.module.css'

export const RehearsalBanner = ({ onLeave }: { readonly onLeave: () => void }) => {
  const { t } = useText('rehearsal')
  return (
    <>
      <section className={styles.banner} aria-label={t('banner')}>
        <Icon name="edit" />
        <span className={styles.words}>
          <b>{t('banner')}</b> <span className={styles.more}>{t('bannerText')}</span>
        </span>
        <Button icon="close" aria-label={t('leave')} onClick={onLeave}>
          {t('leaveShort')}
        </Button>
      </section>
      <div className={styles.printed} aria-hidden="true">
        {t('printed')}
      </div>
    </>
  )
}

export const NotInRehearsal = () => {
  const { t } = useText('rehearsal')
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('notHere')} back={{ href: '/more', label: t('back') }} />
        <Notice tone="note">{t('notHereText')}</Notice>
        <ButtonLink kind="main" href="/" icon="home">
          {t('common:home')}
        </ButtonLink>
      </Stack>
    </Measure>
  )
}
