// The questions of a self-assessment or the items of a checklist. They are a chunk of their own; a screen waits for it (suspends) once, and every later
// screen has it at hand.
import { use } from 'react'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'

const loads = new Map<string, Promise<Instrument | undefined>>()

function loadOnce(key: string): Promise<Instrument | undefined> {
  const known = loads.get(key)
  if (known) return known
  const load = loadInstrument(key)
  // A chunk that could not be fetched is asked for again by the next screen.
  load.catch(() => loads.delete(key))
  loads.set(key, load)
  return load
}

/** Undefined when this version of the app does not carry it. */
export const useInstrument = (key: string): Instrument | undefined => use(loadOnce(key))
