import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useLive } from '#features/use-live.ts'

const Shown = ({ name, read }: { readonly name: string; readonly read: (name: string) => Promise<string> }) => (
  <p>{useLive(() => read(name), [name, read]) ?? 'nothing yet'}</p>
)

describe('a live query', () => {
  it('never shows the result of one question under the next', async () => {
    let arrive: (answer: string) => void = () => {}
    const late = new Promise<string>((resolve) => {
      arrive = resolve
    })
    const read = (name: string) => (name === 'two' ? late : Promise.resolve(`answer ${name}`))
    const { rerender } = render(<Shown name="one" read={read} />)
    expect(await screen.findByText('answer one')).toBeVisible()
    rerender(<Shown name="two" read={read} />)
    expect(screen.getByText('nothing yet')).toBeVisible()
    await act(async () => arrive('answer two'))
    expect(await screen.findByText('answer two')).toBeVisible()
  })
})
