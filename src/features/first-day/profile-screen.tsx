// The commune's committee and its size, as the decision on its steering committee has them. All of it may stay open.
import type { CommuneProfile } from '#domain/first-day/commune-profile.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { mayTell } from './paths.ts'
import { StepForm, StepPage } from './step-page.tsx'
import { useProfileForm } from './use-profile-form.ts'

export const ProfileScreen = (screen: ScreenProps) => {
  const { t } = useText('first-day')
  const { store, person } = screen
  const profile = useLive(() => store.profiles.get(person.place.id), [store, person.place.id])
  return (
    <StepPage step="profile" screen={screen}>
      {profile === undefined ? (
        <Skeleton label={t('common:loading')} count={4} />
      ) : (
        <ProfileForm screen={screen} profile={profile} />
      )}
    </StepPage>
  )
}

type ProfileDraft = { committee: string; committeeOn: string; staff: string }

const draftOf = ({ committee, committeeOn, staff }: CommuneProfile): ProfileDraft => ({
  committee,
  committeeOn: committeeOn.text,
  staff: staff === null ? '' : String(staff),
})

/** What is no number is left for the rule to refuse. */
const staffOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()))

type ProfileFormProps = { readonly screen: ScreenProps; readonly profile: CommuneProfile }

const ProfileForm = ({ screen, profile }: ProfileFormProps) => {
  const { t } = useText('first-day')
  const canWrite = mayTell(screen.person)
  const { draft, problem, save } = useProfileForm<ProfileDraft>(
    screen,
    'commune-profile',
    draftOf(profile),
    (before, { committee, committeeOn, staff }) => ({
      ...before,
      committee,
      committeeOn: writtenDate(committeeOn),
      staff: staffOf(staff),
    }),
  )
  const { value } = draft
  const text = (name: 'committee' | 'staff') => ({
    name,
    value: value[name],
    readOnly: !canWrite,
    onChange: (event: { target: { value: string } }) => draft.change({ ...value, [name]: event.target.value }),
    onBlur: () => void draft.flush(),
  })
  return (
    <StepForm draft={draft} problem={problem} canWrite={canWrite} onSave={save}>
      <Field label={t('profile.committee')} hint={t('profile.committeeHint')} note={t('common:optional')}>
        <TextInput autoComplete="off" {...text('committee')} />
      </Field>
      <WrittenDateField
        label={t('profile.committeeOn')}
        name="committeeOn"
        isOptional
        value={value.committeeOn}
        isAsked={problem !== null}
        onChange={(committeeOn) => draft.change({ ...value, committeeOn })}
        onBlur={() => void draft.flush()}
      />
      <Field label={t('profile.staff')} hint={t('profile.staffHint')} note={t('common:optional')}>
        <TextInput inputMode="numeric" autoComplete="off" {...text('staff')} />
      </Field>
    </StepForm>
  )
}
