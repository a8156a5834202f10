// A button of one picture, for the few acts everybody knows (close, search, print). The label is its accessible name
// and its tooltip; anything less well known gets a Button with words.
import type { ComponentProps } from 'react'
import type { ButtonKind } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './icon-button.module.css'
import type { IconName } from './icon-paths.ts'
import { AppLink } from './link.tsx'

type IconLook = { readonly icon: IconName; readonly label: string; readonly kind?: ButtonKind }
type IconButtonProps = IconLook & Omit<ComponentProps<'button'>, 'className' | 'style' | 'children'>

export const IconButton = ({ icon, label, kind = 'plain', ...button }: IconButtonProps) => (
  <button type="button" {...button} className={styles.button} data-kind={kind} aria-label={label} title={label}>
    <Icon name={icon} />
  </button>
)

export const IconLink = ({ icon, label, kind = 'plain', href }: IconLook & { readonly href: string }) => (
  <AppLink href={href} className={styles.button} data-kind={kind} aria-label={label} title={label}>
    <Icon name={icon} />
  </AppLink>
)
