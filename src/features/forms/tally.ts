// How far a filling is, whole and by section, kept up to date from the places that changed: counting five hundred
// questions anew after every key press would cost more than the answer itself.
import type { FormNode } from '#domain/questionnaire/form/form.ts'
import type { IndexedNode } from '#domain/questionnaire/form/form-index.ts'
import { type FillingProgress, pathOf, type Standing, standingOf } from '#domain/questionnaire/filling/progress.ts'
import type { FormSession } from '#domain/questionnaire/session/form-session.ts'
import type { NodeState } from '#domain/questionnaire/session/node-state.ts'
import type { OutlineSection } from './filling-outline.ts'

export interface Count extends FillingProgress {
  readonly wrong: number
}

const NONE: Count = { answered: 0, total: 0, wrong: 0 }

/** A total that the form reckons and does not accept: nobody answers it, and yet it stands in the way. Rule FIL-33. */
const REFUSED = 'refused'
type Told = Standing | typeof REFUSED

const worth = (told: Told | undefined): Count => ({
  answered: told === 'answered' ? 1 : 0,
  total: told === undefined || told === 'not-asked' || told === REFUSED ? 0 : 1,
  wrong: told === 'wrong' || told === REFUSED ? 1 : 0,
})

function toldOf(node: FormNode, state: NodeState): Told {
  const standing = standingOf(node, state)
  const isRefused = standing === 'not-asked' && state.problem !== null && state.problem.kind !== 'required'
  return isRefused ? REFUSED : standing
}

const moved = (count: Count, before: Told | undefined, after: Told): Count => {
  const [minus, plus] = [worth(before), worth(after)]
  return {
    answered: count.answered - minus.answered + plus.answered,
    total: count.total - minus.total + plus.total,
    wrong: count.wrong - minus.wrong + plus.wrong,
  }
}

export class Tally {
  readonly #session: FormSession
  readonly #definitions: ReadonlyMap<string, IndexedNode>
  readonly #standings = new Map<string, Told>()
  readonly #sectionOf = new Map<string, number>()
  #sections: Count[]
  #whole: Count = NONE

  constructor(session: FormSession, definitions: ReadonlyMap<string, IndexedNode>, outline: readonly OutlineSection[]) {
    this.#session = session
    this.#definitions = definitions
    this.#sections = outline.map(() => NONE)
    outline.forEach(({ places }, at) => {
      for (const { kind, ref } of places) if (kind === 'question') this.#sectionOf.set(ref, at)
    })
    this.take([...this.#sectionOf.keys()])
  }

  /** The same object while nothing of it changed. */
  get whole(): Count {
    return this.#whole
  }

  section(at: number): Count {
    return this.#sections[at] ?? NONE
  }

  sectionOf(ref: string): number {
    return this.#sectionOf.get(ref) ?? -1
  }

  standing(ref: string): Standing {
    const told = this.#standings.get(ref) ?? 'not-asked'
    return told === REFUSED ? 'wrong' : told
  }

  /** Places that changed. True when a figure did. */
  take(refs: readonly string[]): boolean {
    let isChanged = false
    for (const ref of refs) {
      const at = this.#sectionOf.get(ref)
      const [node, state] = [this.#definitions.get(pathOf(ref))?.node, this.#session.state(ref)]
      if (at === undefined || node === undefined || state === undefined) continue
      const [before, after] = [this.#standings.get(ref), toldOf(node, state)]
      if (before === after) continue
      this.#standings.set(ref, after)
      this.#sections[at] = moved(this.section(at), before, after)
      this.#whole = moved(this.#whole, before, after)
      isChanged = true
    }
    return isChanged
  }
}
