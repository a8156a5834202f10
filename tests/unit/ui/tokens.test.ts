import { describe, expect, it } from 'vitest'
import { contrast, themes, token, tokenNames } from './tokens.ts'

const grounds = ['paper', 'surface', 'sunken']
const tones = ['bad', 'warn', 'good', 'note']

describe.each(themes)('the colours of the %s theme', (theme) => {
  it.each(grounds)('body text is AAA on %s', (ground) => {
    expect(contrast(theme, 'ink', ground)).toBeGreaterThanOrEqual(7)
  })

  it.each(grounds)('small and soft text is AA on %s', (ground) => {
    expect(contrast(theme, 'ink-soft', ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('the action is AAA on paper and surface, and its own text is AAA on it', () => {
    expect(contrast(theme, 'action', 'surface')).toBeGreaterThanOrEqual(7)
    expect(contrast(theme, 'action', 'paper')).toBeGreaterThanOrEqual(7)
    expect(contrast(theme, 'action-ink', 'action')).toBeGreaterThanOrEqual(7)
    expect(contrast(theme, 'action-ink', 'action-over')).toBeGreaterThanOrEqual(7)
    expect(contrast(theme, 'action', 'action-soft')).toBeGreaterThanOrEqual(4.5)
  })

  it('a chosen row keeps its text AAA and its mark AA', () => {
    expect(contrast(theme, 'chosen-ink', 'chosen')).toBeGreaterThanOrEqual(7)
    expect(contrast(theme, 'chosen-mark', 'chosen')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(tones)('the tone %s is AA as text, on its tag, and leaves body text AAA on its wash', (tone) => {
    for (const ground of grounds) expect(contrast(theme, tone, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme, `${tone}-on`, `${tone}-fill`)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme, tone, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme, 'ink', `${tone}-soft`)).toBeGreaterThanOrEqual(7)
    expect(contrast(theme, 'action', `${tone}-soft`)).toBeGreaterThanOrEqual(4.5)
  })

  it('the edge of a control and the focus ring stand out 3 : 1 from what they lie on', () => {
    for (const ground of grounds) {
      expect(contrast(theme, 'line-strong', ground)).toBeGreaterThanOrEqual(3)
      expect(contrast(theme, 'focus', ground)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the tokens', () => {
  it('the action is one deep blue, at least 7 : 1 on white', () => {
    expect(token('light', 'surface')).toBe('#ffffff')
    expect(contrast('light', 'action', 'surface')).toBeGreaterThanOrEqual(7)
  })

  it('the sun theme is black on white with thicker edges than the light one', () => {
    expect([token('sun', 'ink'), token('sun', 'paper')]).toEqual(['#000000', '#ffffff'])
    expect(contrast('sun', 'ink', 'paper')).toBeCloseTo(21)
    for (const edge of ['edge', 'edge-control', 'edge-strong']) {
      expect(Number.parseFloat(token('sun', edge))).toBeGreaterThan(Number.parseFloat(token('light', edge)))
    }
  })

  it('every colour has a light and a dark value, so that no theme can forget one', () => {
    const colours = tokenNames.filter((name) => token('light', name).startsWith('#'))
    expect(colours.length).toBeGreaterThan(25)
    for (const name of colours) expect(token('dark', name)).toMatch(/^#[0-9a-f]{6}$/)
  })

  it('a target is 48 px and body text 17 px with room for stacked marks', () => {
    expect(token('light', 'touch')).toBe('48px')
    expect(token('light', 'text-m')).toBe('1.0625rem')
    expect(token('light', 'leading')).toBe('1.5')
  })
})
