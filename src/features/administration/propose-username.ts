// A sign-in name out of what somebody does and where, without tone marks: `thuky.doanket`. It names a position, never a
// person, so it can be handed on and can be guessed by nobody's birthday.
import type { Role } from '#domain/access/role.ts'
import { searchKey } from '#domain/kernel/search-key.ts'

const wordOf: Readonly<Record<Role, string>> = {
  chairman: 'chutich',
  'vice-chairman': 'phochutich',
  'iso-secretary': 'thuky',
  'internal-auditor': 'danhgia',
  'professional-officer': 'chuyenmon',
  'area-monitor': 'giamsat',
  consultant: 'tuvan',
  'provincial-department': 'so',
  'inspection-team': 'doankiemtra',
  'provincial-leadership': 'lanhdao',
  ministry: 'bo',
  administrator: 'quantri',
}

const TYPE_WORD = /^(xa|phuong|thi tran|dac khu|dia ban|huyen|thanh pho|thi xa|tinh) /

/** The name of a place without the word for what it is, folded: `hoa binh`. */
export const bareName = (name: string): string => searchKey(name).replace(TYPE_WORD, '')

const letters = (text: string): string => text.replace(/[^a-z0-9]/g, '')

const USERNAME = /^[a-z0-9._-]{3,40}$/

/** As the endpoint takes it. */
export const isUsername = (text: string): boolean => USERNAME.test(text)

/** Room for a number behind it. */
const LONGEST = 36

/** The first free of `thuky.doanket`, `thuky.doanket2` …; `isTaken` is asked for each. */
export function proposeUsername(role: Role, placeName: string, isTaken: (username: string) => boolean): string {
  const base = `${wordOf[role]}.${letters(bareName(placeName))}`.slice(0, LONGEST).replace(/\.$/, '')
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}${count}`
    if (!isTaken(name)) return name
  }
}
