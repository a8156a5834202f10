// The endpoint's folder before the bench: one commune, one ISO secretary, no records. The demonstration is left out,
// because its records would travel along and be counted.
import path from 'node:path'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { createPasswordHasher } from '#server/session/password-hasher.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { findSqlite } from '#server/store/sqlite/sqlite-surface.ts'
import { UNIT } from '../page/payload.ts'

export const ACCOUNT = 'demo.thuky.doanket'
export const person = { username: 'thuky', password: 'mat-khau-cua-bai-do' }

const places = [
  { id: 'p20', parent: null, kind: 'province' as const, name: 'Lạng Sơn', code: '20' },
  { id: 'area-180', parent: 'p20', kind: 'area' as const, name: 'Tràng Định', code: '180' },
  { id: UNIT, parent: 'area-180', kind: 'commune' as const, name: 'Đoàn Kết', code: '06001' },
]

export async function fillProvince(folder: string): Promise<void> {
  const driver = await findSqlite()
  if (!driver.ok) throw new Error('no usable SQLite')
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }
  const store = openSqliteStore({
    folder,
    backupFolder: path.join(folder, 'backups'),
    driver: driver.value,
    random,
  })
  const passwords = await createPasswordHasher({ memoryCost: 64, timeCost: 1, parallelism: 1 })
  await store.savePlaces(places)
  const account = {
    id: ACCOUNT,
    username: person.username,
    displayName: 'Thư ký ISO xã Đoàn Kết',
    isIllustrative: true,
  }
  await store.saveAccounts(
    [{ ...account, passwordHash: await passwords.hash(person.password) }],
    [{ account: ACCOUNT, role: 'iso-secretary', scope: UNIT, from: '2025-07-01' as LocalDate, to: null }],
  )
  await store.close()
}
