// The button, and the link that looks like one. One `main` per screen; `danger` only before what cannot be undone.
// A busy button keeps its size and its focus and swallows clicks, so nothing jumps and nothing is sent twice.
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './button.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { AppLink, type AppLinkProps } from './link.tsx'

export type ButtonKind = 'outline' | 'main' | 'plain' | 'danger'

type ButtonLook = {
  readonly kind?: ButtonKind
  readonly icon?: IconName | undefined
  readonly iconEnd?: IconName | undefined
  readonly wide?: boolean
  readonly iconOnlyOnPhone?: boolean
  readonly children: ReactNode
}

type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, 'className' | 'style'> & { readonly busy?: boolean }

export const Button = (props: ButtonProps) => {
  const { kind = 'outline', icon, iconEnd, wide, iconOnlyOnPhone, busy = false, children, onClick, ...button } = props
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event))
  return (
    <button
      type="button"
      {...button}
      {...look(kind, wide, iconOnlyOnPhone)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      <Content icon={busy ? 'refresh' : icon} iconEnd={iconEnd}>
        {children}
      </Content>
    </button>
  )
}

type ButtonLinkProps = ButtonLook & Omit<AppLinkProps, 'className' | 'style'>

export const ButtonLink = (props: ButtonLinkProps) => {
  const { kind = 'outline', icon, iconEnd, wide, iconOnlyOnPhone, children, ...anchor } = props
  return (
    <AppLink {...anchor} {...look(kind, wide, iconOnlyOnPhone)}>
      <Content icon={icon} iconEnd={iconEnd}>
        {children}
      </Content>
    </AppLink>
  )
}

const look = (kind: ButtonKind, wide = false, iconOnlyOnPhone = false) => ({
  className: styles.button,
  'data-kind': kind,
  'data-wide': wide || undefined,
  'data-icon-only': iconOnlyOnPhone || undefined,
})

const Content = ({ icon, iconEnd, children }: Pick<ButtonLook, 'icon' | 'iconEnd' | 'children'>) => (
  <>
    {icon !== undefined && <Icon name={icon} />}
    <span className={styles.label}>{children}</span>
    {iconEnd !== undefined && <Icon name={iconEnd} />}
  </>
)
