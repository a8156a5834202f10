// What a declaration was made in spite of, and the reason that was given: never shown apart from the declaration.
import type { DeclarationContent } from '#domain/declaration/declaration.ts'
import { useDeclarationWords } from './declaration-words.ts'
import { Notice } from '#ui/notice.tsx'

type UnmetConditionsProps = { readonly content: Pick<DeclarationContent, 'unmet' | 'overrideReason'> }

/** Draws nothing where every condition was met. */
export const UnmetConditions = ({ content: { unmet, overrideReason } }: UnmetConditionsProps) => {
  const { t, blockText } = useDeclarationWords()
  if (unmet.length === 0) return null
  return (
    <Notice tone="bad" title={t('paper.unmetTitle')}>
      <ul>
        {unmet.map((block) => (
          <li key={block.code}>{blockText(block)}</li>
        ))}
      </ul>
      <p>{t('paper.reason', { reason: overrideReason })}</p>
    </Notice>
  )
}
