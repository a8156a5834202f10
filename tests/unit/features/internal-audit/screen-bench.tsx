// A screen over the store of somebody with a given role.
import type { ReactNode } from 'react'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Role } from '#domain/access/role.ts'
import { ok } from '#domain/kernel/result.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { anIdentity, aPhoto, aStore } from '#support/store/test-store.ts'

export function aStoreOf(role: Role): Promise<OpenedPersonStore> {
  const identity = anIdentity()
  return aStore({ identity: { ...identity, grants: identity.grants.map((grant) => ({ ...grant, role })) } })
}

type Shown = { readonly at?: string; readonly language?: 'vi' | 'en' }

export async function show(store: PersonStore, draw: (screen: ScreenProps) => ReactNode, shown: Shown = {}) {
  const platform = { preparePhoto: async () => ok(aPhoto('screen')) }
  const drawn = await renderScreen(draw, { store, platform, ...shown })
  return { ...drawn, address: () => drawn.location.history.at(-1) }
}
