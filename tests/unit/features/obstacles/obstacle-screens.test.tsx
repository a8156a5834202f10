import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { addDays, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { NewObstacleScreen } from '#features/obstacles/new-obstacle-screen.tsx'
import { ObstacleScreen } from '#features/obstacles/obstacle-screen.tsx'
import { ObstaclesScreen } from '#features/obstacles/obstacles-screen.tsx'
import { ObstaclesSection } from '#features/obstacles-section.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { anIdentity, aStore, NOW, OTHER_UNIT, TODAY, UNIT } from '#support/store/test-store.ts'

/** At once: a letter at a time would only be slow. */
async function fill(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.click(field)
  await user.paste(text)
}

const department = {
  ...anIdentity('b1', 'acc-department'),
  grants: [
    { account: 'acc-department', scope: 'p20', role: 'provincial-department', from: '2026-01-01', to: null },
  ] as never,
}

const raised = (unit: string, entity: string, fields: Record<string, string | null>) => ({
  feed: `${unit}/pub`,
  kind: 'obstacle',
  entity,
  fields: { unit, stage: null, raisedOn: '2026-11-10', state: 'open', ...fields },
  at: NOW - 1000,
})

describe('obstacles of a commune', () => {
  it('OBS-1: teaches while there are none, and says what is missing when one is sent without words', async () => {
    const store = await aStore()
    const { unmount } = await renderScreen((props) => <ObstaclesScreen {...props} query={{}} />, { store })
    expect(await screen.findByText('Chưa có vướng mắc nào')).toBeInTheDocument()
    expect(screen.getAllByRole('link', { name: 'Nêu vướng mắc' })[0]).toHaveAttribute(
      'href',
      `/obstacles/new?unit=${UNIT}`,
    )
    unmount()
    const drawn = await renderScreen((props) => <NewObstacleScreen {...props} query={{ stage: 'G4' }} />, { store })
    expect(screen.getByLabelText('Vướng ở giai đoạn nào')).toHaveValue('G4')
    await drawn.user.click(screen.getByRole('button', { name: 'Gửi vướng mắc' }))
    expect(await screen.findByText(/Chưa ghi đang vướng ở đâu/)).toBeInTheDocument()
    await fill(drawn.user, screen.getByLabelText(/Đang vướng gì/), 'Chưa có mẫu đất đai')
    await drawn.user.click(screen.getByRole('button', { name: 'Gửi vướng mắc' }))
    expect(await screen.findByText(/Đã lưu trên máy/)).toBeInTheDocument()
    expect(await store.obstacles.list([UNIT])).toMatchObject([{ text: 'Chưa có mẫu đất đai', stage: 'G4' }])
  })

  it('OBS-6: beside a stage stand those that wait, of that stage or of the whole work', async () => {
    const store = await aStore()
    await receive(store, raised(UNIT, 'o-1', { text: 'Của giai đoạn khác', stage: 'G7' }))
    await receive(store, raised(UNIT, 'o-2', { text: 'Đã xong', state: 'settled' }))
    await receive(store, raised(UNIT, 'o-3', { text: 'Thiếu người', dueOn: addDays(TODAY, -2) }))
    await renderScreen((props) => <ObstaclesSection screen={props} unit={UNIT} stage="G4" />, { store })
    const rows = await screen.findByRole('list', { name: 'Vướng mắc' })
    expect(within(rows).getAllByRole('link')).toHaveLength(1)
    expect(rows).toHaveTextContent(/Thiếu người.*Quá hạn trả lời 2 ngày/)
  })

  it('OBS-2: the commune settles an answered one with one tap', async () => {
    const store = await aStore()
    await receive(store, raised(UNIT, 'o-1', { text: 'Thiếu mẫu', state: 'answered', answer: 'Dùng mẫu 5' }))
    const { user } = await renderScreen((props) => <ObstacleScreen {...props} unit={UNIT} id="o-1" />, { store })
    expect(await screen.findByText('Dùng mẫu 5')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Trả lời' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Đã gỡ được' }))
    expect(await screen.findByRole('button', { name: 'Vẫn còn vướng' })).toBeInTheDocument()
    await waitFor(async () => expect(await store.obstacles.list([UNIT])).toMatchObject([{ state: 'settled' }]))
  })
})

describe('obstacles at the department', () => {
  it('OBS-3, OBS-5: shows what waits, filtered by who has it, and takes an owner with a day', async () => {
    const store = await aStore({ identity: department })
    await receive(store, raised(UNIT, 'o-1', { text: 'Việc của xã 1', owner: 'Văn phòng sở' }))
    await receive(store, raised(OTHER_UNIT, 'o-2', { text: 'Việc của xã 2' }))
    const list = await renderScreen((props) => <ObstaclesScreen {...props} query={{ owner: 'none' }} />, { store })
    expect(await screen.findByText('1 vướng mắc')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Việc của xã 2.*xã số 2/ })).toBeInTheDocument()
    list.unmount()
    const { user } = await renderScreen((props) => <ObstacleScreen {...props} unit={OTHER_UNIT} id="o-2" />, { store })
    await fill(user, await screen.findByLabelText('Chức danh phụ trách ở sở'), 'Phòng Quản lý')
    await fill(user, screen.getByLabelText(/Hạn trả lời/), '31/11/2026')
    await user.click(screen.getByRole('button', { name: 'Lưu phụ trách' }))
    expect(await screen.findByText(/không có trong lịch|không tồn tại/i)).toBeInTheDocument()
    await user.clear(screen.getByLabelText(/Hạn trả lời/))
    await fill(user, screen.getByLabelText(/Hạn trả lời/), formatLocalDate('2026-11-30' as LocalDate))
    await user.click(screen.getByRole('button', { name: 'Lưu phụ trách' }))
    expect(await screen.findByText(/Đã lưu trên máy/)).toBeInTheDocument()
    expect(await store.obstacles.list([OTHER_UNIT])).toMatchObject([
      { owner: 'Phòng Quản lý', dueOn: '2026-11-30', state: 'open' },
    ])
    await user.click(screen.getByRole('button', { name: 'Trả lời' }))
    await fill(user, within(screen.getByRole('dialog')).getByLabelText('Trả lời'), 'Đã gửi mẫu')
    await user.click(screen.getByRole('button', { name: 'Gửi trả lời' }))
    // The words also stand in the box of the dialog, which goes first.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText('Đã gửi mẫu')).toBeInTheDocument()
    expect(await store.obstacles.list([OTHER_UNIT])).toMatchObject([{ state: 'answered', answer: 'Đã gửi mẫu' }])
  })
})
