// What goes well, in words, each with the way to look at it.
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import type { GoodNews } from './good-news.ts'
import { type TodayWords, useTodayWords } from './use-today-words.ts'

export const GoodRows = ({ news }: { readonly news: readonly GoodNews[] }) => {
  const words = useTodayWords()
  if (news.length === 0) return null
  const { t, formats } = words
  return (
    <Section title={t('good.title')}>
      <Rows label={t('good.title')}>
        {news.map((item) => (
          <Row
            key={item.href}
            href={item.href}
            mark={<Mark tone="good" icon={item.kind === 'stage-declared' ? 'clock' : 'check'} />}
            title={titleOf(item, words)}
            detail={t(`good.${item.kind}`, { day: formats.day(item.on) })}
            cue={t('cue.look')}
          />
        ))}
      </Rows>
    </Section>
  )
}

function titleOf(item: GoodNews, { stageNamed, roundTitle }: TodayWords): string {
  if (item.kind === 'submitted') return roundTitle(item.round)
  return item.kind === 'audit-concluded' ? item.title : stageNamed(item.stage)
}
