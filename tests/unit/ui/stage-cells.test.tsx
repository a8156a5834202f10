import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { StageCells, StageLegend, type StageState } from '#ui/stage-cells.tsx'
import { StageList } from '#ui/stage-list.tsx'
import { expectAxeClean } from './axe-clean.ts'

const states: readonly StageState[] = ['done', 'confirmed', 'now', 'late', 'empty']
const stages = states.map((state, index) => ({
  key: `G${index}`,
  short: `G${index}`,
  name: 'Khảo sát',
  state,
  label: `G${index}: ${state}`,
}))

describe('stages', () => {
  it('every cell says its stage and its state in words', () => {
    render(<StageCells label="Các giai đoạn của Khánh Long" stages={stages} showShort />)
    const list = within(screen.getByRole('list', { name: 'Các giai đoạn của Khánh Long' }))
    expect(list.getAllByRole('img').map((cell) => cell.getAttribute('aria-label'))).toEqual(
      stages.map(({ label }) => label),
    )
  })

  it('every state has a shape of its own, so that grey print tells them apart', () => {
    const { container } = render(<StageCells label="Giai đoạn" stages={stages} />)
    const shapes = [...container.querySelectorAll('svg')].map((cell) =>
      [
        cell.getAttribute('data-state') === 'confirmed' ? 'filled' : '',
        cell.querySelector('path')?.getAttribute('d'),
      ].join(),
    )
    expect(new Set(shapes).size).toBe(states.length)
  })

  it('names can be read in full, each leading to its stage', async () => {
    const { container } = render(
      <>
        <StageList label="Giai đoạn" stages={stages.map((stage) => ({ ...stage, href: `/pilot/${stage.key}` }))} />
        <StageLegend items={states.map((state) => ({ state, label: state }))} />
      </>,
    )
    expect(screen.getAllByRole('link')[1]).toHaveAccessibleName('G1: confirmed G1 Khảo sát')
    await expectAxeClean(container)
  })
})

describe('ProgressBar', () => {
  it('is named and says its figure in words', async () => {
    const { container } = render(
      <ProgressBar label="Khoản 4" value={21} max={52} valueText="Đã trả lời 21 trong 52 câu" />,
    )
    const bar = screen.getByRole('progressbar', { name: 'Khoản 4' })
    expect(bar).toHaveAttribute('aria-valuetext', 'Đã trả lời 21 trong 52 câu')
    await expectAxeClean(container)
  })

  it('keeps within its bar whatever it is given', () => {
    render(<ProgressBar label="Không có câu nào" hideLabel value={3} max={0} valueText="0" />)
    const bar = screen.getByRole('progressbar', { name: 'Không có câu nào' })
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['0', '1'])
  })
})
