// The questions of a published form, read when they are wanted: undefined while they are read, null where the form is not
// whole on this device.
import { useEffect, useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { FormItems } from '#domain/internal-audit/form-items.ts'
import { readFormItems } from '#features/own-item-words.ts'

export function useFormItems(store: Pick<PersonStore, 'forms'>, form: string): FormItems | null | undefined {
  const [read, setRead] = useState<{ readonly key: string; readonly items: FormItems | null }>()
  useEffect(() => {
    let isCurrent = true
    void readFormItems(store, form).then((items) => isCurrent && setRead({ key: form, items }))
    return () => {
      isCurrent = false
    }
  }, [store, form])
  return read?.key === form ? read.items : undefined
}
