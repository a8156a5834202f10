// The forms of the province at one visit: those begun, with how far each is, those still to begin, and what hinders the seal.
import { useEffect, useMemo, useState } from 'react'
import type { FillingView } from '#data/contract/form-filling-contract.ts'
import type { FormListing } from '#data/contract/form-library-contract.ts'
import type { VisitView } from '#data/contract/visit-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { definitionsOf } from '#domain/questionnaire/filling/filling-content.ts'
import { type FillingFigures, fillingFigures } from '#domain/questionnaire/filling/filling-figures.ts'
import { placedAnswers } from '#domain/questionnaire/filling/placed-answers.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { isQuestion, isShown } from '#domain/questionnaire/form/form.ts'
import { loadCompiled } from '#features/compiled-forms.ts'
import { sessionOptions } from '#features/filling-session.ts'
import { formTitle } from '#features/form-title.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { useText } from '#ui/text/text-context.tsx'

export interface BegunForm {
  readonly view: FillingView
  readonly title: string
  /** Undefined while the form is read, null where this device does not have it. */
  readonly figures: FillingFigures | null | undefined
  /** Questions with two different answers. */
  readonly disputed: number
}

export interface VisitForms {
  readonly begun: readonly BegunForm[]
  readonly offered: readonly FormListing[]
  /** Why the record cannot be sealed yet. Rule VIS-20. */
  readonly problems: readonly Problem[]
}

const NONE: readonly FillingView[] = []

/** Undefined while the lists are read. */
export function useVisitForms(screen: ScreenProps, { unit, id }: VisitView): VisitForms | undefined {
  const { store, clock } = screen
  const { language } = useText('visits')
  const views = useLive(() => store.fillings.atVisit(unit, id), [store, unit, id])
  const listed = useLive(() => store.forms.list(), [store])
  const compiled = useForms(screen, views ?? NONE)
  const begun = useMemo(
    () =>
      (views ?? NONE).map((view): BegunForm => {
        const form = compiled.get(view.form)
        const titled = form?.form ?? listed?.find(({ key }) => key === view.form)
        const title = titled === undefined ? view.form : formTitle(titled, language)
        if (!form) return { view, title, figures: form, disputed: 0 }
        const session = sessionOptions({ store, clock }, form, language)
        const given = { filling: view.id, answers: view.answers, session, photos: view.evidence, at: clock.now() }
        return { view, title, figures: fillingFigures(form, given), disputed: disputedIn(form, view) }
      }),
    [views, compiled, listed, language, store, clock],
  )
  if (views === undefined || listed === undefined) return undefined
  return { begun, offered: offeredIn(listed, views), problems: begun.flatMap(problemOf) }
}

/** By key; what is being read is not in it yet. */
function useForms({ store }: ScreenProps, views: readonly FillingView[]): ReadonlyMap<string, CompiledForm | null> {
  const keys = Array.from(new Set(views.map(({ form }) => form))).join('\n')
  const [read, setRead] = useState<ReadonlyMap<string, CompiledForm | null>>(new Map())
  useEffect(() => {
    let isGone = false
    const wanted = keys === '' ? [] : keys.split('\n')
    void Promise.all(wanted.map(async (key) => [key, await loadCompiled(store.forms, key)] as const)).then(
      (forms) => isGone || setRead(new Map(forms)),
    )
    return () => {
      isGone = true
    }
  }, [store, keys])
  return read
}

/** What the form filled in by itself on two devices is no disagreement between people. */
function disputedIn(form: CompiledForm, { answers }: FillingView): number {
  const definitions = definitionsOf(form)
  return placedAnswers(answers, form).answers.filter(({ path, hasConflict }) => {
    const node = hasConflict ? definitions.get(pathOf(path))?.node : undefined
    return node !== undefined && isQuestion(node) && isShown(node)
  }).length
}

/** The newest version of each that may be begun, unless one of that form was begun in any version. */
function offeredIn(listed: readonly FormListing[], begun: readonly FillingView[]): readonly FormListing[] {
  const taken = new Set(begun.map(({ form }) => form.slice(0, form.indexOf('@'))))
  const open = listed.filter((form) => form.use === 'visit' && !form.isWithdrawn && form.isWhole)
  return open.filter(({ id }, at) => !taken.has(id) && open.findIndex((one) => one.id === id) === at)
}

function problemOf({ title, figures, disputed }: BegunForm): readonly Problem[] {
  if (figures === undefined) return []
  if (figures === null) return [{ code: 'visit.form-not-here', params: { form: title } }]
  if (figures.missing > 0) return [{ code: 'visit.form-incomplete', params: { form: title, missing: figures.missing } }]
  return disputed > 0 ? [{ code: 'visit.form-disputed', params: { form: title, count: disputed } }] : []
}
