// The way back to the screen above, in line with the words below it.
import { Icon } from './icon.tsx'
import { AppLink } from './link.tsx'
import styles from './back-link.module.css'

export type Back = { readonly href: string; readonly label: string }

export const BackLink = ({ href, label }: Back) => (
  <AppLink className={styles.back} href={href}>
    <Icon name="chevron-left" />
    <span>{label}</span>
  </AppLink>
)
