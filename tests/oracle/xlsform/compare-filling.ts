// Fills one random form at random in both engines and compares every place after every step.
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import type { NodeState } from '#domain/questionnaire/session/node-state.ts'
import { aForm } from '#support/questionnaire/form-builder.ts'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import { Dice } from './dice.ts'
import { randomForm } from './random-form.ts'
import { type TheirEngine, type TheirNode, theirNodes } from './their-engine.ts'
import { xformOf } from './xform-xml.ts'

export interface Disagreement {
  readonly seed: number
  readonly step: number
  readonly ref: string
  readonly aspect: string
  readonly ours: string
  readonly theirs: string
  readonly row: string
}

export interface Comparison {
  readonly compared: Readonly<Record<string, number>>
  readonly disagreements: readonly Disagreement[]
}

const ANSWERS = {
  text: ['', 'a', 'ab', 'Lạng Sơn', '12', 'x y z', '3.5', 'c a'],
  integer: ['', '0', '1', '2', '3', '7', '10', '-4', '100'],
  decimal: ['', '0', '0.5', '2.75', '3', '-1.25', '100'],
  date: ['', '2020-01-01', '2024-02-29', '2026-11-21', '2030-06-15'],
  select_one: ['', 'a', 'b', 'c', 'd'],
  select_multiple: ['', 'a', 'a b', 'b c', 'a b c', 'd'],
} as const

const isAnswerable = (kind: string): kind is keyof typeof ANSWERS => Object.hasOwn(ANSWERS, kind)

/** Kind and rules of the questions by name. */
type Kinds = ReadonlyMap<string, { readonly kind: string; readonly row: string }>

class Filling {
  readonly disagreements: Disagreement[] = []
  readonly compared: Record<string, number> = {}
  readonly #seed: number
  readonly #dice: Dice
  readonly #session: FormSession
  readonly #root: TheirNode
  readonly #kinds: Kinds
  readonly #counts = new Map<string, number>()
  readonly #last = new Map<string, string>()

  constructor(seed: number, dice: Dice, session: FormSession, root: TheirNode, kinds: Kinds) {
    this.#seed = seed
    this.#dice = dice
    this.#session = session
    this.#root = root
    this.#kinds = kinds
  }

  #theirs(): ReadonlyMap<string, TheirNode> {
    return theirNodes(this.#root, (ref) => this.#session.state(ref)?.instances ?? [])
  }

  run(steps: number): void {
    this.#compare(0)
    for (let step = 1; step <= steps; step += 1) {
      this.#step()
      this.#compare(step)
      if (this.disagreements.length > 5) return
    }
  }

