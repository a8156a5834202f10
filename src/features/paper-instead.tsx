// A paper that is printed in place of the screen it belongs to. It is drawn when printing begins and not before: until
// then nothing of it stands on the screen a second time, and nothing of it is reckoned.
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import styles from './official-paper.module.css'

/** Whether printing has begun on this screen. It stays so: a browser may tell of the end before its preview is drawn. */
export function usePrinted(): boolean {
  const [hasBegun, setBegun] = useState(false)
  useLayoutEffect(() => {
    const media = globalThis.matchMedia?.('print')
    // The browser takes its picture as soon as the listener returns.
    const begin = (): void => flushSync(() => setBegun(true))
    const change = (): void => {
      if (media?.matches === true) begin()
    }
    globalThis.addEventListener('beforeprint', begin)
    media?.addEventListener('change', change)
    return () => {
      globalThis.removeEventListener('beforeprint', begin)
      media?.removeEventListener('change', change)
    }
  }, [])
  return hasBegun
}

/** Must have its words and records at hand: nothing that is waited for gets onto the paper. */
export const PaperInstead = ({ children }: { readonly children: ReactNode }) => (
  <div className={`${styles.printOnly} ${styles.instead}`}>{children}</div>
)

/** What is not printed where a paper stands for it; without one it is printed as it is. */
export const BehindPaper = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.behind}>{children}</div>
)
