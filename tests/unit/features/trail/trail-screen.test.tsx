import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TrailAccess, TrailLine, TrailQuestion } from '#data/contract/trail-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { OwnDataSection } from '#features/own-data-section.tsx'
import { TrailScreen } from '#features/trail/trail-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, NOW } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const aLine = (num: number, more: Partial<TrailLine> = {}): TrailLine => ({
  chain: 'office',
  num,
  atMs: NOW - num,
  type: 'sign-in',
  account: 'a1',
  accountName: 'Thư ký ISO xã Đoàn Kết',
  subject: '',
  device: 'd1',
  deviceLabel: 'Máy tính bảng 1',
  place: '',
  ...more,
})

function anAccess(lines: readonly TrailLine[], more: Partial<TrailAccess> = {}) {
  const asked: TrailQuestion[] = []
  const access: TrailAccess = {
    page: async (question) => {
      asked.push(question)
      if (question.before !== undefined) return ok({ entries: [], next: null })
      return ok({ entries: lines, next: lines.length > 1 ? '1.1.office' : null })
    },
    ownData: async () => err({ code: 'network.offline' }),
    ...more,
  }
  return { asked, platform: { trail: async () => access } }
}

const sentences = () => within(screen.getByRole('list', { name: 'Các việc, mới nhất trước' })).getAllByRole('listitem')

describe('the screen of the trail', () => {
  it('TRL-20: says what was exported and looked at, and names what a newer version noted by its own word', async () => {
    const note = { action: 'look', what: 'submission', form: '', unitName: 'xã Đoàn Kết' }
    const activities = [note, note, { action: 'export', what: 'progress-report', form: 'print', unitName: null }]
    const newer = [{ action: 'export', what: 'map', form: 'gpx', unitName: null }]
    const { platform } = anAccess([
      aLine(1, { type: 'ops', chain: 'x/log', detail: { activities } }),
      aLine(2, { type: 'ops', chain: 'x/log', detail: { activities: newer } }),
    ])
    await renderScreen((props) => <TrailScreen {...props} />, { store: await aStore(), platform })
    await screen.findByText(/mở xem/)
    const [first, second] = sentences()
    expect(first).toHaveTextContent(
      'Thư ký ISO xã Đoàn Kết mở xem bản gửi đánh giá của xã Đoàn Kết; xuất báo cáo tiến độ (in)',
    )
    expect(second).toHaveTextContent('xuất map (gpx)')
  })

  it('says in sentences who did what, when and on which device', async () => {
    const { platform } = anAccess([
      aLine(1),
      aLine(2, {
        chain: 'x/self',
        type: 'ops',
        kinds: { answer: 2, evidence: 1 },
        place: 'x/self',
        placeName: 'Xã Đoàn Kết',
      }),
      aLine(3, {
        type: 'handed-out',
        accountName: undefined,
        place: 'x/pub',
        placeName: 'Xã Đoàn Kết',
        detail: { whole: true },
      }),
      aLine(4, { type: 'sign-in-refused', account: '', accountName: undefined, subject: 'a1', subjectName: 'Thư ký' }),
      aLine(5, { type: 'something-newer' }),
    ])
    const { container } = await renderScreen((props) => <TrailScreen {...props} />, { store: await aStore(), platform })
    await screen.findByText('Thư ký ISO xã Đoàn Kết đăng nhập')
    const texts = sentences().map(({ textContent }) => textContent)
    expect(texts[0]).toContain('trên máy Máy tính bảng 1')
    expect(texts[1]).toContain('ghi 3 thay đổi (câu trả lời, ảnh minh chứng) ở Xã Đoàn Kết')
    expect(texts[2]).toContain('Người đã được xóa tên nhận về máy dữ liệu của Xã Đoàn Kết lần đầu')
    expect(texts[3]).toContain('Có người thử đăng nhập bằng tài khoản Thư ký nhưng không được')
    expect(texts[4]).toContain('something-newer')
    await expectAxeClean(container)
  })

  it('asks by kind and person, reads on where there is more, and shows the record it was opened from', async () => {
    const { asked, platform } = anAccess([aLine(1), aLine(2)])
    const { user } = await renderScreen(
      (props) => <TrailScreen {...props} query={{ feed: 'x/self', entity: 'ans' }} />,
      {
        store: await aStore(),
        platform,
      },
    )
    await user.click(await screen.findByRole('button', { name: 'Xem thêm' }))
    await user.click(screen.getByRole('radio', { name: 'Của tôi' }))
    await user.selectOptions(screen.getByLabelText('Loại việc'), 'grant')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Người' }), 'a1')
    expect(asked[0]).toEqual({ of: 'record', feed: 'x/self', entity: 'ans' })
    expect(asked[1]).toMatchObject({ before: '1.1.office' })
    expect(asked.at(-1)).toEqual({ of: 'me', types: ['grant'], account: 'a1' })
  })

  it('says what is wrong without a network, and asks again', async () => {
    let failing: Problem | null = { code: 'network.offline' }
    const { platform } = anAccess([], {
      page: async () => (failing ? err(failing) : ok({ entries: [], next: null })),
    })
    const { user } = await renderScreen((props) => <TrailScreen {...props} />, { store: await aStore(), platform })
    const notice = await screen.findByRole('alert')
    expect(notice.textContent).toContain('Chưa đọc được dấu vết')
    failing = null
    await user.click(within(notice).getByRole('button'))
    expect(await screen.findByText('Chưa có dấu vết nào')).toBeDefined()
  })
})

describe('the person’s own data in the settings', () => {
  it('PER-4: is downloaded as one file, and a failure is said', async () => {
    const saved: string[] = []
    let answer: Awaited<ReturnType<TrailAccess['ownData']>> = err({ code: 'network.offline' })
    const { platform } = anAccess([], {
      ownData: async (words) => {
        saved.push(words.sectionName('trail'))
        return answer
      },
    })
    URL.createObjectURL = () => 'blob:x'
    const { user } = await renderScreen((props) => <OwnDataSection platform={props.platform} />, {
      store: await aStore(),
      platform,
    })
    const button = screen.getByRole('button', { name: 'Tải dữ liệu của tôi' })
    await user.click(button)
    expect((await screen.findByRole('alert')).textContent).toContain('Chưa tải được')
    answer = ok({ name: 'so-tay-iso-2026-11-20.zip', bytes: new Uint8Array([1]) })
    await user.click(button)
    expect(await screen.findByText('Đã tải tệp so-tay-iso-2026-11-20.zip')).toBeDefined()
    expect(saved).toEqual(['Dấu vết', 'Dấu vết'])
  })
})
