// What fills a screen is painted first, and what lies below it one frame later.
import { startTransition, useEffect, useState } from 'react'

/** False for the first draw of this `key`, true once that has been painted. */
export function usePainted(key: string | undefined): boolean {
  const [painted, setPainted] = useState<{ readonly key: string | undefined }>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted({ key })))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [key])
  return painted !== undefined && painted.key === key
}
