import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { communeOptions } from '#features/commune-options.ts'
import { CorrectiveActionsScreen } from '#features/corrective-action/corrective-actions-screen.tsx'
import { CorrectiveScreen } from '#features/corrective-action/corrective-screen.tsx'
import { MergerScreen } from '#features/mergers/merger-screen.tsx'
import { MergersScreen } from '#features/mergers/mergers-screen.tsx'
import { NeedsOfMergers } from '#features/needs-of-mergers.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aStore, anIdentity, OTHER_UNIT, UNIT } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const OLD = 'ls17-05998'

async function mergedStore(successors: readonly string[] = [UNIT]): Promise<OpenedPersonStore> {
  const identity = anIdentity()
  const gone = {
    id: OLD,
    parent: 'area-180',
    kind: 'commune',
    name: 'Xã Cũ',
    code: '05998',
    until: '2025-06-30',
  } as const
  return aStore({ identity: { ...identity, places: [...identity.places, { ...gone, successors }] } })
}

const request = (store: OpenedPersonStore, entity: string, dueOn: string) =>
  receive(store, {
    feed: `${OLD}/pub`,
    kind: 'corrective-action',
    entity,
    fields: {
      unit: OLD,
      number: `PKP-${entity}`,
      issuedOn: '2025-05-10',
      source: 'self-found',
      grade: 'minor',
      clause: '8.5.1',
      description: `Việc ${entity}`,
      requirement: 'Đúng hẹn',
      dueOn: { ...writtenDate(dueOn) },
    },
  })

/** The same person with fewer rights. */
const ofPerson = (props: ScreenProps, may: (kind: string) => boolean): ScreenProps => ({
  ...props,
  person: { ...props.person, may: (kind, feed, type) => may(kind) && props.person.may(kind, feed, type) },
})

