// How a control learns which Field it stands in: the id its label points to, the texts that describe it, and whether
// it is in error. A control outside a Field simply gets nothing and is named by its caller.
import { createContext, use } from 'react'

export type FieldWiring = { readonly id: string; readonly describedBy: string | undefined; readonly isInvalid: boolean }

export const FieldContext = createContext<FieldWiring | undefined>(undefined)

/** The attributes that tie a control to its Field, for spreading before the control's own. */
export const useFieldWiring = () => {
  const wiring = use(FieldContext)
  if (wiring === undefined) return {}
  return {
    id: wiring.id,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.isInvalid || undefined,
  }
}
