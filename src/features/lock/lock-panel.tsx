// The locked screen: whose work is sealed here, the PIN that opens it, and the ways past it for everybody else.
import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ByPasskey, type PasskeyProps } from './by-passkey.tsx'
import { PinForm, type PinFormProps } from './pin-form.tsx'

interface Known {
  readonly storeId: string
  readonly displayName: string
  readonly place: string
}

type LockPanelProps = PinFormProps & {
  readonly passkey: PasskeyProps
  readonly person: Known
  readonly others: readonly Known[]
  readonly open: (storeId: string) => void
  readonly signInBeside: () => void
  /** What can be done without the PIN. */
  readonly children?: ReactNode
}

export const LockPanel = ({ person, others, open, signInBeside, passkey, children, ...form }: LockPanelProps) => {
  const { t } = useText('lock')
  return (
    <Stack gap={5}>
      <Rows label={t('person')}>
        <Row mark={<Mark tone="act" icon="lock" />} title={person.displayName} detail={person.place} />
      </Rows>
      <PinForm {...form} />
      <ByPasskey {...passkey} />
      {children}
      <Section title={t('others')} detail={t('othersText')}>
        {others.length > 0 && (
          <Rows label={t('others')}>
            {others.map(({ storeId, displayName, place }) => (
              <Row
                key={storeId}
                mark={<Mark tone="idle" icon="user" />}
                title={displayName}
                detail={place}
                cue={t('switch')}
                onPress={() => open(storeId)}
              />
            ))}
          </Rows>
        )}
        <Cluster>
          <Button icon="user" onClick={signInBeside}>
            {t('signInBeside')}
          </Button>
        </Cluster>
      </Section>
    </Stack>
  )
}
