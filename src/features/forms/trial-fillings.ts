// The one filling of a form that is being tried out: it begins as any other does and takes answers as any other does, but
// keeps them in memory. It stands where the store's fillings stand, so that no screen has to know. Rule FIL-10.
import type {
  FillingAnswerView,
  FillingPatch,
  FillingView,
  FormFillingRepository,
} from '#data/contract/form-filling-contract.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { definitionsOf } from '#domain/questionnaire/filling/filling-content.ts'
import { firstAnswers } from '#domain/questionnaire/filling/first-answers.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { loadCompiled } from '#features/compiled-forms.ts'
import { sessionOptions } from '#features/filling-session.ts'
import { TRIAL_ID } from '#features/form-on-trial.ts'
import type { FormSource } from '#features/form-source.ts'
import type { FillingScreenParts } from './open-filling.ts'

export interface TrialParts {
  readonly screen: FillingScreenParts
  readonly unitId: string
  readonly startedOn: string
  readonly forms: FormSource
  /** Under which `forms` has the form on trial. */
  readonly formKey: string
}

/** A file chosen for a question: only its name is kept, and only here. */
export interface TrialFile {
  readonly of: string
  readonly name: string
}

const blank = { value: '', reason: '', note: '', hasConflict: false }
const refused = async () => err({ code: 'filling.not-found' } as const)

export class TrialFillings implements FormFillingRepository {
  readonly #parts: TrialParts
  readonly #answers = new Map<string, FillingAnswerView>()
  #files: readonly TrialFile[] = []
  #begun: Promise<boolean> | undefined

  constructor(parts: TrialParts) {
    this.#parts = parts
  }

  async #begin(): Promise<boolean> {
    const { screen, forms, formKey } = this.#parts
    const compiled = await loadCompiled(forms, formKey)
    if (compiled === null) return false
    const session = new FormSession(compiled, sessionOptions(screen, compiled, compiled.form.defaultLanguage))
    this.#take(firstAnswers(session, definitionsOf(compiled)))
    return true
  }

  #take(patches: readonly FillingPatch[]): void {
    for (const { path, seen: _seen, ...fields } of patches)
      this.#answers.set(path, { ...blank, ...this.#answers.get(path), path, ...fields })
  }

  view(): FillingView {
    const { unitId, startedOn, formKey } = this.#parts
    return {
      id: TRIAL_ID,
      unitId,
      startedOn,
      form: formKey,
      round: TRIAL_ID,
      visit: null,
      submittedAt: null,
      review: null,
      answered: 0,
      total: 0,
      isDraftHere: true,
      location: 'on-device',
      answers: Array.from(this.#answers.values()),
      evidence: this.#files.map(({ of }) => of),
      aside: [],
    }
  }

  async get(): Promise<FillingView> {
    await (this.#begun ??= this.#begin())
    return this.view()
  }

  async save(_id: string, patches: readonly FillingPatch[]) {
    this.#take(patches)
    return ok({ savedAt: this.#parts.screen.clock.now(), firstN: 0, lastN: 0 })
  }

  filesOf = (of: string): readonly TrialFile[] => this.#files.filter((file) => file.of === of)

  setFiles(of: string, names: readonly string[]): void {
    this.#files = [...this.#files.filter((file) => file.of !== of), ...names.map((name) => ({ of, name }))]
  }

  // Nothing of a trial is listed, handed in, moved or read by others.
  list = async () => []
  start = refused
  submit = refused
  move = refused
  atVisit = async () => []
  takeAway = refused
  submission = async () => null
}
