/** Which PINs are refused: short ones, and the few that everybody tries first. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'

const LEAST_PIN = 6
const MOST_PIN = 64

/** Each character the same step from the one before it: 111111, 123456, 654321. */
function isRow(pin: string): boolean {
  const steps = new Set(
    Array.from(pin)
      .slice(1)
      .map((char, at) => char.charCodeAt(0) - pin.charCodeAt(at)),
  )
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 2)
}

/** 121212, 123123. */
const isRepeated = (pin: string): boolean => /^(.{1,3})\1+$/.test(pin)

export function pinProblem(pin: string): Problem | undefined {
  const isWeak = pin.length < LEAST_PIN || pin.length > MOST_PIN || isRow(pin) || isRepeated(pin)
  return isWeak ? { code: 'lock.pin-weak', params: { least: LEAST_PIN } } : undefined
}
