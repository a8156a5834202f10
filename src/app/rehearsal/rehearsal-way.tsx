// The way into the rehearsal from the page of the way in: for whoever has no account yet, and no network.
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { beginRehearsal } from './rehearsal-doors.ts'

export const RehearsalWay = () => {
  const { t } = useText('rehearsal')
  return (
    <Stack gap={2}>
      <p>{t('onSignIn')}</p>
      <Button icon="edit" onClick={beginRehearsal}>
        {t('enter')}
      </Button>
    </Stack>
  )
}
