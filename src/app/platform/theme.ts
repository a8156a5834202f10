// The look of the app on `<html data-theme>`; the tokens do the rest. Read before the first paint, so nothing flashes.
import { type Theme, themes } from '#ui/theme.ts'
import { keepSetting, readSetting } from './device-settings.ts'

const listeners = new Set<() => void>()

const isTheme = (name: string | null): name is Theme => (themes as readonly (string | null)[]).includes(name)

export function currentTheme(): Theme {
  const stored = readSetting('theme')
  const shown = document.documentElement.dataset.theme ?? null
  return isTheme(shown) ? shown : isTheme(stored) ? stored : 'auto'
}

export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

export function setTheme(theme: Theme): void {
  keepSetting('theme', theme)
  showTheme(theme)
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
