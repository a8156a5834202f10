// What the own items of an audit are called for who reads it: in English as the province's form says it, where that form is
// on the device, otherwise as they were written down.
import { useEffect, useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { OwnItem, WordsOfItem } from '#domain/internal-audit/checklist.ts'
import { type FormItems, formsOf, wordsOfItem } from '#domain/internal-audit/form-items.ts'
import { checklistOf, formTitle } from '#domain/questionnaire/checklist/form-items.ts'
import { useLanguage } from '#ui/text/text-context.tsx'

type FormStore = Pick<PersonStore, 'forms'>

/** Null where the form is not whole on this device. */
export async function readFormItems({ forms }: FormStore, form: string): Promise<FormItems | null> {
  const found = await forms.load(form)
  return found === undefined ? null : { form, title: formTitle(found), items: checklistOf(found) }
}

const readAll = async (store: FormStore, forms: readonly string[]): Promise<readonly FormItems[]> =>
  (await Promise.all(forms.map((form) => readFormItems(store, form)))).flatMap((read) => read ?? [])

/** Undefined while the forms are read for the first time; in Vietnamese none is. Rule AUD-28. */
export function useOwnItemWords(store: FormStore, own: readonly OwnItem[]): WordsOfItem | undefined {
  const { language } = useLanguage()
  const wanted = language === 'vi' ? '' : formsOf(own).join(' ')
  const [read, setRead] = useState<readonly FormItems[]>()
  useEffect(() => {
    if (wanted === '') return undefined
    let isCurrent = true
    const keep = (forms: readonly FormItems[]) => isCurrent && setRead(forms)
    readAll(store, wanted.split(' ')).then(keep, (failed: unknown) => {
      reportError(failed)
      keep([])
    })
    return () => {
      isCurrent = false
    }
  }, [store, wanted])
  const forms = wanted === '' ? [] : read
  return forms && ((item) => wordsOfItem(item, forms))
}
