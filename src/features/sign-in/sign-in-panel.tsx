// The way in: people who were on this device before open their data without a network, anybody else signs in once.
import { Rows, Row } from '#ui/rows.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { type SignIn, SignInForm } from './sign-in-form.tsx'

export interface KnownPerson {
  readonly storeId: string
  readonly displayName: string
  readonly place: string
}

type SignInPanelProps = {
  readonly people: readonly KnownPerson[]
  readonly signIn: SignIn
  readonly open: (storeId: string) => void
  /** Set where somebody is at work and only the session with the endpoint has run out. */
  readonly again?: { readonly username: string }
}

export const SignInPanel = ({ people, signIn, open, again }: SignInPanelProps) => {
  const { t } = useText('sign-in')
  const isKnown = people.length > 0 && again === undefined
  const form = <SignInForm signIn={signIn} {...again} />
  return (
    <Stack gap={5}>
      {isKnown ? <KnownPeople people={people} open={open} /> : <p>{t(again ? 'again' : 'intro')}</p>}
      {isKnown ? <Section title={t('other')}>{form}</Section> : form}
      <Notice tone="note">{t('demo')}</Notice>
    </Stack>
  )
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
