// Prints how far our form engine and ODK's agree, field by field, with every disagreement. Fails below 99.9 %, of all
// fields together and of each kind: a wrong calculation must not hide behind many right relevances.
import process from 'node:process'
import { parseArgs } from 'node:util'
import { compareBattery } from './battery.ts'
import { compareFilling, type Disagreement } from './compare-filling.ts'
import { loadTheirEngine } from './their-engine.ts'

const GATE = 0.999

const { values } = parseArgs({
  options: {
    peers: { type: 'string' },
    forms: { type: 'string' },
    seed: { type: 'string' },
    steps: { type: 'string' },
  },
})
const folder = values.peers ?? ''
const forms = Number(values.forms ?? 500)
const first = Number(values.seed ?? 1)
const steps = Number(values.steps ?? 40)

const engine = await loadTheirEngine(folder)
const compared: Record<string, number> = {}
const disagreements: Disagreement[] = []
const failures: string[] = []
const started = performance.now()
const known = await compareBattery(engine)
Object.assign(compared, known.compared)
disagreements.push(...known.disagreements)
for (let seed = first; seed < first + forms; seed += 1) {
  try {
    const comparison = await compareFilling(seed, steps, engine)
    for (const [aspect, count] of Object.entries(comparison.compared))
      compared[aspect] = (compared[aspect] ?? 0) + count
    disagreements.push(...comparison.disagreements)
  } catch (error) {
    failures.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const total = Object.values(compared).reduce((sum, count) => sum + count, 0)
const agreement = total === 0 ? 0 : 1 - disagreements.length / total
for (const { seed, step, ref, aspect, ours, theirs, row } of disagreements) {
  console.log(`seed ${seed} step ${step} ${ref} ${aspect}: ours "${ours}", theirs "${theirs}"  ${row}`)
}
for (const failure of failures) console.log(`could not be compared — ${failure}`)
const shares = Object.entries(compared).map(([aspect, count]) => {
  const wrong = disagreements.filter((one) => one.aspect === aspect).length
  return { aspect, count, share: 1 - wrong / count }
})
for (const { aspect, count, share } of shares) console.log(`${aspect}: ${(share * 100).toFixed(3)} % of ${count}`)
console.log(
  `${forms} forms from seed ${first}, ${steps} steps each, ${((performance.now() - started) / 1000).toFixed(1)} s`,
)
console.log(
  `agreement ${(agreement * 100).toFixed(4)} % of ${total} fields, ${disagreements.length} disagreements, ${failures.length} forms not compared`,
)
const isMet = [agreement, ...shares.map(({ share }) => share)].every((share) => share >= GATE)
process.exit(isMet && failures.length === 0 ? 0 : 1)
