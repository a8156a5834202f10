// The page of the way in, as a chunk of its own: somebody who is at work already never loads it.
import { useLanguage, useText } from '#ui/text/text-context.tsx'
import { SignInPanel, type KnownPerson } from '#features/sign-in/sign-in-panel.tsx'
import type { AppSession } from '#app/session/app-session.ts'
import { Segmented } from '#ui/segmented.tsx'
import { PlainPage } from './plain-page.tsx'

type SignInPageProps = {
  readonly app: AppSession
  readonly people: readonly KnownPerson[]
  readonly again?: { readonly username: string }
  readonly onSignedIn: () => void
}

export const SignInPage = ({ app, people, again, onSignedIn }: SignInPageProps) => {
  const { t } = useText('sign-in')
  return (
    <PlainPage title={t('title')}>
      <SignInPanel
        people={people}
        open={(storeId) => void app.switchTo(storeId)}
        signIn={async (username, password) => {
          const outcome = await app.signIn(username, password)
          if (outcome.ok) onSignedIn()
          return outcome
        }}
        {...(again && { again })}
      />
      <LanguageChoice />
    </PlainPage>
  )
}

const LanguageChoice = () => {
  const { t } = useText('settings')
  const { language, languages, setLanguage } = useLanguage()
  return (
    <Segmented
      legend={t('language')}
      hideLegend
      name="language"
      value={language}
      onChange={(next) => void setLanguage(next)}
      options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
    />
  )
}
