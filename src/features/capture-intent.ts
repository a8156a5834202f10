// Says on the disk what is being photographed, before the camera takes the place of the page (EVI-5). It lies among the
// drafts: it is sealed with them, and goes when the photo is stored, when the camera is left without one, or by hand.
import { useCallback } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { type CaptureIntent, readCaptureIntent, wasInterrupted } from '#domain/evidence/capture-intent.ts'
import { useLive } from './use-live.ts'

export const CAPTURE_INTENT = 'capture-intent'

/** Another number after every reload and every kill. */
export const thisPage = (): number => performance.timeOrigin

export interface CaptureSubject {
  readonly feed: string
  readonly of: string
  readonly deliverable?: string | undefined
  /** The question in words; the heading of the screen unless told. */
  readonly about?: string | undefined
}

const LONGEST_WORDS = 200

function wordsOnScreen(): string {
  const heading = document.querySelector('main h1')?.textContent ?? document.title
  return heading.trim().slice(0, LONGEST_WORDS)
}

export interface Capture {
  /** Where a page before this one was killed while this very question was being photographed. */
  readonly interrupted: CaptureIntent | null
  readonly remember: () => Promise<unknown>
  readonly forget: () => void
}

export function useCapture(store: Pick<PersonStore, 'drafts'>, subject: CaptureSubject, canEdit: boolean): Capture {
  const { drafts } = store
  const { feed, of, deliverable = null, about } = subject
  const interrupted = useLive(async () => {
    const intent = canEdit ? readCaptureIntent(await drafts.get(CAPTURE_INTENT)) : null
    const isMine = intent?.of === of && intent.feed === feed && intent.deliverable === deliverable
    return isMine && wasInterrupted(intent, Date.now(), thisPage()) ? intent : null
  }, [drafts, canEdit, feed, of, deliverable])
  const remember = useCallback(() => {
    const path = location.pathname + location.search
    const words = about ?? wordsOnScreen()
    const intent = { feed, of, deliverable, about: words, path, at: Date.now(), page: thisPage() }
    return drafts.put(CAPTURE_INTENT, intent)
  }, [drafts, feed, of, deliverable, about])
  const forget = useCallback(() => void drafts.remove(CAPTURE_INTENT), [drafts])
  return { interrupted: interrupted ?? null, remember, forget }
}
