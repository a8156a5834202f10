// Waits for the sentences of refusals that the first screen does not carry. For screens that say what is missing before
// anything was tried: their reader would see codes for a moment, or for good where nothing is drawn again.
import { useText } from '#ui/text/text-context.tsx'

export function useProblemSentences(): void {
  useText('problems-online')
}
