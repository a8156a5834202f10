// Signatures below a paper: on the screen the way to sign, on A4 only what was signed.
import type { ComponentProps } from 'react'
import { ScreenOnly } from './official-paper.tsx'
import { SignatureSection } from './signature-section.tsx'
import { useLive } from './use-live.ts'

export const PaperSignatures = (props: ComponentProps<typeof SignatureSection>) => {
  const { store } = props.screen
  const { feed, of } = props.record
  const given = useLive(() => store.signatures.listOf(feed, of), [store, feed, of])
  return (
    <ScreenOnly isPrinted={given !== undefined && given.length > 0}>
      <SignatureSection {...props} />
    </ScreenOnly>
  )
}
