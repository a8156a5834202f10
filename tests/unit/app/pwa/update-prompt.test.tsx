import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { createAppUpdate } from '#app/pwa/app-update.ts'
import { UpdatePrompt } from '#app/pwa/update-prompt.tsx'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { wordsAtHand } from '#app/text/locale-files.ts'
import { TextProvider } from '#ui/text/text-context.tsx'

async function showPrompt() {
  const update = createAppUpdate(document)
  const source = await createTextSource({ language: 'vi', atHand: wordsAtHand })
  render(
    <TextProvider source={source}>
      <Suspense fallback={null}>
        <UpdatePrompt update={update} />
      </Suspense>
      <input aria-label="note" />
    </TextProvider>,
  )
  return update
}

describe('the bar of a new version', () => {
  it('is not there while there is none', async () => {
    await showPrompt()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('offers the change in words and changes on a press', async () => {
    const update = await showPrompt()
    const activate = vi.fn<() => void>()
    update.offer(activate)
    await userEvent.click(await screen.findByRole('button', { name: 'Chuyển ngay' }))
    expect(activate).toHaveBeenCalledTimes(1)
  })

  it('goes away when it is put off', async () => {
    const update = await showPrompt()
    update.offer(() => {})
    await userEvent.click(await screen.findByRole('button', { name: 'Để sau' }))
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says that it waits when somebody was typing a moment ago', async () => {
    const update = await showPrompt()
    const activate = vi.fn<() => void>()
    update.offer(activate)
    await screen.findByRole('button', { name: 'Chuyển ngay' })
    screen.getByLabelText('note').focus()
    update.agree()
    expect(await screen.findByText(/khi anh\/chị viết xong/)).toBeInTheDocument()
    expect(activate).not.toHaveBeenCalled()
  })
})
