// Somebody new: what they do, where, from when. The sign-in name is proposed from role and place; what the endpoint
// refuses stands at its field, and what was typed stays.
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { notedPrint } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useText } from '#ui/text/text-context.tsx'
import { AdminPage } from './admin-page.tsx'
import { CodeSlips, type Slip } from './code-slip.tsx'
import { NewPersonForm } from './new-person-form.tsx'

const PEOPLE = '/more/admin/people'

export const AddPersonScreen = ({ platform, today, store }: ScreenProps) => {
  const { t } = useText('administration')
  const [slip, setSlip] = useState<Slip>()
  return (
    <AdminPage
      platform={platform}
      title={slip ? t('add.done') : t('add.title')}
      back={{ href: PEOPLE, label: t('people.title') }}
    >
      {(seen) =>
        slip ? (
          <CodeSlips
            slips={[slip]}
            onPrint={() => void notedPrint({ store, platform }, { what: 'codes' })}
            onDone={() => navigate(PEOPLE)}
            doneLabel={t('slip.toPeople')}
          />
        ) : (
          <NewPersonForm
            seen={seen}
            today={today}
            places={store.identity.places}
            onAdded={(added) => {
              setSlip(added)
              seen.ask()
            }}
          />
        )
      }
    </AdminPage>
  )
}
