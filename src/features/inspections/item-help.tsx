// What stands with the question of a content: notes to be read first, part and clause of the outline, what to look at, why.
import type { OutlineItem } from '#domain/inspection/outline.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

export const ItemHelp = ({ content }: { readonly content: OutlineItem }) => {
  const { t, textOf } = useInspectionWords()
  const { section, clause, notes = [], lookAt, why } = content
  return (
    <Stack gap={2}>
      {section !== undefined && <p>{textOf(section)}</p>}
      {clause !== undefined && (
        <Cluster>
          <Tag tone="idle" icon="document">
            {t('outline.clause', { clause })}
          </Tag>
        </Cluster>
      )}
      {notes.map((note) => (
        <p key={note.vi}>{textOf(note)}</p>
      ))}
      {textOf(lookAt) !== '' && <p>{t('outline.lookAt', { text: textOf(lookAt) })}</p>}
      {why !== undefined && (
        <Disclosure summary={t('outline.why')}>
          <p>{textOf(why)}</p>
        </Disclosure>
      )}
    </Stack>
  )
}
