// One line of the register; what it was declared in spite of stands in words, not only in the tag.
import type { DeclarationView } from '#data/contract/declaration-contract.ts'
import { DeclarationTags } from '#features/declaration-tags.tsx'
import { declarationPath, useDeclarationWords } from '#features/declaration-words.ts'
import { Row } from '#ui/rows.tsx'

type DeclarationRowProps = {
  readonly declaration: DeclarationView
  /** Name of the commune, where the register has several. */
  readonly place?: string | undefined
}

export const DeclarationRow = ({ declaration, place }: DeclarationRowProps) => {
  const { t, formats, editionText, blockText } = useDeclarationWords()
  const { content, unit, id } = declaration
  const title = t('rowTitle', { type: t(`type.${content.type}`), number: content.number })
  const detail = [
    t('given', { day: formats.day(content.on) }),
    editionText(content.edition),
    content.expiresOn === null ? '' : t('until', { day: formats.day(content.expiresOn) }),
    ...content.unmet.map(blockText),
    content.overrideReason === '' ? '' : t('paper.reason', { reason: content.overrideReason }),
  ]
  return (
    <Row
      title={place === undefined ? title : t('rowPlace', { place, title })}
      detail={detail.filter(Boolean).join(' · ')}
      trailing={<DeclarationTags declaration={declaration} />}
      href={declarationPath(unit, id)}
      cue={t('open')}
    />
  )
}
