// The forms of one use that can be chosen now: of each the newest version that was not withdrawn and is all here.
import type { FormListing } from '#data/contract/form-library-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { FormUse } from '#domain/questionnaire/form/form.ts'
import { useLanguage } from '#ui/text/text-context.tsx'
import { formTitle } from './form-title.ts'
import { useLive } from './use-live.ts'

export interface OfferedChecklist {
  /** `id@version`. */
  readonly key: string
  readonly title: string
  readonly version: string
  readonly items: number
}

/** Versions of a form stand together, the newest first (LIB-6). */
export const newestOffered = (forms: readonly FormListing[], use: FormUse): readonly FormListing[] => {
  const offered = forms.filter((form) => form.use === use && !form.isWithdrawn && form.isWhole)
  return offered.filter(({ id }, at) => offered.findIndex((one) => one.id === id) === at)
}

/** Undefined while it is read. */
export function useOfferedChecklists(store: PersonStore, use: FormUse): readonly OfferedChecklist[] | undefined {
  const { language } = useLanguage()
  const forms = useLive(() => store.forms.list(), [store])
  return (
    forms &&
    newestOffered(forms, use).map((form) => ({
      key: form.key,
      title: formTitle(form, language),
      version: form.version,
      items: form.questions,
    }))
  )
}
