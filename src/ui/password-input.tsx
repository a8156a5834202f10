// A password or PIN that can be shown: people who type on glass in the sun make fewer mistakes when they see it.
import { useState } from 'react'
import control from './control.module.css'
import { classNames } from './class-names.ts'
import { useFieldWiring } from './field-context.ts'
import { IconButton } from './icon-button.tsx'
import styles from './password-input.module.css'
import type { TextInputProps } from './text-input.tsx'

type PasswordInputProps = Omit<TextInputProps, 'type'> & { readonly showLabel: string; readonly hideLabel: string }

export const PasswordInput = ({ showLabel, hideLabel, ...input }: PasswordInputProps) => {
  const [isShown, setIsShown] = useState(false)
  return (
    <div className={styles.password}>
      <input
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        {...useFieldWiring()}
        {...input}
        type={isShown ? 'text' : 'password'}
        className={classNames(control.control, styles.input)}
      />
      <div className={styles.toggle}>
        <IconButton
          icon={isShown ? 'eye-off' : 'eye'}
          label={isShown ? hideLabel : showLabel}
          onClick={() => setIsShown(!isShown)}
        />
      </div>
    </div>
  )
}