describe('who inherits, on the screen', () => {
  it('INH-3, INH-12: what is plain is taken over at once, what asks for a day stays and says so', async () => {
    const store = await mergedStore()
    await request(store, 'mot', '31/12/2026')
    await request(store, 'hai', '30/06/2025')
    const { user, container } = await renderScreen((props) => <MergersScreen {...props} />, { store, at: '/mergers' })
    expect(await screen.findByText('Việc mot')).toBeInTheDocument()
    expect(screen.getByText(/Còn 1 hồ sơ cần quyết định riêng/)).toBeInTheDocument()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Nhận 1 hồ sơ theo đề xuất' }))
    expect(await screen.findByText('Đã nhận 1 hồ sơ, đã lưu trên máy')).toBeInTheDocument()
    expect(await store.corrective.list([UNIT])).toHaveLength(1)
    expect(await screen.findByRole('radio', { name: 'Đang chờ (1)' })).toBeInTheDocument()
  })

  it('INH-7: asks for a new day where the former has passed, keeps what was typed, and decides', async () => {
    const store = await mergedStore()
    await request(store, 'hai', '30/06/2025')
    const draw = () => renderScreen((props) => <MergerScreen {...props} unit={OLD} record="hai" />, { store })
    const { user, container } = await draw()
    expect(await screen.findByRole('radio', { name: /xã số 1 kế thừa/ })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }))
    expect(await screen.findByText(/cần một hạn mới/)).toBeInTheDocument()
    await user.type(screen.getByLabelText(/Hạn mới/), '15/12/2026')
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }))
    expect(await screen.findByText('Đã ghi quyết định, đã lưu trên máy')).toBeInTheDocument()
    expect((await store.corrective.list([UNIT]))[0]?.dueOn?.date).toBe('2026-12-15')
  })

  it('INH-2, INH-6: of a divided unit nothing is chosen beforehand; ending needs a reason', async () => {
    const store = await mergedStore([UNIT, OTHER_UNIT])
    await request(store, 'mot', '31/12/2026')
    const { user } = await renderScreen((props) => <MergerScreen {...props} unit={OLD} record="mot" />, { store })
    expect(await screen.findByText('Không đề xuất: cần người quyết định')).toBeInTheDocument()
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked()
    // Only one's own commune can be named.
    expect(screen.queryByRole('radio', { name: /xã số 2/ })).toBeNull()
    await user.click(screen.getByRole('radio', { name: /Không kế thừa/ }))
    await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }))
    expect(await screen.findByText(/Cần ghi lý do/)).toBeInTheDocument()
  })

  it('INH-13: whoever follows the heir can end a procedure only, and is told why', async () => {
    const store = await mergedStore()
    await receive(store, {
      feed: `${OLD}/pub`,
      kind: 'procedure',
      entity: 'prc',
      fields: { unit: OLD, code: 'QT-01', name: 'Đăng ký khai sinh', field: 'Hộ tịch', days: 1, state: 'in-use' },
    })
    const isNoProcedure = (kind: string) => kind !== 'procedure'
    await renderScreen((props) => <MergerScreen {...ofPerson(props, isNoProcedure)} unit={OLD} record="prc" />, {
      store,
    })
    expect(await screen.findAllByRole('radio')).toHaveLength(1)
    expect(screen.getByRole('radio', { name: /Không kế thừa/ })).not.toBeChecked()
    expect(screen.getByText(/nhận tiếp một quy trình là việc của chính đơn vị mới/)).toBeInTheDocument()
  })

  it('INH-4, INH-10: what was taken over is let go on purpose only, and never taken over twice', async () => {
    const store = await mergedStore()
    await request(store, 'mot', '31/12/2026')
    await store.inheritances.decide(OLD, 'mot', { decision: 'taken-over', heir: UNIT })
    const { user } = await renderScreen((props) => <MergerScreen {...props} unit={OLD} record="mot" />, { store })
    await user.click(await screen.findByText('Đổi quyết định'))
    expect(screen.queryByRole('radio', { name: /^xã số 1 kế thừa/ })).toBeNull()
    await user.click(screen.getByRole('radio', { name: /xã số 1 thôi kế thừa/ }))
    await user.type(screen.getByRole('textbox', { name: 'Lý do' }), 'Nhận nhầm từ đơn vị khác')
    await user.click(screen.getByRole('button', { name: 'Ghi quyết định' }))
    expect(await screen.findByText('Đã ghi quyết định, đã lưu trên máy')).toBeInTheDocument()
    expect((await store.inheritances.of(OLD, 'mot'))?.standing).toBe('ended')
    expect(await store.corrective.list([UNIT])).toHaveLength(1)
  })

  it('INH-3: stands in the list of corrective actions of the heir with its origin, and on the first screen', async () => {
    const store = await mergedStore()
    await request(store, 'mot', '31/12/2026')
    await renderScreen(
      (props) => (
        <>
          <NeedsOfMergers screen={props} />
          <CorrectiveActionsScreen {...props} />
        </>
      ),
      { store },
    )
    const list = within(await screen.findByRole('list', { name: /1 hồ sơ của đơn vị cũ/ }))
    expect(list.getByText(/Của Xã Cũ \(đơn vị cũ\)/)).toBeInTheDocument()
    expect(screen.getByText('Của Xã Cũ. Anh/chị quyết định để việc còn dở được làm tiếp.')).toBeInTheDocument()
  })

  it('INH-9: the former record leads to the one that goes on, and that one back', async () => {
    const store = await mergedStore()
    await request(store, 'mot', '31/12/2026')
    await store.inheritances.decide(OLD, 'mot', { decision: 'taken-over', heir: UNIT })
    const [next] = await store.corrective.list([UNIT])
    const former = await renderScreen((props) => <CorrectiveScreen {...props} unit={OLD} id="mot" />, { store })
    expect(await screen.findByText('xã số 1 đã kế thừa hồ sơ này')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Mở hồ sơ làm tiếp' })).toHaveAttribute(
      'href',
      `/corrective-actions/${UNIT}/${next?.id}`,
    )
    former.unmount()
    await renderScreen((props) => <CorrectiveScreen {...props} unit={UNIT} id={next?.id ?? ''} />, { store })
    expect(await screen.findByText('Kế thừa từ Xã Cũ')).toBeInTheDocument()
    expect(screen.getAllByRole('link', { name: 'Mở hồ sơ cũ' }).map((link) => link.getAttribute('href'))).toEqual([
      `/corrective-actions/${OLD}/mot`,
    ])
  })

  it('PLACE-19: a commune is chosen with its area where the person has communes of several', async () => {
    const store = await aStore()
    const place = (id: string, parent: string) => ({
      id,
      parent,
      kind: 'commune' as const,
      name: 'Xã Hòa Bình',
      code: id,
    })
    const options = (communes: readonly Place[]) =>
      communeOptions({ store, person: { communes } as unknown as ScreenProps['person'] }).map(({ label }) => label)
    expect(options([place('a', 'area-180'), place('b', 'p20')])).toEqual([
      'Xã Hòa Bình, địa bàn số 1',
      'Xã Hòa Bình, tỉnh Lạng Sơn',
    ])
    expect(options([place('a', 'area-180')])).toEqual(['Xã Hòa Bình'])
  })

  it('teaches what will be here while no unit merged', async () => {
    await renderScreen((props) => <MergersScreen {...props} />, { store: await aStore(), language: 'en' })
    expect(await screen.findByRole('heading', { name: 'No unit has merged or been divided yet' })).toBeInTheDocument()
  })
})
