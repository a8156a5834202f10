// Places in the frame that a screen may fill from inside itself: the dock at the lower edge, and the title on top.
// A dock is drawn through a portal, so it keeps the screen's own context and state; the frame only learns that there is
// one, because on a phone it takes the place of the navigation.
import { createContext, type ReactNode, type RefCallback, use, useLayoutEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'

export type FrameWords = { readonly title: string; readonly subtitle?: string | undefined }

type Slots = {
  readonly dockElement: HTMLElement | null
  readonly hasDock: boolean
  readonly words: FrameWords | null
  readonly setDockElement: RefCallback<HTMLElement>
  readonly changeDocks: (by: 1 | -1) => void
  readonly setWords: (words: FrameWords | null) => void
}

const FrameSlots = createContext<Slots | undefined>(undefined)

export const FrameSlotsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [dockElement, setDockElement] = useState<HTMLElement | null>(null)
  const [docks, setDocks] = useState(0)
  const [words, setWords] = useState<FrameWords | null>(null)
  const slots = useMemo(
    () => ({
      dockElement,
      hasDock: docks > 0,
      words,
      setDockElement,
      changeDocks: (by: 1 | -1) => setDocks((count) => count + by),
      setWords,
    }),
    [dockElement, docks, words],
  )
  return <FrameSlots value={slots}>{children}</FrameSlots>
}

/** What the frame draws: hand `dock` to AppFrame, and prefer `words` over the place. Undefined outside a provider. */
export function useFrameSlots(): { readonly dock: ReactNode; readonly words: FrameWords | null } {
  const slots = use(FrameSlots)
  return { dock: slots?.hasDock ? <div ref={slots.setDockElement} /> : undefined, words: slots?.words ?? null }
}

/** A screen's own dock: `<FrameDock><Dock start={…} end={…} /></FrameDock>`. Without a frame (a test) it is drawn in place. */
export const FrameDock = ({ children }: { readonly children: ReactNode }) => {
  const slots = use(FrameSlots)
  const changeDocks = slots?.changeDocks
  useLayoutEffect(() => {
    changeDocks?.(1)
    return () => changeDocks?.(-1)
  }, [changeDocks])
  if (slots === undefined) return children
  return slots.dockElement === null ? null : createPortal(children, slots.dockElement)
}

/** Replaces the place on top while the screen is shown, e.g. by the commune a monitor looks at. Draws nothing itself. */
export const FrameTitle = ({ title, subtitle }: FrameWords) => {
  const setWords = use(FrameSlots)?.setWords
  useLayoutEffect(() => {
    setWords?.({ title, subtitle })
    return () => setWords?.(null)
  }, [setWords, title, subtitle])
  return null
}
