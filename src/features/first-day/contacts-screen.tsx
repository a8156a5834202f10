// Whom to ask in the commune, and who can sign in for it already. Accounts are the administrator's to make.
import type { CommuneProfile } from '#domain/first-day/commune-profile.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { mayTell } from './paths.ts'
import { StepForm, StepPage } from './step-page.tsx'
import { useProfileForm } from './use-profile-form.ts'

export const ContactsScreen = (screen: ScreenProps) => {
  const { t } = useText('first-day')
  const { store, person } = screen
  const profile = useLive(() => store.profiles.get(person.place.id), [store, person.place.id])
  return (
    <StepPage step="contacts" screen={screen}>
      {profile === undefined ? (
        <Skeleton label={t('common:loading')} count={4} />
      ) : (
        <Stack gap={6}>
          <FocalForm screen={screen} profile={profile} />
          <Accounts screen={screen} />
        </Stack>
      )}
    </StepPage>
  )
}

type FocalDraft = { focal: string }
type FocalFormProps = { readonly screen: ScreenProps; readonly profile: CommuneProfile }

const FocalForm = ({ screen, profile }: FocalFormProps) => {
  const { t } = useText('first-day')
  const canWrite = mayTell(screen.person)
  const { draft, problem, save } = useProfileForm<FocalDraft>(
    screen,
    'commune-focal',
    { focal: profile.focal },
    (before, { focal }) => ({ ...before, focal }),
  )
  return (
    <StepForm draft={draft} problem={problem} canWrite={canWrite} onSave={save}>
      <Field label={t('contacts.focal')} hint={t('contacts.focalHint')}>
        <TextInput
          name="focal"
          autoComplete="off"
          readOnly={!canWrite}
          value={draft.value.focal}
          onChange={(event) => draft.change({ focal: event.target.value })}
          onBlur={() => void draft.flush()}
        />
      </Field>
    </StepForm>
  )
}

const Accounts = ({ screen: { store } }: { readonly screen: ScreenProps }) => {
  const { t } = useText('first-day')
  const { account, people = [] } = store.identity
  const others = people.filter(({ id }) => id !== account.id)
  return (
    <Section title={t('contacts.accounts')} detail={t('contacts.accountsText')}>
      <Rows label={t('contacts.accounts')}>
        <Row mark={<Mark tone="good" icon="user" />} title={account.displayName} detail={t('contacts.you')} />
        {others.map(({ id, displayName }) => (
          <Row key={id} mark={<Mark tone="idle" icon="user" />} title={displayName} />
        ))}
      </Rows>
    </Section>
  )
}
