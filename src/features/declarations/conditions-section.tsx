// Which conditions are met today, each unmet one with the way to where it is mended.
import type { DeclarationBlock, BlockCode } from '#domain/declaration/declaration-blocks.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Mark } from '#ui/mark.tsx'

const pathOf: Readonly<Record<BlockCode, string>> = {
  'open-major': '/findings',
  'no-audit': '/internal-audit',
  'no-review': '/management-review',
  'trial-short': '/progress',
  'not-ready': '/self-assessment',
}

type ConditionsSectionProps = { readonly blocks: readonly DeclarationBlock[]; readonly on: LocalDate }

export const ConditionsSection = ({ blocks, on }: ConditionsSectionProps) => {
  const { t, formats, blockText } = useDeclarationWords()
  return (
    <Section title={t('conditions')} detail={t('asOf', { day: formats.day(on) })}>
      {blocks.length === 0 ? (
        <Notice tone="good">{t('allMet')}</Notice>
      ) : (
        <Rows label={t('unmet', { count: blocks.length })}>
          {blocks.map((block) => (
            <Row
              key={block.code}
              mark={<Mark tone="bad" icon="alert" />}
              title={blockText(block)}
              href={pathOf[block.code]}
              cue={t(`goTo.${block.code}`)}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}
