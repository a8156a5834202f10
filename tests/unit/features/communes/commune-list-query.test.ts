import { describe, expect, it } from 'vitest'
import { groupRows, readListQuery, selectRows } from '#features/communes/commune-list-query.ts'
import { TODAY } from '#support/store/test-store.ts'

const place = (id: string, name: string) => ({ id, parent: null, kind: 'commune', name, code: id }) as const
const area = { id: 'area-1', parent: 'p20', kind: 'area', name: 'Địa bàn Bình Gia', code: '1' } as const
const rows = [
  { place: place('1', 'Xã Hòa Bình'), area, summary: null },
  { place: place('2', 'Xã Đoàn Kết'), area: null, summary: null },
]
const query = (text: string) => readListQuery(new URLSearchParams(text))
const found = (text: string) => selectRows(rows, query(text), TODAY).map((row) => row.place.id)

describe('the list of communes', () => {
  it('takes what the address says wrongly for "all"', () => {
    expect(query('state=lost&sort=upside-down')).toEqual({ area: null, state: null, sort: 'area', text: '' })
  })

  it('finds by name, area and code, without marks, whatever the order of the words', () => {
    expect(found('q=binh+gia')).toEqual(['1'])
    expect(found('q=ket+doan')).toEqual(['2'])
    expect(found('q=2')).toEqual(['2'])
  })

  it('counts a commune without figures in no state', () => {
    expect(found('state=not-visited')).toEqual([])
    expect(found('state=late')).toEqual([])
  })

  it('is grouped by area only while it is sorted by area', () => {
    expect(groupRows(rows, 'area').map((group) => group.area?.id)).toEqual(['area-1', undefined])
    expect(groupRows(rows, 'name')).toHaveLength(1)
    expect(groupRows([], 'name')).toEqual([])
  })

  it('leaves the rows it was given in their order', () => {
    selectRows(rows, query('sort=name'), TODAY)
    expect(rows.map((row) => row.place.id)).toEqual(['1', '2'])
  })
})
