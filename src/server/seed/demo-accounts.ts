/**
 * The accounts of a demonstration. Seven can sign in, with one passphrase made for this installation; the others only
 * stand as authors of the seeded records. Each is named by its position, never by a person.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Grant, Role } from '#domain/access/role.ts'
import type { RandomSource } from '#domain/kernel/clock.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { areaOf, demonstrationCohort, monitoringAreas } from '#domain/place/monitoring-areas.ts'
import type { Account } from '#server/store/store-contract.ts'

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly role: Role
  /** Id of the place the role holds in. */
  readonly place: string
  readonly displayName: string
}

interface Position {
  readonly username: string
  readonly role: Role
  readonly place: string
  readonly displayName: string
}

export const LEAD_COMMUNE = 'ls25-06001'
const PROVINCE = 'p20'
const FILE = 'demo-accounts.json'
const OWNER_ONLY = 0o600

/** Those who can sign in, in the order of the table on the terminal. */
const doors: readonly Position[] = [
  { username: 'thuky.doanket', role: 'iso-secretary', place: LEAD_COMMUNE, displayName: 'Thư ký ISO xã Đoàn Kết' },
  { username: 'chutich.doanket', role: 'chairman', place: LEAD_COMMUNE, displayName: 'Chủ tịch UBND xã Đoàn Kết' },
  {
    username: 'danhgia.doanket',
    role: 'internal-auditor',
    place: LEAD_COMMUNE,
    displayName: 'Đánh giá viên nội bộ xã Đoàn Kết',
  },
  {
    username: 'giamsat.trangdinh',
    role: 'area-monitor',
    place: 'area-180',
    displayName: 'Cán bộ theo dõi địa bàn Tràng Định',
  },
  {
    username: 'giamsat.binhgia',
    role: 'area-monitor',
    place: 'area-181',
    displayName: 'Cán bộ theo dõi địa bàn Bình Gia',
  },
  { username: 'sokhcn.langson', role: 'provincial-department', place: PROVINCE, displayName: 'Sở KH&CN tỉnh Lạng Sơn' },
  { username: 'quantri', role: 'administrator', place: PROVINCE, displayName: 'Quản trị hệ thống' },
]

const isOpen = (role: Role, place: string): boolean => doors.some((door) => door.role === role && door.place === place)

/** Authors of the other communes' and areas' records; nobody can sign in as them. */
function silent(): readonly Position[] {
  const communes = demonstrationCohort().flatMap(({ id, code, name }): Position[] => [
    { username: `thuky.${code}`, role: 'iso-secretary', place: id, displayName: `Thư ký ISO xã ${name}` },
    {
      username: `danhgia.${code}`,
      role: 'internal-auditor',
      place: id,
      displayName: `Đánh giá viên nội bộ xã ${name}`,
    },
  ])
  const monitors = monitoringAreas().map(
    ({ id, code, name }): Position => ({
      username: `giamsat.${code}`,
      role: 'area-monitor',
      place: id,
      displayName: `Cán bộ theo dõi địa bàn ${name}`,
    }),
  )
  return [...communes, ...monitors].filter(({ role, place }) => !isOpen(role, place))
}

const idOf = ({ username }: Position): string => `demo.${username}`

export interface DemoPeople {
  readonly accounts: readonly Account[]
  readonly grants: readonly Grant[]
  /** Account of a role in a place. */
  authorOf(role: Role, place: string): string
  monitorOf(commune: string): string
}

export function demoPeople(passwordHash: string, from: LocalDate): DemoPeople {
  const positions = [...doors, ...silent()]
  const authors = new Map(positions.map((position) => [`${position.role} ${position.place}`, idOf(position)]))
  const authorOf = (role: Role, place: string): string => {
    const author = authors.get(`${role} ${place}`)
    if (author === undefined) throw new Error(`no demonstration account for ${role} in ${place}`)
    return author
  }
  return {
    accounts: positions.map((position) => ({
      id: idOf(position),
      username: position.username,
      displayName: position.displayName,
      isIllustrative: true,
      passwordHash: doors.includes(position) ? passwordHash : null,
    })),
    grants: positions.map((position) => ({
      account: idOf(position),
      scope: position.place,
      role: position.role,
      from,
      to: null,
    })),
    authorOf,
    monitorOf: (commune) => authorOf('area-monitor', areaOf(commune)?.id ?? ''),
  }
}

/** Easy to read out and to type on a phone, and hard to guess: fourteen out of thirty-two. */
export function createPassphrase(random: RandomSource): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const text = [...random.bytes(14)].map((byte) => letters[byte % letters.length]).join('')
  return [text.slice(0, 5), text.slice(5, 10), text.slice(10)].join('-')
}

export function writeDemoAccounts(dataDir: string, password: string): void {
  const accounts: readonly DemoAccount[] = doors.map((door) => ({ ...door, password }))
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(path.join(dataDir, FILE), `${JSON.stringify(accounts, null, 2)}\n`, { mode: OWNER_ONLY })
}

/** Empty where the installation has none. */
export function readDemoAccounts(dataDir: string): readonly DemoAccount[] {
  const file = path.join(dataDir, FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly DemoAccount[]) : []
}
