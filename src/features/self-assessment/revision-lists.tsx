// The lists a moved round, or one that can be moved, is explained by.
import { compareVersions, type ItemRevision } from '#domain/questionnaire/revision/compare-versions.ts'
import { itemsOfInstrument } from '#domain/questionnaire/revision/revised-item.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { AsideAnswer } from '#domain/self-assessment/moved-round.ts'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { useText } from '#ui/text/text-context.tsx'
import { useRoundWords } from './round-words.ts'

const toneOf: Readonly<Record<ItemRevision['what'], Tone>> = { added: 'good', removed: 'warn', changed: 'note' }

type ChangeRowsProps = { readonly before: Instrument; readonly after: Instrument }

export const ChangeRows = ({ before, after }: ChangeRowsProps) => {
  const { t, language } = useText('form-revision')
  const { items, unchanged } = compareVersions(itemsOfInstrument(before), itemsOfInstrument(after))
  const words = (item: ItemRevision['before']): string => item?.words[language === 'en' ? 'en' : 'vi'] ?? ''
  const detailOf = ({ before: one, after: other, aspects }: ItemRevision): string | undefined => {
    if (one === null || other === null) return undefined
    const earlier = aspects.includes('words') ? [t('was', { words: words(one) })] : []
    return [aspects.map((aspect) => t(`aspect.${aspect}`)).join(', '), ...earlier].join(' · ')
  }
  return (
    <Stack gap={2}>
      <p>{t('unchanged', { count: unchanged })}</p>
      <Rows label={t('changes')}>
        {items.map((item) => (
          <Row
            key={item.name}
            mark={<Tag tone={toneOf[item.what]}>{t(`what.${item.what}`)}</Tag>}
            title={words(item.after ?? item.before)}
            detail={detailOf(item)}
          />
        ))}
      </Rows>
    </Stack>
  )
}

/** Answers to questions that are no longer asked, as they were given. */
export const AsideRows = ({ aside }: { readonly aside: readonly AsideAnswer[] }) => {
  const { t } = useText('form-revision')
  const { t: word, textOf } = useRoundWords()
  const title = t('asideTitle', { count: aside.length })
  const levelOf = ({ score }: AsideAnswer['answer']): string => {
    if (score === null) return word('records:score.none')
    return score === 'na' ? word('records:score.na') : word('records:score.short', { score })
  }
  return (
    <Stack gap={2}>
      <p>
        <b>{title}</b> <span>{t('asideText')}</span>
      </p>
      <Rows label={title}>
        {aside.map(({ question, answer, text }) => (
          <Row
            key={question}
            title={textOf(text) || question}
            detail={[levelOf(answer), answer.reason, answer.note].filter((part) => part.trim() !== '').join(' · ')}
          />
        ))}
      </Rows>
    </Stack>
  )
}
