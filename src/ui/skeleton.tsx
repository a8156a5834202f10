// The shape of what is coming. It takes its room at once, so nothing jumps, and shows itself only after 300 ms, so a
// quick screen never flickers.
import styles from './skeleton.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

type SkeletonProps = {
  readonly label: string
  readonly shape?: 'text' | 'rows' | 'figures' | 'cards'
  readonly count?: number
}

export const Skeleton = ({ label, shape = 'text', count = 3 }: SkeletonProps) => (
  <output className={styles.skeleton} data-shape={shape}>
    <VisuallyHidden>{label}</VisuallyHidden>
    {Array.from({ length: count }, (_, index) => (
      <span key={index} className={styles.part} />
    ))}
  </output>
)
