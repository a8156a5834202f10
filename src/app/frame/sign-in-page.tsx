// The page of the way in, as a chunk of its own: somebody who is at work already never loads it.
import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react'
import { useLanguage, useText } from '#ui/text/text-context.tsx'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { SignInPanel, type KnownPerson } from '#features/sign-in/sign-in-panel.tsx'
import type { SignInAccess } from '#features/sign-in/sign-in-access.ts'
import type { AppSession } from '#app/session/app-session.ts'
import { createSignInAccess } from '#app/sign-in/sign-in-ways.ts'
import { currentArrival, forgetArrival, onArrival } from '#app/sign-in/arrival.ts'
import { Segmented } from '#ui/segmented.tsx'
import { PlainPage } from './plain-page.tsx'

const RehearsalWay = lazy(async () => ({ default: (await import('#app/rehearsal/rehearsal-way.tsx')).RehearsalWay }))

type SignInPageProps = {
  readonly app: AppSession
  readonly people: readonly KnownPerson[]
  readonly again?: { readonly username: string }
  readonly onSignedIn: () => void
}

export const SignInPage = ({ app, people, again, onSignedIn }: SignInPageProps) => {
  const { t } = useText('sign-in')
  useText('problems-online')
  const arrival = useSyncExternalStore(onArrival, currentArrival)
  const access = useMemo(() => telling(createSignInAccess(app), onSignedIn), [app, onSignedIn])
  return (
    <PlainPage title={t('title')}>
      <SignInPanel
        key={arrival.code ?? ''}
        people={people}
        access={access}
        arrival={arrival}
        open={(storeId) => void app.switchTo(storeId)}
        {...(again && { again })}
      />
      <LanguageChoice />
      {again === undefined && (
        <Suspense fallback={null}>
          <RehearsalWay />
        </Suspense>
      )}
    </PlainPage>
  )
}

/** Whatever way somebody came in: what the address brought is done with, and the page is left. */
function telling(access: SignInAccess, onSignedIn: () => void): SignInAccess {
  const told =
    <Given extends readonly unknown[]>(way: (...given: Given) => Promise<Result<unknown, Problem>>) =>
    async (...given: Given): Promise<Result<unknown, Problem>> => {
      const outcome = await way(...given)
      if (outcome.ok) {
        forgetArrival()
        onSignedIn()
      }
      return outcome
    }
  const { signIn, byPasskey, redeem, finishProvider } = access
  return {
    ...access,
    signIn: told(signIn),
    byPasskey: told(byPasskey),
    redeem: told(redeem),
    finishProvider: told(finishProvider),
  }
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
