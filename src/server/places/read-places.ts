/**
 * The units of a province out of an operator's list (END-113): one province, areas where communes are followed in groups,
 * and communes. Every row is judged and every fault told with its row, so that a list is mended once and not line by line.
 */
import type { WirePlace } from '#protocol/session-message.ts'
import { type PlaceFault, UnusablePlacesError } from './place-fault.ts'
import { type PlaceColumn, placeRows, type PlaceRow } from './place-rows.ts'
import { knownUnitId } from './province-places.ts'

type PlaceKind = WirePlace['kind']

/** The word for the kind in the list, and the one that stands before the name on the screen. */
const kinds: Readonly<Record<string, readonly [kind: PlaceKind, word: string]>> = {
  province: ['province', ''],
  tỉnh: ['province', 'Tỉnh'],
  'thành phố': ['province', 'Thành phố'],
  area: ['area', ''],
  'địa bàn': ['area', 'Địa bàn'],
  commune: ['commune', ''],
  xã: ['commune', 'Xã'],
  phường: ['commune', 'Phường'],
  'đặc khu': ['commune', 'Đặc khu'],
}

const CODE = /^[0-9A-Za-z]{1,12}$/
const [MOST_ROWS, LONGEST_NAME] = [2000, 120]

const kindOf = ({ kind }: PlaceRow) => kinds[kind.toLowerCase()]

function nameOf({ name }: PlaceRow, word: string): string {
  const hasWord = word === '' || name.toLowerCase().startsWith(`${word.toLowerCase()} `)
  return hasWord ? name : `${word} ${name}`
}

/** What is wrong with a row by itself. */
function rowFaults(row: PlaceRow): readonly PlaceFault[] {
  const fault = (column: PlaceColumn, what: PlaceFault['what']): PlaceFault => ({ row: row.row, column, what })
  const faults: PlaceFault[] = []
  if (row.code === '') faults.push(fault('code', 'missing'))
  else if (!CODE.test(row.code)) faults.push(fault('code', 'unfit'))
  if (row.kind === '') faults.push(fault('kind', 'missing'))
  else if (!kindOf(row)) faults.push(fault('kind', 'unknown'))
  if (row.name === '') faults.push(fault('name', 'missing'))
  else if (row.name.length > LONGEST_NAME) faults.push(fault('name', 'too-long'))
  return faults
}

const idOf = (kind: PlaceKind, code: string, province: PlaceRow): string => {
  if (kind === 'province') return `p${code.toLowerCase()}`
  if (kind === 'area') return `area-${code.toLowerCase()}`
  const provinceId = idOf('province', province.code, province)
  return knownUnitId(provinceId, code) ?? `u${province.code}-${code}`.toLowerCase()
}

/** What is wrong with the rows together; `province` is the only one. */
function treeFaults(rows: readonly PlaceRow[], province: PlaceRow): readonly PlaceFault[] {
  const seen = new Set<string>()
  const areas = new Set(rows.filter((row) => kindOf(row)?.[0] === 'area').map(({ code }) => code))
  return rows.flatMap((row) => {
    const [kind] = kindOf(row) ?? []
    const isTwice = seen.has(row.code)
    seen.add(row.code)
    const isUnderArea = kind === 'commune' && areas.has(row.parent)
    const isPlaced = kind === 'province' ? row.parent === '' : ['', province.code].includes(row.parent) || isUnderArea
    return [
      ...(isTwice ? [{ row: row.row, column: 'code', what: 'twice' } as const] : []),
      ...(isPlaced ? [] : [{ row: row.row, column: 'parent', what: 'unknown' } as const]),
    ]
  })
}

function placeOf(row: PlaceRow, province: PlaceRow): WirePlace {
  const [kind, word] = kindOf(row) ?? (['commune', ''] as const)
  const provinceId = idOf('province', province.code, province)
  const isUnderProvince = row.parent === '' || row.parent === province.code
  const parent = kind === 'province' ? null : isUnderProvince ? provinceId : idOf('area', row.parent, province)
  return { id: idOf(kind, row.code, province), parent, kind, name: nameOf(row, word), code: row.code }
}

/** In the order a directory has: the province, its areas, its communes. */
const ORDER: readonly PlaceKind[] = ['province', 'area', 'commune']

/** Throws `UnusablePlacesError` with every fault. `source` names the list to whoever reads the terminal. */
export function readPlaces(file: string, source: string): readonly WirePlace[] {
  const whole = (what: PlaceFault['what']) => new UnusablePlacesError(source, [{ row: 0, column: null, what }])
  const rows = placeRows(file)
  if (rows === null) throw whole('no-list')
  if (rows.length > MOST_ROWS) throw whole('too-long')
  const provinces = rows.filter((row) => kindOf(row)?.[0] === 'province')
  const [province] = provinces
  const faults = [...rows.flatMap(rowFaults), ...(province && provinces.length === 1 ? treeFaults(rows, province) : [])]
  if (provinces.length !== 1) faults.push({ row: provinces[1]?.row ?? 0, column: null, what: 'one-province' })
  if (!rows.some((row) => kindOf(row)?.[0] === 'commune')) faults.push({ row: 0, column: null, what: 'no-commune' })
  if (!province || faults.length > 0)
    throw new UnusablePlacesError(
      source,
      faults.sort((a, b) => a.row - b.row),
    )
  return rows.map((row) => placeOf(row, province)).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}
