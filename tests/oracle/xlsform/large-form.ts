// What opening and answering a form of 500 questions with 420 rules costs the two engines in this very process, each as
// it is: ours from the sheets, ODK's from the XML of the same form in jsdom's document. Prints every sample.
import process from 'node:process'
import { parseArgs } from 'node:util'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { aForm, NOON } from '#support/questionnaire/form-builder.ts'
import { fiveHundredQuestions, levels } from '#support/questionnaire/large-forms.ts'
import { loadTheirEngine, theirNodes } from './their-engine.ts'
import { xformOf } from './xform-xml.ts'

const ROUNDS = 5
const ANSWERS = 60

const { values } = parseArgs({ options: { peers: { type: 'string' } } })
const engine = await loadTheirEngine(values.peers ?? '')

type Samples = Record<'load' | 'open' | 'answer', number[]>
const empty = (): Samples => ({ load: [], open: [], answer: [] })
const [ours, theirs] = [empty(), empty()]

async function timed<T>(samples: number[], work: () => T | Promise<T>): Promise<T> {
  const begin = performance.now()
  const result = await work()
  samples.push(performance.now() - begin)
  return result
}

/** Whole numbers and levels by turns: what every rule of the form looks at. */
const answerAt = (at: number): string => String(1 + (at % 3))

for (let round = 0; round < ROUNDS; round += 1) {
  const compiled = await timed(ours.load, () => aForm(fiveHundredQuestions(), levels))
  const session = await timed(ours.open, () => new FormSession(compiled, { clock: { now: () => NOON } }))
  const refs = session.refs().filter((ref) => /\/q\d+$/.test(ref))
  for (const [at, ref] of refs.slice(0, ANSWERS).entries())
    await timed(ours.answer, () => session.answer(ref, answerAt(at)))

  const xml = xformOf(compiled.form)
  const loaded = await timed(theirs.load, () => engine.loadForm(xml))
  if (loaded.error !== null) throw loaded.error
  const { root } = await timed(theirs.open, () => loaded.createInstance())
  const nodes = theirNodes(root, () => [])
  for (const [at, ref] of refs.slice(0, ANSWERS).entries()) {
    const node = nodes.get(ref)
    await timed(theirs.answer, () =>
      node?.selectValues ? node.selectValues([answerAt(at)]) : node?.setValue?.(answerAt(at)),
    )
  }
}

const middle = (samples: readonly number[]): number => [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? 0

for (const [name, samples] of Object.entries({ ours, '@getodk/xforms-engine': theirs })) {
  for (const [step, all] of Object.entries(samples)) {
    const shown = all.slice(0, 12).map((one) => one.toFixed(1))
    console.log(
      `${name} ${step}: median ${middle(all).toFixed(1)} ms, worst ${Math.max(...all).toFixed(1)} ms; ${shown.join(' ')}`,
    )
  }
}
console.log(`Node ${process.versions.node}, ${ROUNDS} rounds, ${ANSWERS} answers each; not slowed down`)
