// Reads tokens.css the way a browser would for a given theme, as far as flat colours go.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const themes = ['light', 'dark', 'sun'] as const
export type Theme = (typeof themes)[number]

const source = readFileSync(join(import.meta.dirname, '../../../src/ui/tokens.css'), 'utf8')

const declarations = (block: string): Map<string, string> => {
  const body = /\{([^}]*)\}/.exec(source.slice(source.indexOf(`${block} {`)))?.[1] ?? ''
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
}

const root = declarations(':root')
const sun = declarations('[data-theme="sun"]')

export const tokenNames = [...root.keys()]

export const token = (theme: Theme, name: string): string => {
  const value = (theme === 'sun' ? sun.get(name) : undefined) ?? root.get(name)
  if (value === undefined) throw new Error(`No token --${name}`)
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (reference !== undefined) return token(theme, reference)
  const [, light, dark] = /^light-dark\((#\w+),\s*(#\w+)\)$/.exec(value) ?? []
  return (theme === 'dark' ? dark : light) ?? value
}

const luminance = (colour: string): number => {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour)?.[1]
  if (hex === undefined) throw new Error(`Not a flat colour: ${colour}`)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio of WCAG 2.2 between two tokens. */
export const contrast = (theme: Theme, front: string, back: string): number => {
  const [low = 0, high = 0] = [luminance(token(theme, front)), luminance(token(theme, back))].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}
