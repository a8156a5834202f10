// Takes a picture or a file through the browser's own file input, which is the one way to a camera that works in
// every browser and asks for no standing permission. The input covers its label, so the whole tile is the target.
import { type ChangeEvent, type MouseEvent, useEffect, useRef } from 'react'
import styles from './file-pick.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export type FilePickProps = {
  readonly label: string
  readonly onFiles: (files: File[]) => void
  readonly accept?: string
  readonly icon?: IconName
  readonly fromCamera?: boolean
  readonly multiple?: boolean
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly shape?: 'tile' | 'button'
  /** What must be done before the camera or the gallery takes the place of the page. */
  readonly beforeOpen?: (() => Promise<unknown>) | undefined
  /** Left without a file. */
  readonly onCancel?: (() => void) | undefined
}

/** A disk that takes longer does not keep anybody from the camera. */
const HOLD_AT_MOST_MS = 1500

const isStillTheirs = (): boolean =>
  (navigator as { userActivation?: { isActive: boolean } }).userActivation?.isActive === true

/** Holds the press back until `beforeOpen` is done, where the browser tells that a later press still counts as theirs. */
function useHeldPress(beforeOpen: FilePickProps['beforeOpen']) {
  const isReady = useRef(false)
  return (event: MouseEvent<HTMLInputElement>): void => {
    if (isReady.current || beforeOpen === undefined) {
      isReady.current = false
      return
    }
    const done = beforeOpen()
    if (!isStillTheirs()) return
    event.preventDefault()
    const input = event.currentTarget
    const atMost = new Promise((resolve) => setTimeout(resolve, HOLD_AT_MOST_MS))
    const open = (): void => {
      isReady.current = true
      input.click()
    }
    void Promise.race([done, atMost]).then(open, open)
  }
}

/** React listens for this event on dialogs only. */
function useCancel(onCancel: FilePickProps['onCancel']) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const element = input.current
    if (!element || !onCancel) return undefined
    element.addEventListener('cancel', onCancel)
    return () => element.removeEventListener('cancel', onCancel)
  }, [onCancel])
  return input
}

export const FilePick = (props: FilePickProps) => {
  const { label, onFiles, accept = 'image/*', fromCamera = false, multiple = !fromCamera, busy = false } = props
  const { disabled = false, shape = 'button', icon = fromCamera ? 'camera' : 'upload' } = props
  const press = useHeldPress(props.beforeOpen)
  const input = useCancel(props.onCancel)
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // Cleared so that picking the same file again is noticed.
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <label className={styles.pick} data-shape={shape} aria-busy={busy || undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      <input
        ref={input}
        type="file"
        accept={accept}
        capture={fromCamera ? 'environment' : undefined}
        multiple={multiple}
        disabled={disabled || busy}
        onClick={press}
        onChange={pick}
      />
    </label>
  )
}