  #step(): void {
    const theirs = this.#theirs()
    const ref = this.#dice.pick([...theirs.keys()])
    const node = theirs.get(ref)
    const kind = this.#kinds.get(nameIn(ref))?.kind ?? ''
    if (node === undefined) return
    if (node.nodeType === 'repeat-range:uncontrolled') this.#resize(ref, node)
    else if (isAnswerable(kind) && !node.currentState.readonly) this.#answer(ref, node, kind)
  }

  #resize(ref: string, node: TheirNode): void {
    const instances = this.#session.state(ref)?.instances ?? []
    if (instances.length > 0 && this.#dice.chance(0.3)) {
      const at = this.#dice.below(instances.length)
      node.removeInstances?.(at)
      this.#session.removeInstance(instances[at] ?? '')
    } else if (instances.length < 4) {
      node.addInstances?.()
      this.#session.addInstance(ref)
    }
  }

  #answer(ref: string, node: TheirNode, kind: keyof typeof ANSWERS): void {
    const written = this.#written(ref, kind)
    if (node.selectValues === undefined) node.setValue?.(written)
    else {
      const offered = new Set(node.currentState.valueOptions?.map(({ value }) => value))
      const chosen = written.split(' ').filter((value) => offered.has(value))
      node.selectValues(chosen)
      this.#session.answer(ref, chosen.join(' '))
      return
    }
    this.#session.answer(ref, written)
  }

  /** How many instances there are only grows: what comes back after shrinking is a difference we mean. */
  #written(ref: string, kind: keyof typeof ANSWERS): string {
    if (!nameIn(ref).startsWith('cnt')) return this.#dice.pick(ANSWERS[kind])
    const count = Math.min(4, (this.#counts.get(ref) ?? 0) + this.#dice.below(3))
    this.#counts.set(ref, count)
    return String(count)
  }

  #compare(step: number): void {
    const theirs = this.#theirs()
    for (const [ref, node] of theirs) {
      const state = this.#session.state(ref)
      if (node.nodeType.startsWith('repeat-range')) {
        this.#check(step, ref, 'instances', String(state?.instances.length), String(node.currentState.children?.length))
        continue
      }
      if (state === undefined) this.#check(step, ref, 'presence', 'absent', 'present')
      else this.#compareNode(step, ref, state, node)
    }
  }

  #compareNode(step: number, ref: string, state: NodeState, node: TheirNode): void {
    const { currentState, validationState } = node
    this.#check(step, ref, 'relevance', String(state.relevant), String(currentState.relevant))
    if (currentState.children !== null) return
    const isCalculated = this.#kinds.get(nameIn(ref))?.kind === 'calculate'
    this.#check(step, ref, isCalculated ? 'calculation' : 'value', state.value, currentState.instanceValue ?? '')
    if (isCalculated) return
    this.#check(step, ref, 'required', String(state.required), String(currentState.required))
    this.#check(step, ref, 'read-only', String(state.readOnly), String(currentState.readonly))
    this.#check(
      step,
      ref,
      'constraint',
      String(state.problem?.kind !== 'constraint'),
      String(validationState.constraint?.valid),
    )
    const isMissing = state.relevant && state.required && state.value === ''
    this.#check(step, ref, 'missing', String(isMissing), String(validationState.required?.valid === false))
    const offered = currentState.valueOptions?.map(({ value }) => value).join(' ')
    if (offered !== undefined)
      this.#check(step, ref, 'choices', state.choices.map(({ name }) => name).join(' '), offered)
  }

  /** A field counts once for every time it changed in either engine: what stands still proves nothing again. */
  #check(step: number, ref: string, aspect: string, ours: string, theirs: string): void {
    const key = `${ref} ${aspect}`
    const pair = JSON.stringify([ours, theirs])
    if (this.#last.get(key) === pair) return
    this.#last.set(key, pair)
    this.compared[aspect] = (this.compared[aspect] ?? 0) + 1
    if (ours === theirs) return
    const row = this.#kinds.get(nameIn(ref))?.row ?? ''
    this.disagreements.push({ seed: this.#seed, step, ref, aspect, ours, theirs, row })
  }
}

const nameIn = (ref: string) =>
  ref
    .split('/')
    .at(-1)
    ?.replace(/\[[^\]]*\]$/, '') ?? ''

/** One form, one filling. */
export async function compareFilling(seed: number, steps: number, engine: TheirEngine): Promise<Comparison> {
  const dice = new Dice(seed)
  const { survey, choices } = randomForm(dice)
  const form = aForm(survey, choices)
  const loaded = await engine.loadForm(xformOf(form.form))
  if (loaded.status === 'failure') throw new Error(`seed ${seed}: ${loaded.error?.message}`)
  const { root } = loaded.createInstance()
  const session = new FormSession(form, { clock: { now: () => Date.now() } })
  const kinds = new Map(
    form.index.all.map(({ node }) => [
      node.name,
      {
        kind: isQuestion(node) ? node.kind : '',
        row: JSON.stringify(node, [
          'relevant',
          'required',
          'constraint',
          'calculation',
          'choiceFilter',
          'readOnly',
          'default',
          'count',
        ]),
      },
    ]),
  )
  const filling = new Filling(seed, dice, session, root, kinds)
  filling.run(steps)
  return filling
}
