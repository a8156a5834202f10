import { render, screen } from '@testing-library/react'
import { createContext, type ReactNode, use } from 'react'
import { describe, expect, it } from 'vitest'
import { FrameDock, FrameSlotsProvider, FrameTitle, useFrameSlots } from '#ui/frame-slots.tsx'

const Frame = ({ children }: { readonly children: ReactNode }) => {
  const { dock, words } = useFrameSlots()
  return (
    <>
      <header>{words === null ? 'place' : `${words.title} · ${words.subtitle ?? ''}`}</header>
      <main>{children}</main>
      {dock !== undefined && <footer>{dock}</footer>}
    </>
  )
}

const show = (children: ReactNode) => (
  <FrameSlotsProvider>
    <Frame>{children}</Frame>
  </FrameSlotsProvider>
)

const Answer = createContext('outside')
const ReadsAnswer = () => <button type="button">{use(Answer)}</button>

describe('the slots of the frame', () => {
  it('draws the dock of a screen in the frame, with the context of the screen', () => {
    render(
      show(
        <Answer value="inside">
          <FrameDock>
            <ReadsAnswer />
          </FrameDock>
        </Answer>,
      ),
    )
    expect(screen.getByRole('contentinfo')).toContainElement(screen.getByRole('button', { name: 'inside' }))
  })

  it('has no dock again once the screen is left', () => {
    const { rerender } = render(show(<FrameDock>{'dock'}</FrameDock>))
    rerender(show(<p>{'another screen'}</p>))
    expect(screen.queryByRole('contentinfo')).toBeNull()
  })

  it('hands the dock over from one screen to the next', () => {
    const { rerender } = render(show(<FrameDock key="1">{'first'}</FrameDock>))
    rerender(show(<FrameDock key="2">{'second'}</FrameDock>))
    expect(screen.getByRole('contentinfo')).toHaveTextContent(/^second$/)
  })

  it('shows the words of a screen on top as long as it is there', () => {
    const { rerender } = render(show(<FrameTitle title="Khánh Long" subtitle="Tràng Định" />))
    expect(screen.getByRole('banner')).toHaveTextContent('Khánh Long · Tràng Định')
    rerender(show(null))
    expect(screen.getByRole('banner')).toHaveTextContent('place')
  })

  it('draws the dock in place where there is no frame', () => {
    render(<FrameDock>{'alone'}</FrameDock>)
    expect(screen.getByText('alone')).toBeInTheDocument()
  })
})
