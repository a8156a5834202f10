// What ours must reach, out of the issue. Bytes are those on the wire, headers included.
import type { Samples } from './samples.ts'
import { floorMs, TWO_G } from './two-g.ts'
import { median } from './samples.ts'

interface Gate {
  readonly name: string
  readonly value: number
  readonly most: number
}

const FASTER_THAN_RXDB = 4
const OF_THE_FLOOR = 1.15

function gatesOf(samples: Samples, pushed: number, edited: number): readonly Gate[] {
  const ours = (scenario: string, measure: 'up' | 'down' | 'requests' | 'ms') =>
    samples.median(scenario, 'ours', measure)
  const slow = samples.of(`push ${pushed / 5} on 2G`, 'ours')
  const pushMs = ours(`push ${pushed}`, 'ms')
  return [
    { name: 'push: bytes up', value: ours(`push ${pushed}`, 'up'), most: 225_000 },
    { name: 'first pull: bytes down', value: ours(`first pull ${pushed}`, 'down'), most: 220_000 },
    { name: 'edits: bytes up', value: ours(`${edited} edits`, 'up'), most: 2_000 },
    { name: 'nothing to do: requests', value: ours('nothing to do', 'requests'), most: 1 },
    {
      name: 'nothing to do: bytes up and down',
      value: ours('nothing to do', 'up') + ours('nothing to do', 'down'),
      most: 1_600,
    },
    {
      name: 'push: share of the time of RxDB',
      value: pushMs / samples.median(`push ${pushed}`, 'rxdb', 'ms'),
      most: 1 / FASTER_THAN_RXDB,
    },
    {
      name: '2G: times the floor',
      value: median(slow.map((sample) => sample.ms / floorMs(sample, TWO_G))),
      most: OF_THE_FLOOR,
    },
  ]
}

/** One sentence for each gate that was missed; the others are printed. */
export function missedGates(samples: Samples, pushed: number, edited: number): readonly string[] {
  const told = gatesOf(samples, pushed, edited).map(({ name, value, most }) => {
    const isMet = value <= most
    return { isMet, line: `${isMet ? 'met' : 'MISSED'}: ${name} ${round(value)}, at most ${round(most)}` }
  })
  console.log(['', ...told.map(({ line }) => line)].join('\n'))
  return told.filter(({ isMet }) => !isMet).map(({ line }) => line)
}

const round = (value: number): number => Math.round(value * 1000) / 1000
