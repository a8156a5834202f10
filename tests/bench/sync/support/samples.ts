// Keeps every sample, and tells them as a table of medians with the raw samples beneath.
import type { Sample } from './device.ts'
import type { SideName } from './sides.ts'

const columns: Readonly<Record<keyof Sample, string>> = {
  ms: 'wall ms',
  up: 'up B',
  down: 'down B',
  bodyUp: 'body up B',
  bodyDown: 'body down B',
  requests: 'requests',
  pageCpu: 'page CPU ms',
  browserCpu: 'browser CPU ms',
  serverCpu: 'server CPU ms',
}
const measures = Object.keys(columns) as (keyof Sample)[]

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

const shown = (value: number): string => Math.round(value).toLocaleString('en-US')

export class Samples {
  readonly #names: readonly SideName[]
  readonly #byScenario = new Map<string, Map<SideName, Sample[]>>()

  constructor(names: readonly SideName[]) {
    this.#names = names
  }

  add(scenario: string, side: SideName, sample: Sample): void {
    const bySide = this.#byScenario.get(scenario) ?? new Map<SideName, Sample[]>()
    bySide.set(side, [...(bySide.get(side) ?? []), sample])
    this.#byScenario.set(scenario, bySide)
  }

  of(scenario: string, side: SideName): readonly Sample[] {
    return this.#byScenario.get(scenario)?.get(side) ?? []
  }

  median(scenario: string, side: SideName, measure: keyof Sample): number {
    return median(this.of(scenario, side).map((sample) => sample[measure]))
  }

  report(): string {
    return [...this.#byScenario.keys()].flatMap((scenario) => this.#lines(scenario)).join('\n')
  }

  #lines(scenario: string): readonly string[] {
    const cells = (side: SideName) =>
      measures.map((measure) => shown(this.median(scenario, side, measure)).padStart(15))
    const head = `${scenario.padEnd(18)}${measures.map((measure) => columns[measure].padStart(15)).join('')}`
    const rows = this.#names.map((side) => `  ${side.padEnd(16)}${cells(side).join('')}`)
    const ratios = this.#names.filter((side) => side !== 'ours').map((side) => this.#ratio(scenario, side))
    const raw = this.#names.map((side) => `  raw ${side}: ${this.of(scenario, side).map(rawOf).join(' | ')}`)
    return ['', head, ...rows, ...ratios, ...raw]
  }

  #ratio(scenario: string, side: SideName): string {
    const times = (measure: keyof Sample) =>
      (this.median(scenario, side, measure) / this.median(scenario, 'ours', measure)).toFixed(1)
    return `  ${side} / ours: wall ×${times('ms')}, up ×${times('up')}, down ×${times('down')}, requests ×${times('requests')}, page CPU ×${times('pageCpu')}`
  }
}

const rawOf = (sample: Sample): string => measures.map((measure) => Math.round(sample[measure])).join(' ')
