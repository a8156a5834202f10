import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { workbooks } from '#app/platform/workbooks.ts'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { wordsAtHand } from '#app/text/locale-files.ts'
import { procedureColumns, procedureShape, readProcedures } from '#domain/first-day/procedure-import.ts'
import { progressColumns, progressShape, readProgress } from '#domain/first-day/progress-import.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { FirstDayScreen } from '#features/first-day/first-day-screen.tsx'
import { PastProgressScreen } from '#features/first-day/past-progress-screen.tsx'
import { ProfileScreen } from '#features/first-day/profile-screen.tsx'
import { progressWorkbook } from '#features/first-day/progress-template.ts'
import { RehearsalScreen } from '#features/first-day/rehearsal-screen.tsx'
import { NeedsOfFirstDay } from '#features/needs-of-first-day.tsx'
import { ImportProceduresScreen } from '#features/procedures/import-procedures-screen.tsx'
import { procedureWorkbook } from '#features/procedures/procedure-template.ts'
import { ProcedureScreen } from '#features/procedures/procedure-screen.tsx'
import { ProceduresScreen } from '#features/procedures/procedures-screen.tsx'
import { newProcedure } from '#domain/first-day/procedure.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receivePlan } from '#support/store/receive.ts'
import { AppControlsProvider } from '#ui/app-controls.tsx'
import { aPlan, aStore, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { someControls } from '../more/app-controls.ts'

const platform = { workbooks: async () => workbooks }

async function fileOf(workbook: Workbook): Promise<File> {
  return new File([await workbooks.write(workbook)], 'danh-muc.xlsx')
}

const pick = async (user: { upload(input: HTMLElement, file: File): Promise<void> }, file: File) =>
  user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file)

/** At once: how keys are pressed is not what is tested. */
const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } })

const wordsOf = async (language: string) => {
  const source = await createTextSource({ language, atHand: wordsAtHand })
  await source.load('first-day')
  return (key: string) => source.translate('first-day', key)
}

