// Text for screen readers only: present in the tree, absent from the picture.
import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

type VisuallyHiddenProps = { readonly as?: 'span' | 'div' | 'h2' | 'h3'; readonly children: ReactNode }

export const VisuallyHidden = ({ as: Tag = 'span', children }: VisuallyHiddenProps) => (
  <Tag className={styles.hidden}>{children}</Tag>
)
