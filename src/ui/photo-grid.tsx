// Pictures kept as evidence, and the button that takes the next one with the device's own camera. Without a picture
// to show (still on its way, or kept elsewhere) the caption stands in its place, so the grid never jumps.
import type { ReactNode } from 'react'
import { FilePick, type FilePickProps } from './file-pick.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './photo-grid.module.css'

export type Photo = {
  readonly id: string
  readonly src?: string | undefined
  readonly alt: string
  readonly caption?: ReactNode
  readonly state?: ReactNode
  readonly onOpen?: () => void
  readonly onRemove?: () => void
}

type PhotoGridProps = {
  readonly label: string
  readonly photos: readonly Photo[]
  /** Names the remove button; the picture's `alt` is put behind it. */
  readonly removeLabel?: string
  readonly capture?: Omit<FilePickProps, 'fromCamera' | 'shape'>
  readonly pick?: Omit<FilePickProps, 'fromCamera' | 'shape'>
  /** Another way to a picture, beside the first two. */
  readonly more?: ReactNode
  readonly hint?: ReactNode
}

export const PhotoGrid = ({ label, photos, removeLabel = '', capture, pick, more, hint }: PhotoGridProps) => (
  <div className={styles.wrap}>
    <ul className={styles.photos} aria-label={label}>
      {photos.map((photo) => (
        <li key={photo.id}>
          <PhotoPicture {...photo} />
          {photo.caption !== undefined && <span className={styles.caption}>{photo.caption}</span>}
          {photo.state}
          {photo.onRemove !== undefined && (
            <span className={styles.remove}>
              <IconButton kind="outline" icon="trash" label={`${removeLabel} ${photo.alt}`} onClick={photo.onRemove} />
            </span>
          )}
        </li>
      ))}
      {capture !== undefined && (
        <li>
          <FilePick {...capture} fromCamera shape="tile" />
        </li>
      )}
    </ul>
    {pick !== undefined && (
      <div className={styles.ways}>
        <FilePick {...pick} shape="button" />
        {more}
      </div>
    )}
    {hint !== undefined && <div className={styles.caption}>{hint}</div>}
  </div>
)

const PhotoPicture = ({ src, alt, onOpen }: Photo) => {
  const picture =
    src === undefined ? (
      <span className={styles.blank}>
        <Icon name="camera" label={alt} />
      </span>
    ) : (
      <img src={src} alt={alt} loading="lazy" decoding="async" />
    )
  if (onOpen === undefined) return <span className={styles.frame}>{picture}</span>
  return (
    <button type="button" className={styles.frame} onClick={onOpen}>
      {picture}
    </button>
  )
}
