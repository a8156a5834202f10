// Who somebody is in a rehearsal: leader, secretary and auditor of a commune that no list of units has (DAY-17). Nothing of
// it was given by an endpoint, so no endpoint would take anything written under it.
import type { DevicePerson } from '#data/contract/device-store-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Role } from '#domain/access/role.ts'
import { addMonths, type LocalDate } from '#domain/kernel/local-date.ts'

/** Names the database, and no store of a person: those carry ids given at sign-in. */
export const REHEARSAL_STORE = 'rehearsal'
export const REHEARSAL_PROVINCE = 'rehearsal-province'
export const REHEARSAL_UNIT = 'rehearsal-commune'
export const LEARNER = 'rehearsal.learner'
export const TEACHER = 'rehearsal.monitor'

const PROVINCE_NAME = 'Tỉnh Diễn Tập (không có thật)'
const UNIT_NAME = 'Xã Diễn Tập (không có thật)'
const LEARNER_NAME = 'Người học (diễn tập)'

const roles: readonly Role[] = ['iso-secretary', 'chairman', 'internal-auditor']

export const rehearsalIdentity = (today: LocalDate, replica: string): StoredIdentity => ({
  account: { id: LEARNER, username: LEARNER, displayName: LEARNER_NAME, isIllustrative: true },
  replica,
  grants: roles.map((role) => ({
    account: LEARNER,
    scope: REHEARSAL_UNIT,
    role,
    from: addMonths(today, -12),
    to: null,
  })),
  places: [
    { id: REHEARSAL_PROVINCE, parent: null, kind: 'province', name: PROVINCE_NAME, code: '00' },
    { id: REHEARSAL_UNIT, parent: REHEARSAL_PROVINCE, kind: 'commune', name: UNIT_NAME, code: '00000' },
  ],
  people: [
    { id: LEARNER, displayName: LEARNER_NAME },
    { id: TEACHER, displayName: 'Người theo dõi địa bàn (diễn tập)' },
  ],
})

/** As the frame expects somebody at work; it is never written into the list of people of the device. */
export const rehearsalPerson = (nowMs: number): DevicePerson => ({
  storeId: REHEARSAL_STORE,
  username: LEARNER,
  displayName: LEARNER_NAME,
  place: UNIT_NAME,
  replica: null,
  lastUsedAt: nowMs,
})
