// Part II of the minutes: what was found about each content, in the words that were sealed with it. Minutes of before carry
// none, and are read in those of the program.
import type { MinutesContent } from '#domain/inspection/minutes.ts'
import { outlineItems } from '#domain/inspection/outline.ts'
import { inParts, type ItemWords } from '#domain/inspection/inspection-outline.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

type Item = Omit<MinutesContent['items'][number], 'words'> & { readonly at: number; readonly words: ItemWords }

const same = (text: string) => ({ vi: text, en: text })

const withWords = (items: MinutesContent['items']): readonly Item[] =>
  items.map(({ words, ...item }, at) => {
    const known = outlineItems.find(({ id }) => id === item.item)
    return { ...item, at: at + 1, words: words ?? { title: known?.title ?? same(item.item) } }
  })

type MinutesItemsProps = { readonly content: Pick<MinutesContent, 'items' | 'outline'> }

export const MinutesItems = ({ content: { items, outline } }: MinutesItemsProps) => {
  const { t, textOf } = useInspectionWords()
  const rows = withWords(items)
  const first = new Set(inParts(rows, ({ words }) => words.section).map((part) => part.items[0]?.item))
  const titleOf = ({ title, clause }: ItemWords): string =>
    clause === undefined ? textOf(title) : t('sheet.withClause', { title: textOf(title), clause })
  /** The name of its part stands over the first content of a part: one table, so that its columns and pages hold together. */
  const wordsOf = ({ item, words }: Item) =>
    words.section === undefined || !first.has(item) ? (
      titleOf(words)
    ) : (
      <Stack gap={2}>
        <b>{textOf(words.section)}</b>
        <span>{titleOf(words)}</span>
      </Stack>
    )
  const isWhole = outline !== undefined
  const columns: readonly Column<Item>[] = [
    { key: 'no', head: t('sheet.no'), align: 'center', isRowHead: isWhole, cell: ({ at }) => at },
    { key: 'content', head: t('sheet.content'), isRowHead: !isWhole, cell: wordsOf },
    { key: 'result', head: t('sheet.result'), cell: ({ result }) => t(`result.${result ?? 'none'}`) },
    { key: 'notes', head: t('sheet.notes'), cell: ({ note }) => note },
  ]
  return (
    <Section title={t('sheet.II')} level={3}>
      <DataTable caption={t('sheet.II')} captionHidden rows={rows} rowKey={({ item }) => item} columns={columns} />
    </Section>
  )
}
