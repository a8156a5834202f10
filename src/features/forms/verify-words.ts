// Words about a form after it was handed in; what it shares with a self-assessment stands in the namespace `review`.
import { useText } from '#ui/text/text-context.tsx'

export const useVerifyWords = () => useText('filling-review')
