// A page of its own, outside the app's bundle: it shares no script with it, so that whatever keeps the app from starting
// (a broken update, a database of a newer version, a defect) does not keep the work on this device. It reads the
// databases below Dexie, changes nothing in them and asks nobody.
import english from '#locales/en/rescue.json' with { type: 'json' }
import vietnamese from '#locales/vi/rescue.json' with { type: 'json' }
import { showRescue } from './rescue-view.ts'

/** The app's own small settings, read without its code. */
function setting(name: string): string | null {
  try {
    return localStorage.getItem(`so-tay.${name}`)
  } catch {
    return null
  }
}

document.documentElement.dataset.theme = setting('theme') ?? 'auto'
const root = document.getElementById('rescue')
if (root) void showRescue(root, { vi: vietnamese, en: english }, setting('language') === 'en' ? 'en' : 'vi')
