// The way from a form to filling it in on trial, before anybody else meets it (FIL-10), and back to where it was opened.
import { useLocation } from 'wouter'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formOnTrial, holdForTrial, TRIAL_PATH } from '#features/form-on-trial.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/text/text-context.tsx'

/** The import, with the form that was tried out of it. */
export const TRIED_PATH = '/more/forms/import?tried=1'

type TryOutProps = Pick<ScreenProps, 'store'> & { readonly form: Form; readonly backTo: string }

export const TryOut = ({ store, form, backTo }: TryOutProps) => {
  const { t } = useText('form-library')
  const [, navigate] = useLocation()
  const open = (): void => {
    holdForTrial({ form, backTo, store })
    navigate(TRIAL_PATH)
  }
  return (
    <Button icon="edit" onClick={open}>
      {t('try')}
    </Button>
  )
}

/** The form that was being imported when it was tried out; undefined where the page was loaded anew since. */
export function triedForm(store: ScreenProps['store']): Form | undefined {
  const trial = formOnTrial(store)
  return trial?.backTo === TRIED_PATH ? trial.form : undefined
}
