// What the evidence strip does: takes pictures in, and takes them out with a way back. A removed picture only leaves
// the screen at first; it leaves the store when the time for "Hoàn tác" is over or the screen is left, so a killed
// browser errs on the side of keeping it.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EvidenceRepository } from '#data/contract/evidence-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import type { Platform } from './screen-props.ts'

const REMOVE_AFTER_MS = 30_000

export interface EvidenceTarget {
  readonly feed: string
  /** Entity the photos prove something about. */
  readonly of: string
  readonly deliverable?: string | undefined
}

/** No room now may be room in a minute. */
const isForLater = ({ code }: Problem): boolean => code.startsWith('storage.') || code === 'evidence.no-room'

/** How one file comes into the store; what went wrong, or null. */
type AddOne = (file: File) => Promise<Problem | null>

const failed = (done: Result<unknown, Problem>): Problem | null => (done.ok ? null : done.error)

const placeOf = ({ feed, of, deliverable }: EvidenceTarget) => ({
  feed,
  of,
  caption: '',
  ...(deliverable !== undefined && { deliverable }),
})

export const useAddPhotos = (evidence: EvidenceRepository, platform: Platform, target: EvidenceTarget) =>
  useAdding(async (file) => {
    const prepared = await platform.preparePhoto(file)
    if (!prepared.ok) return prepared.error
    return failed(await evidence.add({ ...placeOf(target), photo: prepared.value }))
  })

/** Documents and pictures alike (EVI-11). */
export const useAddFiles = (evidence: EvidenceRepository, platform: Platform, target: EvidenceTarget) =>
  useAdding(async (file) => {
    const prepared = await platform.prepareFile?.(file)
    if (!prepared) return { code: 'evidence.file-kind' }
    if (!prepared.ok) return prepared.error
    const place = placeOf(target)
    const { value } = prepared
    return failed(
      await ('photo' in value ? evidence.add({ ...place, ...value }) : evidence.addDocument({ ...place, ...value })),
    )
  })

function useAdding(addOne: AddOne) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [waiting, setWaiting] = useState<readonly File[]>([])
  useUnsavedWork(waiting.length > 0)
  /** True when all of them are on the disk. */
  const add = async (files: readonly File[]): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    const notStored: File[] = []
    let isStored = true
    // One after the other: decoding several camera pictures at once is more than a cheap phone has memory for.
    for (const file of [...waiting, ...files]) {
      const refused = await addOne(file)
      if (refused) setProblem(refused)
      isStored &&= refused === null
      if (refused && isForLater(refused)) notStored.push(file)
    }
    setWaiting(notStored)
    setBusy(false)
    return isStored
  }
  // A picture just taken may be nowhere else: one the disk had no room for is kept for another try.
  return { add, isBusy, problem, retry: waiting.length > 0 ? () => void add([]) : undefined }
}

export function useRemovePhotos(evidence: EvidenceRepository, feed: string) {
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem | null>(null)
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const undo = useCallback((id: string) => {
    clearTimeout(timers.current.get(id))
    timers.current.delete(id)
    setRemoved((ids) => new Set([...ids].filter((other) => other !== id)))
  }, [])
  const commit = useCallback(
    async (id: string) => {
      if (!timers.current.delete(id)) return
      const done = await evidence.remove(feed, id)
      if (done.ok) return
      setProblem(done.error)
      undo(id)
    },
    [evidence, feed, undo],
  )
  const remove = useCallback(
    (id: string) => {
      setRemoved((ids) => new Set(ids).add(id))
      timers.current.set(
        id,
        setTimeout(() => void commit(id), REMOVE_AFTER_MS),
      )
    },
    [commit],
  )
  useEffect(() => {
    const waiting = timers.current
    const commitAll = () => {
      for (const [id, timer] of waiting) {
        clearTimeout(timer)
        void commit(id)
      }
    }
    window.addEventListener('pagehide', commitAll)
    return () => {
      window.removeEventListener('pagehide', commitAll)
      commitAll()
    }
  }, [commit])
  return { removed, remove, undo, problem }
}
