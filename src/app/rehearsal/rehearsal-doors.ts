// Into the rehearsal and out of it: each time the page starts afresh, so that nothing of the one is in memory while the
// other is open. The database of whoever was at work is closed by the browser as at any reload.
import { REHEARSING } from './rehearsing.ts'

/** Where the browser refuses to keep anything for the tab there is no rehearsal; then the page comes back as it was. */
function keep(isOn: boolean): void {
  try {
    if (isOn) sessionStorage.setItem(REHEARSING, '1')
    else sessionStorage.removeItem(REHEARSING)
  } catch {
    // As said above.
  }
}

export function beginRehearsal(): void {
  keep(true)
  location.assign('/')
}

/** A rehearsal that cannot be opened must not be met again at the next reload. */
export const forgetRehearsal = (): void => keep(false)

export function leaveRehearsal(): void {
  keep(false)
  location.assign('/')
}
