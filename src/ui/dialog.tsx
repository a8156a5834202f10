// A question that must be answered before going on, on the browser's own modal <dialog>: it opens with the focus on
// its title, keeps the focus inside, closes with Esc, gives the focus back, and stands at the thumb on a phone.
// `isBlocking` is for work that must not be interrupted half way. A press beside it does nothing: text typed into it
// is never lost by a slip.
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly closeLabel: string
  readonly actions?: ReactNode
  readonly isBlocking?: boolean
  readonly children: ReactNode
}

export const Dialog = ({ open, onClose, title, closeLabel, actions, isBlocking = false, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open && dialog.current?.open === false) {
      dialog.current.showModal()
      heading.current?.focus()
    }
    if (!open && dialog.current?.open === true) dialog.current.close()
  }, [open])
  const cancel = (event: SyntheticEvent) => {
    if (isBlocking) event.preventDefault()
  }
  return (
    <dialog className={styles.dialog} ref={dialog} aria-labelledby={titleId} onCancel={cancel} onClose={onClose}>
      {open && (
        <div className={styles.sheet}>
          <div className={styles.head}>
            <h2 id={titleId} ref={heading} tabIndex={-1}>
              {title}
            </h2>
            {!isBlocking && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
          </div>
          <div className={styles.body}>{children}</div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  )
}
