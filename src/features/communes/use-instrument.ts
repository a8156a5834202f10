// The questions a submission was given in. They are a chunk of their own, read once and then at hand; null where this
// version of the app does not carry them.
import { useEffect, useState } from 'react'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'

/** Undefined while on its way. */
export function useInstrument(key: string): Instrument | null | undefined {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly instrument: Instrument | null }>()
  useEffect(() => {
    let isWanted = true
    const arrive = (instrument: Instrument | null) => isWanted && setLoaded({ key, instrument })
    loadInstrument(key).then(
      (instrument) => arrive(instrument ?? null),
      () => arrive(null),
    )
    return () => {
      isWanted = false
    }
  }, [key])
  return loaded?.key === key ? loaded.instrument : undefined
}
