// Whether this tab is in a rehearsal: kept by the tab itself, so that a reload stays where it was and no other tab, and no
// later start of the app, ever comes up in one. Asked at every start, so it is all there is here.
export const REHEARSING = 'so-tay.rehearsal'

export function isRehearsing(): boolean {
  try {
    return sessionStorage.getItem(REHEARSING) !== null
  } catch {
    return false
  }
}
