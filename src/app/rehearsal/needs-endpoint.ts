// Screens that are nothing without an endpoint, or that lead work from this device to another: none of them is part of a
// rehearsal (DAY-18).
const roots: readonly string[] = [
  '/sync',
  '/sign',
  '/sign-in',
  '/more/account',
  '/more/admin',
  '/more/settings',
  '/more/trail',
]

export const needsEndpoint = (path: string): boolean =>
  roots.some((root) => path === root || path.startsWith(`${root}/`))
