// Where a declaration stands, and in spite of what it was made: both always together.
import type { DeclarationView } from '#data/contract/declaration-contract.ts'
import { Cluster } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { toneOfDeclaration, useDeclarationWords } from './declaration-words.ts'

export const DeclarationTags = ({ declaration }: { readonly declaration: DeclarationView }) => {
  const { t } = useDeclarationWords()
  const { state, content, isExpiringSoon, redeclare } = declaration
  return (
    <Cluster gap={2}>
      <Tag tone={toneOfDeclaration[state]}>{t(`state.${state}`)}</Tag>
      {content.unmet.length > 0 && <Tag tone="bad">{t('overridden', { count: content.unmet.length })}</Tag>}
      {isExpiringSoon && <Tag tone="warn">{t('expiring')}</Tag>}
      {redeclare.length > 0 && <Tag tone="warn">{t('redeclareTag')}</Tag>}
    </Cluster>
  )
}
