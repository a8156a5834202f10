import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Icon } from '#ui/icon.tsx'
import { iconPaths } from '#ui/icon-paths.ts'
import { Cluster, Columns, Measure, Stack } from '#ui/layout.tsx'
import { iconsByTone } from '#ui/tone.ts'

describe('Icon', () => {
  it('is decoration unless it is given a name', () => {
    const { container } = render(
      <>
        <Icon name="check" />
        <Icon name="star" label="Câu then chốt" />
      </>,
    )
    expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
    expect(screen.getByRole('img', { name: 'Câu then chốt' })).toBeVisible()
  })

  it('every drawing is one well-formed path of its own inside its 24 × 24 box', () => {
    for (const path of Object.values(iconPaths)) {
      expect(path).toMatch(/^M[\d\s.,MmLlHhVvCcSsAaZz-]+$/)
      const [first = 'M0 0'] = /^M[\d.]+ ?[\d.]+/.exec(path) ?? []
      for (const number of first.slice(1).split(' ')) expect(Number(number)).toBeLessThan(24)
    }
    expect(new Set(Object.values(iconPaths)).size).toBe(Object.keys(iconPaths).length)
  })

  it('every tone has a shape, no two alike', () => {
    expect(new Set(Object.values(iconsByTone)).size).toBe(Object.keys(iconsByTone).length)
  })
})

describe('layout', () => {
  it('arranges without changing what is said, and a form is checked by us, not by the browser', () => {
    render(
      <Stack as="form" gap={2}>
        <Cluster spread>một</Cluster>
        <Columns main="hai" aside="ba" />
        <Measure>bốn</Measure>
      </Stack>,
    )
    const form = screen.getByText('bốn').closest('form')
    expect(form).toHaveTextContent('mộthaibabốn')
    expect(form).toHaveAttribute('novalidate')
  })
})
