// Whether any form on the screen holds something that is nowhere else yet. A new version of the app waits for it.
import { useEffect } from 'react'

let formsWithUnsavedWork = 0

export const hasUnsavedWork = (): boolean => formsWithUnsavedWork > 0

/** A form says so while it holds what was neither stored nor kept as a draft. */
export function useUnsavedWork(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    formsWithUnsavedWork += 1
    return () => {
      formsWithUnsavedWork -= 1
    }
  }, [isUnsaved])
}
