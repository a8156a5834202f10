// One inline SVG per icon: no font, no sprite request, painted in the colour of the text beside it.
// Without a label the icon is decoration and hidden from screen readers.
import { iconPaths, type IconName } from './icon-paths.ts'
import styles from './icon.module.css'

type IconProps = { readonly name: IconName; readonly label?: string | undefined }

export const Icon = ({ name, label }: IconProps) => {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" focusable="false" {...naming}>
      <path d={iconPaths[name]} />
    </svg>
  )
}
