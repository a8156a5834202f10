// This page writes no operation: it has no key of a sealed store and no script of the app. It leaves a mark of each export
// among the app's small settings, and the app notes it for the trail when that store is next open (TRL-18).
const PREFIX = 'so-tay.rescued.'

/** Before the file is saved. What cannot be marked leaves all the same: here the work itself is at stake. */
export function markExport(database: string, form: 'json' | 'file'): void {
  try {
    const key = PREFIX + database
    const forms = new Set((localStorage.getItem(key) ?? '').split(' ').filter(Boolean))
    localStorage.setItem(key, [...forms.add(form)].join(' '))
  } catch {
    // A browser that keeps no settings.
  }
}
