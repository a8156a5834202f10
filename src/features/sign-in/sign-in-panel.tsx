// The way in: people who were on this device before open their data without a network, anybody else signs in once.
import { useEffect, useState } from 'react'
import { Rows, Row } from '#ui/rows.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { BackFromProvider } from './back-from-provider.tsx'
import { DemonstrationNote } from './demonstration-note.tsx'
import { FirstSignIn } from './first-sign-in.tsx'
import { OtherWays } from './other-ways.tsx'
import type { SignInAccess, SignInWays } from './sign-in-access.ts'
import { SignInForm } from './sign-in-form.tsx'

export interface KnownPerson {
  readonly storeId: string
  readonly displayName: string
  readonly place: string
}

/** What the address brought along. */
export interface SignInArrival {
  readonly code: string | undefined
  readonly search: string | undefined
}

type SignInPanelProps = {
  readonly people: readonly KnownPerson[]
  readonly access: SignInAccess
  readonly open: (storeId: string) => void
  readonly arrival?: SignInArrival
  /** Set where somebody is at work and only the session with the endpoint has run out. */
  readonly again?: { readonly username: string }
}

export const SignInPanel = ({ people, access, open, arrival, again }: SignInPanelProps) => {
  const { t } = useText('sign-in')
  const ways = useWays(access)
  const [isByCode, setByCode] = useState(arrival?.code !== undefined)
  if (isByCode) return <FirstSignIn access={access} code={arrival?.code} back={() => setByCode(false)} />
  const isKnown = people.length > 0 && again === undefined
  const form = (
    <Stack gap={4}>
      <SignInForm signIn={access.signIn} {...again} />
      <OtherWays access={access} ways={ways} useCode={() => setByCode(true)} />
    </Stack>
  )
  return (
    <Stack gap={5}>
      {arrival?.search !== undefined && <BackFromProvider finish={access.finishProvider} search={arrival.search} />}
      {isKnown ? <KnownPeople people={people} open={open} /> : <p>{t(again ? 'again' : 'intro')}</p>}
      {isKnown ? <Section title={t('other')}>{form}</Section> : form}
      {ways?.isDemonstration && <DemonstrationNote demoAccounts={ways.demoAccounts} />}
    </Stack>
  )
}

function useWays(access: SignInAccess): SignInWays | null {
  const [ways, setWays] = useState<SignInWays | null>(null)
  useEffect(() => {
    let isGone = false
    void access.ways().then((answer) => isGone || setWays(answer))
    return () => {
      isGone = true
    }
  }, [access])
  return ways
}

const KnownPeople = ({ people, open }: Pick<SignInPanelProps, 'people' | 'open'>) => {
  const { t } = useText('sign-in')
  return (
    <Section title={t('people')} detail={t('peopleHint')}>
      <Rows label={t('people')}>
        {people.map(({ storeId, displayName, place }) => (
          <Row
            key={storeId}
            mark={<Mark tone="act" icon="user" />}
            title={displayName}
            detail={place}
            cue={t('openAs')}
            onPress={() => open(storeId)}
          />
        ))}
      </Rows>
    </Section>
  )
}