describe('the first day of a commune', () => {
  it('DAY-6, DAY-9: leads through the steps, remembers what was left for later, and says when it is over', async () => {
    const store = await aStore()
    const { user, unmount } = await renderScreen((props) => <FirstDayScreen {...props} />, { store })
    expect(await screen.findByText('0/4 bước')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Để sau: Tự đánh giá lần đầu' }))
    expect(await screen.findByText('1/4 bước')).toBeTruthy()
    unmount()
    const again = await renderScreen((props) => <FirstDayScreen {...props} />, { store })
    expect(await screen.findByRole('button', { name: 'Làm lại: Tự đánh giá lần đầu' })).toBeTruthy()
    await again.user.click(screen.getByRole('button', { name: 'Kết thúc thiết lập' }))
    await waitFor(async () => expect((await store.profiles.get(UNIT)).setUpOn).toBe(TODAY))
  })

  it('DAY-8: is asked for on the first screen of a new commune, and not once anything was done', async () => {
    const store = await aStore()
    const { unmount } = await renderScreen((props) => <NeedsOfFirstDay screen={props} />, { store })
    expect(await screen.findByRole('link', { name: /Bắt đầu thiết lập/ })).toBeTruthy()
    unmount()
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    await renderScreen((props) => <NeedsOfFirstDay screen={props} />, { store })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('DAY-1: refuses a number of officials in words, keeps what was typed, and saves the rest', async () => {
    const store = await aStore()
    const { user } = await renderScreen((props) => <ProfileScreen {...props} />, { store })
    type(await screen.findByRole('textbox', { name: /Số cán bộ/ }), 'nhiều')
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    expect(await screen.findByText(/số nguyên từ 1 đến 500/)).toBeTruthy()
    const staff = screen.getByRole('textbox', { name: /Số cán bộ/ })
    expect((staff as HTMLInputElement).value).toBe('nhiều')
    type(staff, '')
    type(screen.getByRole('textbox', { name: /Số quyết định/ }), '45/QĐ-UBND')
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(async () => expect((await store.profiles.get(UNIT)).committee).toBe('45/QĐ-UBND'))
  })

  it('DAY-13: shows past progress line by line before it is taken in', async () => {
    const store = await aStore()
    await receivePlan(store, aPlan())
    const t = await wordsOf('vi')
    const [head = [], ...lines] = Object.values(progressWorkbook(pilotStages, t, 'vi'))[0] ?? []
    const filled = lines.map((line, at) => (at === 0 ? ['G0', '', '27/07/2026', '07/08/2026', 'Tủ số 1', ''] : line))
    const { user } = await renderScreen((props) => <PastProgressScreen {...props} />, { store, platform })
    await screen.findByText('Tải tệp mẫu')
    await pick(user, await fileOf({ 'Tiến độ': [head, ...filled] }))
    await user.click(await screen.findByRole('button', { name: 'Đưa 1 dòng vào' }))
    await screen.findByText('Đã đưa 1 dòng vào')
    expect((await store.pilot.ofCommune(UNIT, TODAY))?.stages[0]?.status).toBe('declared')
  })
})

describe('the register of procedures', () => {
  it('DAY-11, DAY-13: shows mistakes at their cells and takes in the right lines only when somebody leaves the others out', async () => {
    const store = await aStore()
    const { user } = await renderScreen((props) => <ImportProceduresScreen {...props} unit={UNIT} />, {
      store,
      platform,
    })
    const t = await wordsOf('vi')
    const [head = []] = Object.values(procedureWorkbook(t))[0] ?? []
    await screen.findByText('Tải tệp mẫu')
    await pick(
      user,
      await fileOf({ a: [head, ['1', 'Khai sinh', 'Hộ tịch', '1', '', 'có'], ['2', 'Khai tử', '', '8 giờ', '', '']] }),
    )
    const wrong = await screen.findByRole('table', { name: '1 dòng cần sửa' })
    expect(within(wrong).getByText('ghi số ngày làm việc, ví dụ 5')).toBeTruthy()
    const keep = screen.getByRole('button', { name: 'Đưa 1 dòng vào' })
    expect(keep).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('checkbox'))
    await waitFor(() => expect(keep).toHaveProperty('disabled', false))
    expect(await store.procedures.list([UNIT])).toEqual([])
    await user.click(keep)
    await screen.findByText('Đã đưa 1 dòng vào')
    expect(await store.procedures.list([UNIT])).toMatchObject([{ name: 'Khai sinh', days: 1 }])
  })

  it('DAY-4: finds while typing and turns scope from the list', async () => {
    const store = await aStore()
    const one = { ...newProcedure, name: 'Đăng ký khai sinh', field: 'Hộ tịch' }
    valueOf(await store.procedures.addAll(UNIT, [one, { ...one, name: 'Giao đất', field: 'Đất đai' }]))
    const { user } = await renderScreen((props) => <ProceduresScreen {...props} />, { store, at: '/procedures' })
    type(await screen.findByRole('searchbox'), 'khai sinh')
    expect(await screen.findByText('Thấy 1 thủ tục')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Đưa ra ngoài phạm vi: Đăng ký khai sinh' }))
    await waitFor(async () =>
      expect((await store.procedures.list([UNIT])).filter(({ isInScope }) => isInScope)).toHaveLength(1),
    )
  })

  it('DAY-2: a new entry needs a name and is told so where it is written', async () => {
    const store = await aStore()
    const { user } = await renderScreen((props) => <ProcedureScreen {...props} unit={UNIT} id="new" />, { store })
    await user.click(await screen.findByRole('button', { name: 'Lưu' }))
    expect(await screen.findByText(/Chưa ghi tên thủ tục/)).toBeTruthy()
    type(screen.getByRole('textbox', { name: 'Tên thủ tục' }), 'Chứng thực bản sao')
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    await waitFor(async () => expect(await store.procedures.list([UNIT])).toHaveLength(1))
  })
})

describe('the empty workbooks', () => {
  it.each(['vi', 'en'])('DAY-16: are read back without a mistake, in %s', async (language) => {
    const t = await wordsOf(language)
    const ofProcedures = await workbooks.readSheets(await fileOf(procedureWorkbook(t)))
    const ofProgress = await workbooks.readSheets(await fileOf(progressWorkbook(pilotStages, t, language)))
    if (!ofProcedures.ok || !ofProgress.ok) throw new Error('unreadable')
    expect(readProcedures(ofProcedures.value, [])).toEqual({ ok: false, fault: 'empty' })
    const facts = { template: pilotStages, today: TODAY, declared: [], begun: [], openMajor: 0 }
    expect(readProgress(ofProgress.value, facts)).toEqual({ ok: true, lines: [], leftAside: 10 })
    const folded = (key: string) => searchKey(t(key).replace(/\(.*?\)/g, ''))
    for (const column of procedureColumns)
      expect(procedureShape.headings[column]).toContain(folded(`column.procedures.${column}`))
    for (const column of progressColumns)
      expect(progressShape.headings[column]).toContain(folded(`column.progress.${column}`))
  })
})

describe('the way into the rehearsal', () => {
  const drawn = async (controls: ReturnType<typeof someControls>) =>
    renderScreen(
      (props) => (
        <AppControlsProvider controls={controls}>
          <RehearsalScreen {...props} />
        </AppControlsProvider>
      ),
      { store: await aStore() },
    )

  it('DAY-19, DAY-20: begins it from outside; inside it leaves at once and asks before it begins anew', async () => {
    const outside = someControls()
    const { user, unmount } = await drawn(outside)
    await user.click(await screen.findByRole('button', { name: 'Vào xã diễn tập' }))
    expect(outside.asked).toEqual(['rehearse'])
    unmount()
    const left: string[] = []
    const inside = someControls({ endRehearsal: async () => void left.push('end') })
    const again = await drawn(inside)
    await again.user.click(await screen.findByRole('button', { name: 'Làm lại từ đầu' }))
    expect(inside.asked).toEqual([])
    await again.user.click(screen.getByRole('button', { name: 'Xóa và làm lại', hidden: true }))
    expect(inside.asked).toEqual(['rehearse'])
    await again.user.click(screen.getByRole('button', { name: 'Thoát diễn tập' }))
    expect(left).toEqual(['end'])
  })
})
