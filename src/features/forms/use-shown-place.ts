// Brings a place into view and the focus into it: at once where its section is on the screen, else when it is drawn.
import { useCallback, useEffect, useRef } from 'react'
import type { Place } from './filling-outline.ts'
import { placeId } from './paths.ts'

function show(ref: string): boolean {
  const place = document.getElementById(placeId(ref))
  if (place === null) return false
  place.scrollIntoView({ block: 'start' })
  ;(place.querySelector<HTMLElement>('input, textarea, select, button') ?? place).focus({ preventScroll: true })
  return true
}

export function useShownPlace(drawn: readonly Place[], first: string | null): (ref: string) => void {
  const wanted = useRef(first)
  useEffect(() => {
    if (wanted.current !== null && show(wanted.current)) wanted.current = null
  }, [drawn])
  return useCallback((ref) => {
    wanted.current = show(ref) ? null : ref
  }, [])
}
