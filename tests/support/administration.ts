// An installation as its administrator sees it, and an endpoint that notes what it is asked and answers at once.
import type {
  AdminAccount,
  Administration,
  AdminOverview,
  AdminSystem,
  PlacedGrant,
} from '#data/contract/administration-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { ok } from '#domain/kernel/result.ts'
import { NOW, UNIT } from './store/test-store.ts'

const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const aGrant = (more: Partial<PlacedGrant> = {}): PlacedGrant => ({
  account: 'acc-1',
  scope: UNIT,
  role: 'iso-secretary',
  from: '2026-01-01' as LocalDate,
  to: null,
  place: 'Xã Đoàn Kết',
  ...more,
})

export const anAccount = (more: Partial<AdminAccount> = {}): AdminAccount => ({
  id: 'acc-1',
  username: 'thuky.doanket',
  displayName: 'Thư ký ISO xã Đoàn Kết',
  isIllustrative: false,
  canSignIn: true,
  grants: [aGrant({ role: 'internal-auditor', to: '2026-06-30' as LocalDate }), aGrant()],
  lastSeenMs: NOW - HOUR,
  ...more,
})

export const anOverview = (more: Partial<AdminOverview> = {}): AdminOverview => ({
  nowMs: NOW,
  accounts: [
    anAccount(),
    anAccount({
      id: 'acc-2',
      username: 'khach',
      displayName: 'Tài khoản mới',
      canSignIn: false,
      grants: [],
      lastSeenMs: null,
    }),
  ],
  devices: [
    {
      id: 'r7',
      account: 'acc-1',
      label: 'Android · Chrome',
      createdMs: 0,
      lastSeenMs: NOW - HOUR,
      lastN: 12,
      safeN: 9,
      isRevoked: false,
    },
    {
      id: 'r8',
      account: 'acc-1',
      label: '',
      createdMs: 0,
      lastSeenMs: NOW - 40 * DAY,
      lastN: 3,
      safeN: 3,
      isRevoked: false,
    },
    {
      id: 'r9',
      account: 'acc-2',
      label: 'Máy cũ',
      createdMs: 0,
      lastSeenMs: NOW - 90 * DAY,
      lastN: 1,
      safeN: 1,
      isRevoked: true,
    },
  ],
  quarantine: [
    {
      device: 'r7',
      n: 4,
      account: 'acc-1',
      code: 'access.forbidden',
      kind: 'finding',
      entity: 'f1',
      feed: 'u0/pub',
      receivedMs: NOW,
    },
    {
      device: 'r7',
      n: 5,
      account: 'acc-9',
      code: 'future.code',
      kind: 'risk',
      entity: 'f2',
      feed: 'u0/pub',
      receivedMs: NOW,
    },
  ],
  facts: {
    engine: 'SQLite 3.51.3',
    ops: 1200,
    feeds: 150,
    entities: 900,
    openConflicts: 1,
    quarantined: 2,
    blobs: 6,
    lastBackup: { ops: 1190, atMs: NOW - HOUR },
  },
  ...more,
})

export const aCode = { code: 'K7QM-3F9T-0XWD-HE2R', path: '/sign-in#ma=K7QM-3F9T-0XWD-HE2R', expiresMs: NOW + 7 * DAY }

export const aSystem = (more: Partial<AdminSystem> = {}): AdminSystem => ({
  nowMs: NOW,
  journal: 'in-step',
  disk: { freeBytes: 40e9, totalBytes: 100e9, reserveBytes: 200e6 },
  photos: { quotaBytes: 2e9, usedBytes: 1.9e9, communes: [{ unit: UNIT, name: 'Xã Đoàn Kết', bytes: 1.9e9 }] },
  ...more,
})

/** Everything asked for, in order: the name of the method and what it was given. */
interface Asked {
  readonly what: keyof Administration
  readonly given: readonly unknown[]
}

/** What a test says nothing about is done at once. */
export function anAdministration(more: Partial<Administration> = {}, overview: AdminOverview = anOverview()) {
  const asked: Asked[] = []
  let last: AdminOverview | null = null
  const noted =
    <A extends unknown[], R>(what: keyof Administration, answer: (...given: A) => R) =>
    (...given: A): R => {
      asked.push({ what, given })
      return answer(...given)
    }
  const answers: Administration = {
    last: () => last,
    overview: async () => {
      last = overview
      return ok(overview)
    },
    waiting: async () => ok({ nowMs: NOW, quarantine: overview.quarantine }),
    decide: async () => ok(null),
    addPeople: async (people, dryRun) =>
      ok({
        isDone: dryRun !== true,
        rows: people.map(({ username }, row) => ({
          row,
          username,
          outcome: 'new',
          account: `acc-${username}`,
          problems: [],
          ...(dryRun !== true && { invitation: aCode }),
        })),
      }),
    changeAccount: async () => ok(null),
    issueCode: async () => ok(aCode),
    saveGrant: async () => ok(null),
    leave: async () => ok({ isDone: false, ending: [], given: [], devices: [], waiting: [], vacant: [] }),
    nameDevice: async () => ok(null),
    revokeDevice: async () => ok(null),
    changeUnits: async () => ok(null),
    system: async () => ok(aSystem()),
    providerLinks: async () => ok({ isOn: false, issuerName: '', links: [] }),
    linkProvider: async () => ok(null),
    removePasskeys: async () => ok(null),
    personData: async () => ok({ name: 'so-tay-iso.zip', bytes: new Uint8Array() }),
    erasePreview: async () =>
      ok({ problem: null, goes: [{ what: 'names', count: 1 }], stays: [{ what: 'records', count: 21 }] }),
    erase: async () => ok(null),
    ...more,
  }
  const questions = ['last', 'overview', 'waiting', 'system', 'providerLinks', 'erasePreview']
  const entries = Object.entries(answers).map(([what, answer]) => [
    what,
    questions.includes(what) ? answer : noted(what as keyof Administration, answer as (...given: unknown[]) => unknown),
  ])
  return { administration: Object.fromEntries(entries) as unknown as Administration, asked }
}
