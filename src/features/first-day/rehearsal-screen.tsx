// What the rehearsal commune is, the way in, and inside it the way to begin anew.
import { useState } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { type AppControls, useAppControls } from '#ui/app-controls.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useText } from '#ui/text/text-context.tsx'

const points = ['apart', 'mark', 'leave'] as const

export const RehearsalScreen = (_screen: ScreenProps) => {
  const { t } = useText('rehearsal')
  const controls = useAppControls()
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('title')} back={{ href: '/more', label: t('back') }} />
        <p>{t('about')}</p>
        <Rows label={t('title')}>
          {points.map((point) => (
            <Row key={point} title={t(`points.${point}`)} />
          ))}
        </Rows>
        {controls && (controls.endRehearsal ? <Inside controls={controls} /> : <Outside controls={controls} />)}
      </Stack>
    </Measure>
  )
}

type ControlsProps = { readonly controls: AppControls }

const Outside = ({ controls }: ControlsProps) => {
  const { t } = useText('rehearsal')
  return (
    <Cluster>
      <Button kind="main" icon="edit" onClick={() => void controls.rehearse()}>
        {t('enter')}
      </Button>
    </Cluster>
  )
}

const Inside = ({ controls }: ControlsProps) => {
  const { t } = useText('rehearsal')
  const [isAsked, setAsked] = useState(false)
  return (
    <Stack gap={4}>
      <Notice tone="warn" title={t('isOn')}>
        {t('bannerText')}
      </Notice>
      <Cluster>
        <Button kind="main" icon="close" onClick={() => void controls.endRehearsal?.()}>
          {t('leave')}
        </Button>
        <Button icon="refresh" onClick={() => setAsked(true)}>
          {t('anew')}
        </Button>
      </Cluster>
      <Dialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={t('anewTitle')}
        closeLabel={t('common:cancel')}
        actions={
          <Button kind="danger" onClick={() => void controls.rehearse()}>
            {t('anewDo')}
          </Button>
        }
      >
        <p>{t('anewText')}</p>
      </Dialog>
    </Stack>
  )
}
