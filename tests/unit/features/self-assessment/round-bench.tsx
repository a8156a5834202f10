// A screen over the store of a commune's person with one round.
import type { ReactNode } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Role } from '#domain/access/role.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { ok } from '#domain/kernel/result.ts'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { Answer } from '#domain/self-assessment/answer.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { anIdentity, aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

let stores = 0

/** Each store has a name of its own: Dexie shares what it has read between databases of one name. */
export function aStoreOf(role: Role): Promise<OpenedPersonStore> {
  const identity = anIdentity()
  stores += 1
  return aStore({
    storeId: `store-${stores}`,
    identity: { ...identity, grants: identity.grants.map((grant) => ({ ...grant, role })) },
  })
}

export async function aRound(role: Role = 'iso-secretary') {
  const store = await aStoreOf(role)
  const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
  const answerOf = async (question: string) => (await store.assessments.question(id, question))?.answer ?? null
  return { store, id, answerOf }
}

export async function answer(store: PersonStore, id: string, question: string, patch: Partial<Answer>): Promise<void> {
  valueOf(await store.assessments.saveAnswer(id, question, patch))
}

/** Every question with the same score, but those named. */
export async function answerAll(
  store: PersonStore,
  id: string,
  but: Readonly<Record<string, Partial<Answer> | null>> = {},
): Promise<void> {
  for (const { id: question } of (await loadInstrument(COMMUNE_SELF_ASSESSMENT))?.questions ?? []) {
    const patch = question in but ? but[question] : { score: 2 as const }
    if (patch) await answer(store, id, question, patch)
  }
}

/** Somebody else's value of one field, written without having seen ours. */
export const receiveAnswer = (
  store: OpenedPersonStore,
  id: string,
  question: string,
  fields: Readonly<Record<string, JsonValue>>,
): Promise<void> =>
  receive(store, {
    feed: `${UNIT}/self`,
    kind: 'answer',
    entity: `ans.${id}.${question}`,
    by: 'acc-chairman',
    fields,
  })

export async function show(store: PersonStore, draw: (screen: ScreenProps) => ReactNode, at = '/here') {
  const platform = { preparePhoto: async () => ok(aPhoto('screen')) }
  const drawn = await renderScreen(draw, { store, at, platform })
  return { ...drawn, address: () => drawn.location.history.at(-1) }
}
