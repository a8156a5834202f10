/** Signs in with a demonstration account and reads everything the account may see. */
import { paths } from '#protocol/paths.ts'
import { type Session, sessionSchema } from '#protocol/session-message.ts'
import { syncAnswerSchema, type SyncRequest, type WireEntity } from '#protocol/sync-message.ts'
import type { EntityState } from '#domain/change/entity-state.ts'
import { entityOfWire } from '#protocol/wire-entity.ts'
import type { Endpoint } from '#server/create-endpoint.ts'
import { createDeviceKeyPair } from './device-key-pair.ts'

export async function demoSignIn(endpoint: Endpoint, username: string): Promise<Session> {
  const account = endpoint.demoAccounts.find((demo) => demo.username === username)
  const payload = {
    username,
    password: account?.password ?? '',
    deviceLabel: 'test',
    deviceKey: createDeviceKeyPair().publicKey,
    replica: null,
  }
  const response = await endpoint.inject({ method: 'POST', url: paths.signIn, payload })
  return sessionSchema.parse(response.json())
}

/** Entities by feed and id. */
export async function readEverything(endpoint: Endpoint, username: string): Promise<readonly EntityState[]> {
  const { token, replica } = await demoSignIn(endpoint, username)
  const entities: WireEntity[] = []
  const request: SyncRequest = {
    v: 1,
    dev: replica,
    inc: '',
    now: 0,
    push: null,
    cur: {},
    pages: {},
    maxBytes: 2_000_000,
  }
  const headers = { authorization: `Bearer ${token}` }
  for (let rounds = 0; rounds < 100; rounds++) {
    const response = await endpoint.inject({ method: 'POST', url: paths.sync, payload: request, headers })
    const answer = syncAnswerSchema.parse(response.json())
    request.inc = answer.inc
    for (const [feed, { snap, after, to }] of Object.entries(answer.feeds)) {
      entities.push(...(snap ?? []))
      delete request.pages[feed]
      if (after === null) request.cur[feed] = to
      else request.pages[feed] = after
    }
    if (!answer.more) break
  }
  return entities.map(entityOfWire).sort((a, b) => (`${a.feed} ${a.entity}` < `${b.feed} ${b.entity}` ? -1 : 1))
}
