import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { sampleOutline } from '#domain/questionnaire/checklist/sample-forms.ts'
import { InspectionItemScreen } from '#features/inspections/inspection-item-screen.tsx'
import { InspectionMinutesScreen } from '#features/inspections/inspection-minutes-screen.tsx'
import { InspectionScreen } from '#features/inspections/inspection-screen.tsx'
import { NewInspectionScreen } from '#features/inspections/new-inspection-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { aHead } from '../../domain/inspection/inspection-work.ts'
import { seal, storeOf } from './inspection-scene.ts'

const KEY = 'mau-de-cuong-kiem-tra@1'
const FEEDS = [`${UNIT}/pub`, 'p20/plan']

async function withOutline() {
  const store = await storeOf('provincial-department', 'p20')
  valueOf(await store.forms.publish(sampleOutline))
  return store
}

describe('an inspection by an outline of the province', () => {
  it('INS-14: is begun by the outline that was chosen, and shows its parts', async () => {
    const store = await withOutline()
    const opened = await renderScreen((props) => <NewInspectionScreen {...props} />, { store, at: '/inspections/new' })
    await opened.user.selectOptions(await screen.findByLabelText('Đề cương'), KEY)
    await opened.user.selectOptions(screen.getByLabelText('Xã được kiểm tra'), UNIT)
    await opened.user.click(screen.getByRole('radio', { name: /Tại trụ sở/ }))
    await opened.user.click(screen.getByRole('button', { name: 'Lập và bắt đầu' }))
    await waitFor(async () => expect(await store.inspections.list([UNIT])).toHaveLength(1))
    opened.unmount()
    const [item] = await store.inspections.list([UNIT])
    await renderScreen((props) => <InspectionScreen {...props} unit={UNIT} id={item!.id} />, { store })
    const part = await screen.findByRole('list', { name: 'Chỉ đạo và phân công' })
    expect(within(part).getAllByRole('link')).toHaveLength(2)
    expect(screen.getByText('0/3 nội dung')).toBeInTheDocument()
  })

  it('INS-14: shows notes, clause and what to look at with a question, and keeps the answer', async () => {
    const store = await withOutline()
    const id = valueOf(await store.inspections.begin(UNIT, aHead(), KEY))
    const { user } = await renderScreen(
      (props) => <InspectionItemScreen {...props} {...{ unit: UNIT, id }} item="phan_cong" />,
      { store },
    )
    expect(await screen.findByText('Hỏi người phụ trách trước, rồi xem giấy tờ.')).toBeInTheDocument()
    expect(screen.getByText('Khoản 5.3')).toBeInTheDocument()
    expect(screen.getByText('Xem: Quyết định, bảng phân công')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Đạt' }))
    await waitFor(async () => expect((await store.inspections.get(UNIT, id))?.answers['phan_cong']?.result).toBe('met'))
  })

  it('INS-17: says that its form has not arrived, and shows it as soon as it has', async () => {
    const [one, two, relay] = [await withOutline(), await storeOf('inspection-team', 'p20'), new MemoryRelay()]
    const id = valueOf(await one.inspections.begin(UNIT, aHead(), KEY))
    valueOf(await one.inspections.answer(UNIT, id, 'phan_cong', { result: 'met' }))
    await syncAll(one.sync, relay, FEEDS)
    await syncAll(two.sync, relay, FEEDS.slice(0, 1))
    await renderScreen((props) => <InspectionScreen {...props} {...{ unit: UNIT, id }} />, { store: two })
    expect(await screen.findByText(/1 câu trả lời đã ghi vẫn còn/)).toBeInTheDocument()
    await syncAll(two.sync, relay, FEEDS)
    expect(await screen.findByText('1/3 nội dung')).toBeInTheDocument()
  })

  it('INS-16: sealed minutes print the words that were sealed; those of before the words of the program', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const { id, minutes } = await seal(store)
    const sealed = (await store.inspections.get(UNIT, id))!.minutes[0]!.content
    expect(sealed.items[0]?.words?.title.vi).toBe('Ban chỉ đạo, phân công')
    await renderScreen((props) => <InspectionMinutesScreen {...props} {...{ unit: UNIT, id, minutes }} />, { store })
    expect(await screen.findByRole('rowheader', { name: 'Ban chỉ đạo, phân công' })).toBeInTheDocument()
  })
})
