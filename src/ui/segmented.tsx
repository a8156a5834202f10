// Two to four settings side by side (theme, language): native radios drawn as one strip that wraps when words are long.
import styles from './segmented.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type SegmentedProps<V extends string> = {
  readonly legend: string
  readonly hideLegend?: boolean
  readonly name: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly options: readonly { readonly value: V; readonly label: string; readonly icon?: IconName }[]
}

export const Segmented = <V extends string>(props: SegmentedProps<V>) => {
  const { legend, hideLegend = false, name, value, onChange, options } = props
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{hideLegend ? <VisuallyHidden>{legend}</VisuallyHidden> : legend}</legend>
      <div className={styles.strip}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon !== undefined && <Icon name={option.icon} />}
            <span className={styles.words} data-words={option.label}>
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
