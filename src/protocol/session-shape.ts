/** What a device reads around its session, checked as strictly as the schemas of `session-message.ts` do (PRO-5). */
import type { Identity, Session, WirePlace } from './session-message.ts'
import { isCount, isDay, isFlag, isInt, isText, listOf, nullOr, objectOf, oneOf, recordOf } from './shape.ts'

const isGrant = objectOf<Identity['grants'][number]>(
  { account: isText, scope: isText, role: isText, from: isDay, to: nullOr(isDay), deputyFor: isText },
  ['deputyFor'],
)

const isPlace = objectOf<WirePlace>(
  {
    id: isText,
    parent: nullOr(isText),
    kind: oneOf(['province', 'area', 'commune']),
    name: isText,
    code: isText,
    from: isDay,
    until: isDay,
    successors: listOf(isText),
  },
  ['from', 'until', 'successors'],
)

export const isIdentity = objectOf<Identity>(
  {
    account: objectOf<Identity['account']>({
      id: isText,
      username: isText,
      displayName: isText,
      isIllustrative: isFlag,
    }),
    grants: listOf(isGrant),
    grantsVersion: isText,
    places: listOf(isPlace),
    people: listOf(objectOf<{ id: string; displayName: string }>({ id: isText, displayName: isText })),
    readDays: (value) => isCount(value) && value > 0,
  },
  ['people', 'readDays'],
)

export const isSession = objectOf<Session>(
  {
    token: isText,
    expiresAt: isInt,
    now: isInt,
    replica: isText,
    identity: isIdentity,
    endpointKey: isText,
    former: nullOr(objectOf<{ ack: number }>({ ack: isCount })),
  },
  ['former'],
)

export const isChallenge = objectOf<{ challenge: string }>({ challenge: isText })

export const isProblemBody = objectOf<{ code: string; params?: Readonly<Record<string, string | number>> }>(
  {
    code: isText,
    params: recordOf((value): value is string | number => isText(value) || Number.isFinite(value)),
  },
  ['params'],
)
