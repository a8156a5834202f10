// A store of the province as it would have been: the records of each day arrive from the endpoint in the evening, and the
// day after everything is read from the device alone.
import { hlcAt } from '#domain/change/hlc.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { langSon2017Districts } from '#domain/place/lang-son-2017.ts'
import { plan174Cohort } from '#domain/place/plan-174-cohort.ts'
import type { Place, StoredIdentity } from '#data/contract/store-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { answer, receivePlan } from '#support/store/receive.ts'
import { aClock, aStore, type TestClock } from '#support/store/test-store.ts'
import { asFields, dayAt, type Happening } from './happenings.ts'

const places: readonly Place[] = [
  { id: 'p20', parent: null, kind: 'province', name: 'tỉnh Lạng Sơn', code: '20' },
  ...langSon2017Districts().map(({ id, name, code }): Place => ({ id, parent: 'p20', kind: 'area', name, code })),
  ...plan174Cohort().map(
    ({ id, name, code, parentId }): Place => ({ id, parent: parentId, kind: 'commune', name, code }),
  ),
]

const identity: StoredIdentity = {
  account: { id: 'acc-department', username: 'so-khcn', displayName: 'Người dùng minh họa', isIllustrative: true },
  replica: 'a1',
  grants: [
    {
      account: 'acc-department',
      scope: 'p20',
      role: 'provincial-department',
      from: '2017-01-01' as LocalDate,
      to: null,
    },
  ],
  places,
}

const momentOf = (day: number): number => Date.parse(`${dayAt(day)}T02:00:00Z`)

export interface Replay {
  readonly store: OpenedPersonStore
  readonly clock: TestClock
  /** Takes in what was written on a day. */
  take(day: number, happenings: readonly Happening[]): Promise<void>
}

export async function openReplay(): Promise<Replay> {
  const clock = aClock(momentOf(0))
  const store = await aStore({ clock, identity })
  await receivePlan(store, plan174)
  let n = 1_000_000
  const opOf = (day: number, { unit, kind, entity, by, fields }: Happening): Op => {
    n += 1
    const f = Object.fromEntries(
      Object.entries(asFields(fields)).map(([name, value]: [string, JsonValue]): [string, FieldWrite] => [
        name,
        [value],
      ]),
    )
    return {
      d: 'lang-son',
      n,
      h: hlcAt(momentOf(day)) + (n % 10_000),
      s: `${unit}/pub`,
      k: kind,
      e: entity,
      u: by,
      sv: 1,
      f,
    }
  }
  return {
    store,
    clock,
    take: async (day, happenings) => {
      clock.at = momentOf(day)
      const feeds = new Map<string, Op[]>()
      for (const happening of happenings) {
        const op = opOf(day, happening)
        const known = feeds.get(op.s)
        if (known) known.push(op)
        else feeds.set(op.s, [op])
      }
      if (feeds.size === 0) return
      await answer(store, {
        feeds: [...feeds].map(([feed, ops]) => ({ feed, ops, snap: null, after: null, to: ops.at(-1)?.n ?? n })),
      })
    },
  }
}
