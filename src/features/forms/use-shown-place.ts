// Brings a place into view and the focus into it: at once where its section is on the screen, else with the section.
import { useCallback, useEffect, useRef } from 'react'
import { placeId } from './paths.ts'

function show(ref: string): boolean {
  const place = document.getElementById(placeId(ref))
  if (place === null) return false
  place.scrollIntoView({ block: 'start' })
  ;(place.querySelector<HTMLElement>('input, textarea, select, button') ?? place).focus({ preventScroll: true })
  return true
}

export function useShownPlace(section: number, first: string | null): (ref: string) => void {
  const wanted = useRef(first)
  useEffect(() => {
    if (wanted.current !== null && show(wanted.current)) wanted.current = null
  }, [section])
  return useCallback((ref) => {
    wanted.current = show(ref) ? null : ref
  }, [])
}
