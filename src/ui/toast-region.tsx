// Where toasts appear: above the bar at the thumb, in a live region that is always there, so that screen readers
// hear what is put into it.
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { useShownToast } from './toast-provider.tsx'
import styles from './toast-region.module.css'
import { iconsByTone } from './tone.ts'

type ToastRegionProps = { readonly label: string; readonly dismissLabel: string }

export const ToastRegion = ({ label, dismissLabel }: ToastRegionProps) => {
  const { toast, dismiss, hold } = useShownToast()
  const act = () => {
    toast?.onAction?.()
    dismiss()
  }
  return (
    // The listeners only hold the clock while someone reads or reaches for the button; nothing is operated by them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.region}
      aria-label={label}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <output className={styles.live}>
        {toast !== undefined && (
          <span className={styles.toast} key={toast.id}>
            <Icon name={iconsByTone[toast.tone ?? 'good']} />
            <span className={styles.text}>{toast.text}</span>
            {toast.actionLabel !== undefined && <Button onClick={act}>{toast.actionLabel}</Button>}
            <IconButton icon="close" label={dismissLabel} onClick={dismiss} />
          </span>
        )}
      </output>
    </section>
  )
}
