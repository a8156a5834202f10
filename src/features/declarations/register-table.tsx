// The register as a table for paper; unmet conditions and the reason stand in their own column.
import type { DeclarationView } from '#data/contract/declaration-contract.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import { PaperTable } from '#features/official-paper.tsx'

type RegisterTableProps = {
  readonly declarations: readonly DeclarationView[]
  readonly nameOf: (unit: string) => string
}

const heads = ['number', 'place', 'type', 'no', 'on', 'edition', 'expiresOn', 'state', 'unmet'] as const

export const RegisterTable = ({ declarations, nameOf }: RegisterTableProps) => {
  const { t, formats, editionText, blockText } = useDeclarationWords()
  const unmetText = ({ content: { unmet, overrideReason } }: DeclarationView): string =>
    [...unmet.map(blockText), overrideReason === '' ? '' : t('paper.reason', { reason: overrideReason })]
      .filter(Boolean)
      .join('; ')
  return (
    <PaperTable
      label={t('title')}
      heads={heads.map((head) => t(`table.${head}`))}
      rows={declarations.map((declaration, at) => {
        const { id, unit, state, content } = declaration
        const { type, number, on, edition, expiresOn } = content
        return {
          key: id,
          cells: [
            at + 1,
            nameOf(unit),
            t(`type.${type}`),
            number,
            formats.day(on),
            editionText(edition),
            expiresOn === null ? '' : formats.day(expiresOn),
            t(`state.${state}`),
            unmetText(declaration),
          ],
        }
      })}
    />
  )
}
