// The reader of codes for a screen: on the device already, fetched now, or awaited until there is a network (HND-16).
import { useEffect, useState } from 'react'
import { type CodeKind, type CodeReader, openCodeReader } from './code-reader.ts'

/** Undefined while it is being opened, null where it is neither here nor to be had. A new `attempt` tries again. */
export function useCodeReader(kind: CodeKind, attempt: number): CodeReader | null | undefined {
  const [opened, setOpened] = useState<{ readonly reader: CodeReader | null }>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isGone = false
    void openCodeReader(kind)
      .catch(() => null)
      .then((reader) => {
        if (!isGone) setOpened({ reader })
      })
    return () => {
      isGone = true
    }
  }, [kind, attempt, round])
  const isMissing = opened?.reader === null
  useEffect(() => {
    if (!isMissing) return undefined
    const again = (): void => setRound((before) => before + 1)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [isMissing])
  return opened?.reader
}
