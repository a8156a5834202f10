// The minutes as a paper of the office, drawn from what was sealed and from nothing else.
import type { MinutesView } from '#data/contract/management-review-contract.ts'
import { daysBetween } from '#domain/kernel/local-date.ts'
import type { MinutesContent } from '#domain/management-review/minutes.ts'
import { reviewInputs } from '#domain/management-review/review-input.ts'
import { OfficialPaper, PaperHands, PaperTable } from '#features/official-paper.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Section } from '#ui/section.tsx'
import { useReviewOfLeadersWords } from './review-words.ts'

type MinutesPaperProps = { readonly minutes: MinutesView; readonly place: string }

export const MinutesPaper = ({ minutes: { content, sha256 }, place }: MinutesPaperProps) => {
  const { t, formats } = useReviewOfLeadersWords()
  const { number, on, chair, secretary, conclusion, attendance } = content
  const nameOf = (side: string): string => attendance.find((one) => one.side === side && one.isPresent)?.name ?? ''
  return (
    <OfficialPaper
      commune={place}
      on={on}
      title={t('minutes.title')}
      subtitle={t('minutes.subtitle', { number, year: on.slice(0, 4) })}
    >
      <Section title={t('minutes.time')} level={3}>
        <p>{t('minutes.timeText', { day: formats.day(on), place: content.place })}</p>
        <p>{t('minutes.chair', { post: chair })}</p>
        <p>{t('minutes.secretary', { post: secretary })}</p>
        <NoticeLine content={content} />
      </Section>
      <Attendance content={content} />
      <Inputs content={content} />
      <Decisions content={content} />
      {conclusion !== '' && (
        <Section title={t('minutes.conclusion')} level={3}>
          <p>{conclusion}</p>
        </Section>
      )}
      <PaperHands
        hands={[
          { title: t('minutes.secretaryHand'), name: nameOf('secretary') },
          { title: t('minutes.chairHand'), name: nameOf('chair') },
        ]}
      />
      <small>
        {t('minutes.seal', { time: formats.dateTime(Date.parse(content.sealedAt)), hash: sha256.slice(0, 8) })}
      </small>
    </OfficialPaper>
  )
}

type ContentProps = { readonly content: MinutesContent }

const NoticeLine = ({ content: { noticedOn, on } }: ContentProps) => {
  const { t, formats } = useReviewOfLeadersWords()
  if (noticedOn === null) return <p>{t('minutes.noNotice')}</p>
  return <p>{t('minutes.noticeIn', { day: formats.day(noticedOn), count: daysBetween(noticedOn, on) })}</p>
}

const Attendance = ({ content: { attendance } }: ContentProps) => {
  const { t } = useReviewOfLeadersWords()
  return (
    <Section title={t('minutes.attendance')} level={3}>
      <PaperTable
        label={t('minutes.attendance')}
        heads={['number', 'name', 'post', 'side', 'isPresent'].map((head) => t(`minutes.${head}`))}
        rows={attendance.map(({ name, post, side, isPresent }, at) => ({
          key: `${name} ${post}`,
          cells: [at + 1, name, post, t(`sides.${side}`), t(isPresent ? 'present' : 'absent')],
        }))}
      />
    </Section>
  )
}

const Inputs = ({ content: { inputs } }: ContentProps) => {
  const { t, formats, inputTitle } = useReviewOfLeadersWords()
  const clauseOf = (id: string): string => reviewInputs.find((input) => input.id === id)?.clause ?? ''
  const gatheredText = (at: number | null): string => (at === null ? '' : t('takenAt', { time: formats.dateTime(at) }))
  return (
    <Section title={t('minutes.inputs')} level={3}>
      <DefinitionList
        items={inputs.map(({ input, text, gatheredAt }) => ({
          term: `${inputTitle(input)} (${t('clause', { clause: clauseOf(input) })})`,
          value: (
            <>
              {text.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
              {gatheredAt !== null && <small>{gatheredText(gatheredAt)}</small>}
            </>
          ),
        }))}
      />
    </Section>
  )
}

const Decisions = ({ content: { decisions } }: ContentProps) => {
  const { t, formats } = useReviewOfLeadersWords()
  return (
    <Section title={t('minutes.decisions')} level={3}>
      {decisions.length === 0 ? (
        <p>{t('minutes.noDecision')}</p>
      ) : (
        <PaperTable
          label={t('minutes.decisions')}
          heads={['number', 'category', 'what', 'who', 'until'].map((head) => t(`minutes.${head}`))}
          rows={decisions.map(({ id, category, what, who, until }, at) => ({
            key: id,
            cells: [
              at + 1,
              t(`categories.${category}`),
              what,
              who,
              until.date === null ? until.text : formats.day(until.date),
            ],
          }))}
        />
      )}
    </Section>
  )
}
