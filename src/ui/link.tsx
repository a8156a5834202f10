// Links that the app can take over. The kit knows no router: the app hands in how to navigate, and every link of
// the kit goes through here. It stays a real <a href>, so a long press, Ctrl+click and a cold start work as usual.
import { type ComponentProps, createContext, type MouseEvent, type ReactNode, use, useMemo } from 'react'

type Navigation = {
  readonly navigate: (href: string) => void
  /** Turns an in-app path into the address shown in the link, e.g. when the app lives below a base path. */
  readonly toHref?: ((path: string) => string) | undefined
}

const NavigationContext = createContext<Navigation | undefined>(undefined)

export const LinkProvider = ({ navigate, toHref, children }: Navigation & { readonly children: ReactNode }) => {
  const navigation = useMemo(() => ({ navigate, toHref }), [navigate, toHref])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export type AppLinkProps = ComponentProps<'a'> & { readonly href: string }

export const AppLink = ({ href, onClick, children, ...anchor }: AppLinkProps) => {
  const navigation = use(NavigationContext)
  const isOurs = isScreen(href) && anchor.download === undefined
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (navigation === undefined || !isOurs || !isPlainClick(event, anchor.target)) return
    event.preventDefault()
    navigation.navigate(href)
  }
  return (
    <a {...anchor} href={isOurs ? (navigation?.toHref?.(href) ?? href) : href} onClick={follow}>
      {children}
    </a>
  )
}

/**
 * An address of the app. One with an extension is a file: a page of its own, which the browser opens. A question's number
 * (`/q/Q7.7`) is none: taken for one, the page would be loaded anew, and a sealed store be locked by it.
 */
const isScreen = (href: string): boolean => /^\/(?!\/)/.test(href) && !/\.[a-z][a-z0-9]*(?:[?#]|$)/.test(href)

const isPlainClick = (event: MouseEvent, target: string | undefined): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
  (target === undefined || target === '_self')
