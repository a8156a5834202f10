// Takes a picture or a file through the browser's own file input, which is the one way to a camera that works in
// every browser and asks for no standing permission. The input covers its label, so the whole tile is the target.
import type { ChangeEvent } from 'react'
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
}

export const FilePick = (props: FilePickProps) => {
  const { label, onFiles, accept = 'image/*', fromCamera = false, multiple = !fromCamera, busy = false } = props
  const { disabled = false, shape = 'button', icon = fromCamera ? 'camera' : 'upload' } = props
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
        type="file"
        accept={accept}
        capture={fromCamera ? 'environment' : undefined}
        multiple={multiple}
        disabled={disabled || busy}
        onChange={pick}
      />
    </label>
  )
}
