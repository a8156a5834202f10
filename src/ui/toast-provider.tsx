// Short words after an act, with a way to take it back. One toast at a time: the newest thing done is the one that
// can be undone. It stays six seconds, ten with a button of its own, and as long as someone points at it or has its
// button in focus.
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Tone } from './tone.ts'

export type Toast = {
  readonly text: string
  readonly tone?: Tone
  readonly actionLabel?: string
  readonly onAction?: () => void
  readonly seconds?: number
}

type ShownToast = Toast & { readonly id: number }
type ToastState = {
  readonly toast: ShownToast | undefined
  readonly dismiss: () => void
  readonly hold: (isHeld: boolean) => void
}

const ShowContext = createContext<((toast: Toast) => void) | undefined>(undefined)
const StateContext = createContext<ToastState | undefined>(undefined)

export const ToastProvider = ({ children }: { readonly children: ReactNode }) => {
  const [toast, setToast] = useState<ShownToast>()
  const [isHeld, hold] = useState(false)
  const nextId = useRef(0)
  const dismiss = useCallback(() => setToast(undefined), [])
  const show = useCallback((shown: Toast) => {
    nextId.current += 1
    setToast({ ...shown, id: nextId.current })
    hold(false)
  }, [])
  useEffect(() => {
    if (toast === undefined || isHeld) return
    const timer = setTimeout(dismiss, (toast.seconds ?? (toast.actionLabel === undefined ? 6 : 10)) * 1000)
    return () => clearTimeout(timer)
  }, [toast, isHeld, dismiss])
  const state = useMemo(() => ({ toast, dismiss, hold }), [toast, dismiss])
  return (
    <ShowContext value={show}>
      <StateContext value={state}>{children}</StateContext>
    </ShowContext>
  )
}

/** Shows a toast. */
export const useToast = () => inside(use(ShowContext))

export const useShownToast = () => inside(use(StateContext))

const inside = <T,>(value: T | undefined): T => {
  if (value === undefined) throw new Error('no ToastProvider')
  return value
}
