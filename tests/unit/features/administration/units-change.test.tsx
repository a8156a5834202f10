import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import {
  changeOf,
  findPlaces,
  mistakeIn,
  nameWithParent,
  openCommunes,
  outcomeOf,
  type TypedUnits,
  whichUnit,
} from '#features/administration/units-change.ts'
import { UnitsChangeScreen } from '#features/administration/units-change-screen.tsx'
import { aGrant, anAccount, anAdministration, anOverview } from '#support/administration.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, anIdentity, OTHER_UNIT, UNIT } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const on = '2027-01-01' as LocalDate
const merger: TypedUnits = {
  kind: 'merge',
  old: [UNIT, OTHER_UNIT],
  kept: [],
  opened: [{ name: 'Xã Mới', code: '06009' }],
  on,
}
const { places } = anIdentity()

describe('a change of units', () => {
  it('gives a new unit the place of the first old one and an id of its list and year', () => {
    expect(changeOf(merger, places)).toEqual({
      predecessors: [UNIT, OTHER_UNIT],
      successors: [{ id: 'ls27-06009', name: 'Xã Mới', code: '06009', parent: 'area-180' }],
      on,
    })
  })

  it('PLACE-20: a new unit that takes over a code never takes over the id of another unit', () => {
    const known = { id: 'ls27-06009', parent: 'area-180', kind: 'commune', name: 'xã số 9', code: '06009' } as const
    const idsOf = (change: ReturnType<typeof changeOf>) => change?.successors.map(({ id }) => id)
    expect(idsOf(changeOf(merger, [...places, known]))).toEqual(['ls27-06009-2'])
    const split: TypedUnits = {
      ...merger,
      kind: 'split',
      old: [UNIT],
      opened: [
        { name: 'Xã Một', code: '06009' },
        { name: 'Xã Hai', code: '06009' },
      ],
    }
    expect(idsOf(changeOf(split, places))).toEqual(['ls27-06009', 'ls27-06009-2'])
  })

  it('PLACE-19: finds a unit without tone marks by name, code or area, and names what it belongs to', () => {
    const all = [
      { id: 'area-1', parent: 'p20', kind: 'area', name: 'Địa bàn Bình Gia', code: '1' },
      { id: 'area-2', parent: 'p20', kind: 'area', name: 'Địa bàn Chi Lăng', code: '2' },
      { id: 'a', parent: 'area-1', kind: 'commune', name: 'Xã Hoà Bình', code: '06103' },
      { id: 'b', parent: 'area-2', kind: 'commune', name: 'Xã Hòa Bình', code: '06500' },
    ] as const
    const found = (query: string) => findPlaces(openCommunes(all), query, all).map(({ id }) => id)
    expect(found('hoa binh')).toEqual(expect.arrayContaining(['a', 'b']))
    expect(found('hoa binh chi lang')).toEqual(['b'])
    expect(found('06103')).toEqual(['a'])
    expect(nameWithParent(all[2], all)).toBe('Xã Hoà Bình, Địa bàn Bình Gia')
    expect(whichUnit(all[2], all)).toBe('Địa bàn Bình Gia')
    const namesake = { ...all[2], id: 'c' }
    expect(whichUnit(all[2], [...all, namesake])).toBe('Địa bàn Bình Gia · a')
  })

  it('names of a unit that goes on only its id', () => {
    const change = changeOf({ ...merger, old: [UNIT], opened: [], kept: [OTHER_UNIT] }, places)
    expect(change?.successors).toEqual([{ id: OTHER_UNIT, name: '', code: '', parent: '' }])
  })

  it.each<[Partial<TypedUnits>, string]>([
    [{ old: [] }, 'no-old'],
    [{ opened: [{ name: ' ', code: '' }] }, 'no-new'],
    [{ kept: [UNIT] }, 'same'],
    [{ kind: 'split' }, 'one-old'],
    [{ kind: 'split', old: [UNIT] }, 'two-new'],
    [{ opened: [{ name: 'Xã Mới', code: 'sáu' }] }, 'code'],
    [{ on: null }, 'day'],
    [{ on: undefined }, 'day'],
  ])('is not looked at with %j', (wrong, mistake) => {
    expect(mistakeIn({ ...merger, ...wrong })).toBe(mistake)
    expect(changeOf({ ...merger, ...wrong }, places)).toBeUndefined()
  })

  it('concerns the rights that reach over the day, and passes them on only to a single successor', () => {
    const accounts = [
      anAccount({ grants: [aGrant({ to: '2026-12-31' as LocalDate }), aGrant(), aGrant({ scope: 'area-180' })] }),
    ]
    const change = changeOf(merger, places)!
    expect(outcomeOf(change, accounts)).toMatchObject({ grants: [{ grant: { to: null, scope: UNIT } }], passOn: true })
    expect(outcomeOf({ ...change, successors: [...change.successors, ...change.successors] }, accounts).passOn).toBe(
      false,
    )
  })

  it('is put together, looked at, and only then enacted', async () => {
    const { administration, asked } = anAdministration({}, anOverview())
    const { user, container } = await renderScreen((props) => <UnitsChangeScreen {...props} />, {
      store: await aStore(),
      platform: { administration: async () => administration },
    })
    await user.click(await screen.findByRole('button', { name: 'Xem trước những gì thay đổi' }))
    expect(screen.getByText('Chưa chọn đơn vị cũ.')).toBeInTheDocument()
    const old = within(screen.getByRole('region', { name: 'Các đơn vị cũ sẽ đóng sổ' }))
    await user.type(old.getByRole('searchbox'), 'xa so')
    for (const name of [/^xã số 1 \(06001\)/, /^xã số 2 \(06002\)/])
      await user.click(await old.findByRole('checkbox', { name }))
    await user.type(screen.getByLabelText('Đơn vị mới 1: tên'), 'Xã Mới')
    await user.type(screen.getByLabelText('Đơn vị mới 1: mã'), '06009')
    await user.type(screen.getByLabelText('Ngày có hiệu lực'), '01/01/2027')
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Xem trước những gì thay đổi' }))
    expect(await screen.findByText('Vai trò bị ảnh hưởng: 1')).toBeInTheDocument()
    expect(screen.getByText('31/12/2026')).toBeInTheDocument()
    expect(asked).toEqual([])
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Xác nhận thay đổi đơn vị' }))
    expect(await screen.findByText('Đã ghi nhận thay đổi đơn vị')).toBeInTheDocument()
    expect(asked).toEqual([{ what: 'changeUnits', given: [changeOf(merger, places)] }])
  })
})
