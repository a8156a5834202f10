// What a declaration changes of the one it follows: the edition, and what the scope gained and lost.
import { type DeclarationContent, declarationChange } from '#domain/declaration/declaration.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import { Notice } from '#ui/notice.tsx'

type Scoped = Pick<DeclarationContent, 'edition' | 'scope'>

type ChangeNoteProps = {
  readonly before: Pick<DeclarationContent, 'number' | 'on'> & Scoped
  readonly after: Scoped
}

export const ChangeNote = ({ before, after }: ChangeNoteProps) => {
  const { t, formats, editionText } = useDeclarationWords()
  const { edition, added, removed } = declarationChange(before, after)
  const isSame = edition === null && added.length + removed.length === 0
  const title = t('change.title', { number: before.number, day: formats.day(before.on) })
  return (
    <Notice tone="note" title={title}>
      {isSame && <p>{t('change.none')}</p>}
      {edition !== null && (
        <p>{t('change.edition', { from: editionText(edition.from), to: editionText(edition.to) })}</p>
      )}
      {added.length > 0 && <p>{t('change.added', { lines: added.join('; ') })}</p>}
      {removed.length > 0 && <p>{t('change.removed', { lines: removed.join('; ') })}</p>}
    </Notice>
  )
}
