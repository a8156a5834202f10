// Choices about a list live in its address: choosing makes a step that Back undoes; typing only changes the step it
// stands on.
import { useSearchParams } from 'wouter'

interface ChoiceOptions {
  readonly isTyped?: boolean
}

/** Sets one part of the address; an empty value takes it out. */
export function useAddressChoice() {
  const [, setParams] = useSearchParams()
  return (key: string, value: string, { isTyped = false }: ChoiceOptions = {}) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(key)
        else next.set(key, value)
        return next
      },
      { replace: isTyped },
    )
}
