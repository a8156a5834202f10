// Finds while typing. `status` says in words how much was found, politely to screen readers as well.
import { useId } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './search-field.module.css'

type SearchFieldProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: string
  readonly onChange: (text: string) => void
  readonly clearLabel: string
  readonly placeholder?: string
  readonly status?: string
}

export const SearchField = (props: SearchFieldProps) => {
  const { label, hideLabel = false, value, onChange, clearLabel, placeholder, status } = props
  const id = useId()
  return (
    <search className={styles.search}>
      <label className={hideLabel ? styles.hidden : styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        <Icon name="search" />
        <input
          id={id}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          className={classNames(control.control, styles.input)}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
        {value !== '' && (
          <div className={styles.clear}>
            <IconButton icon="close" label={clearLabel} onClick={() => onChange('')} />
          </div>
        )}
      </div>
      <output className={styles.status}>{status}</output>
    </search>
  )
}
