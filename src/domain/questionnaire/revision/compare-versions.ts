/**
 * What changed between two versions, question by question, in the words a person needs: added, taken out, worded anew,
 * other choices, answered in another way. Whoever has a draft sees this before it is moved.
 */
import type { Texts } from '../form/form.ts'
import type { RevisedItem, RevisedItems } from './revised-item.ts'

/** In the order in which they matter to somebody who has answered already. */
const revisionAspects = ['type', 'choices', 'words', 'rules', 'place', 'help'] as const

type RevisionAspect = (typeof revisionAspects)[number]

export interface ItemRevision {
  readonly name: string
  readonly what: 'added' | 'removed' | 'changed'
  /** In which respects it differs; empty unless it changed. */
  readonly aspects: readonly RevisionAspect[]
  readonly before: RevisedItem | null
  readonly after: RevisedItem | null
  /** Names of choices that came, and that went. */
  readonly choicesAdded: readonly string[]
  readonly choicesRemoved: readonly string[]
}

export interface VersionRevision {
  /** In the order of the later version, what was taken out behind what stood before it. */
  readonly items: readonly ItemRevision[]
  readonly unchanged: number
}

const sameTexts = (one: Texts, other: Texts): boolean => {
  const languages = new Set([...Object.keys(one), ...Object.keys(other)])
  return Array.from(languages).every((language) => (one[language] ?? '').trim() === (other[language] ?? '').trim())
}

function sameChoices(one: RevisedItem['choices'], other: RevisedItem['choices']): boolean {
  if (one === null || other === null) return one === other
  const names = Array.from(other.keys())
  const sameOrder = one.size === other.size && Array.from(one.keys()).every((name, at) => name === names[at])
  return sameOrder && Array.from(one).every(([name, label]) => sameTexts(label, other.get(name) ?? {}))
}

const isSame: Readonly<Record<RevisionAspect, (one: RevisedItem, other: RevisedItem) => boolean>> = {
  type: (one, other) => one.type === other.type,
  choices: (one, other) => sameChoices(one.choices, other.choices),
  words: (one, other) => sameTexts(one.words, other.words),
  rules: (one, other) => one.rules === other.rules,
  place: (one, other) => one.place === other.place,
  help: (one, other) =>
    one.help.length === other.help.length && one.help.every((texts, at) => sameTexts(texts, other.help[at] ?? {})),
}

const missingIn = (one: RevisedItem['choices'], other: RevisedItem['choices']): readonly string[] =>
  one === null || other === null ? [] : Array.from(one.keys()).filter((name) => !other.has(name))

function revisionOf(before: RevisedItem, after: RevisedItem): ItemRevision {
  return {
    name: after.name,
    what: 'changed',
    aspects: revisionAspects.filter((aspect) => !isSame[aspect](before, after)),
    before,
    after,
    choicesAdded: missingIn(after.choices, before.choices),
    choicesRemoved: missingIn(before.choices, after.choices),
  }
}

const lone = (what: 'added' | 'removed', item: RevisedItem): ItemRevision => ({
  name: item.name,
  what,
  aspects: [],
  before: what === 'removed' ? item : null,
  after: what === 'added' ? item : null,
  choicesAdded: [],
  choicesRemoved: [],
})

/** What was taken out, by the name of what stood before it and is still there; empty for the beginning. */
function removedBehind(before: RevisedItems, after: RevisedItems): ReadonlyMap<string, readonly ItemRevision[]> {
  const behind = new Map<string, ItemRevision[]>()
  let last = ''
  for (const item of before.values()) {
    if (after.has(item.name)) last = item.name
    else behind.set(last, [...(behind.get(last) ?? []), lone('removed', item)])
  }
  return behind
}

/** Names that stand in several places of a version. */
function severalIn(items: RevisedItems): readonly string[] {
  const seen = new Set<string>()
  return Array.from(items.values(), ({ name }) => name).filter((name) => seen.size === seen.add(name).size)
}

/** Named as they are matched: by name where both versions have it once, otherwise by path, as answers move (RVS-11). */
const named = (items: RevisedItems, several: ReadonlySet<string>): RevisedItems =>
  new Map(
    Array.from(items.values(), (item) => {
      const name = several.has(item.name) ? item.path : item.name
      return [name, { ...item, name }]
    }),
  )

/** Rules RVS-1, RVS-2 and RVS-11. */
export function compareVersions(one: RevisedItems, other: RevisedItems): VersionRevision {
  const several = new Set([...severalIn(one), ...severalIn(other)])
  const [before, after] = [named(one, several), named(other, several)]
  const removed = removedBehind(before, after)
  const items: ItemRevision[] = [...(removed.get('') ?? [])]
  let unchanged = 0
  for (const item of after.values()) {
    const earlier = before.get(item.name)
    const revision = earlier === undefined ? lone('added', item) : revisionOf(earlier, item)
    if (revision.what === 'changed' && revision.aspects.length === 0) unchanged += 1
    else items.push(revision)
    items.push(...(removed.get(item.name) ?? []))
  }
  return { items, unchanged }
}
