// The minutes as they are printed: heading, parts I to V, shortcomings with their days, and where both sides sign. The
// preview draws the same sheet from what is written so far.
import type { InspectionView } from '#data/contract/inspection-contract.ts'
import { sectionParts } from '#domain/inspection/inspection.ts'
import { type MinutesContent, shortcomingsInOrder } from '#domain/inspection/minutes.ts'
import { wordsOf } from '#domain/inspection/inspection-outline.ts'
import { emptyItemAnswer } from '#domain/inspection/outline.ts'
import { OfficialPaper, PaperHands } from '#features/official-paper.tsx'
import { insideSentence } from '#features/place-words.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useInspectionWords } from './use-inspection-words.ts'
import { MinutesItems } from './minutes-items.tsx'
import { WrittenWords } from './written-words.tsx'

/** Sealed minutes, or what they would be by now. */
export type SheetContent = Omit<MinutesContent, 'on' | 'rating' | 'sealedAt' | 'sealedBy' | 'inspection' | 'unit'> & {
  readonly on: MinutesContent['on'] | null
  readonly rating: MinutesContent['rating'] | null
}

export const sheetOfWork = (inspection: InspectionView): SheetContent => ({
  ...inspection.head,
  number: inspection.minutes.length + 1,
  on: inspection.minutesOn.date,
  texts: inspection.texts,
  rating: inspection.rating,
  ...(inspection.outline?.form && { outline: { form: inspection.outline.form, title: inspection.outline.title } }),
  items: (inspection.outline?.items ?? []).map((item) => ({
    item: item.id,
    ...(inspection.answers[item.id] ?? emptyItemAnswer),
    words: wordsOf(item),
  })),
  shortcomings: shortcomingsInOrder(inspection.shortcomings),
  reportDueOn: inspection.reportDueOn.date,
  evidence: [],
})

type PartProps = { readonly content: SheetContent }

type MinutesSheetProps = PartProps & { readonly commune: string; readonly isDraft?: boolean }

export const MinutesSheet = ({ content, commune, isDraft = false }: MinutesSheetProps) => {
  const { t, formats } = useInspectionWords()
  const { decisionNumber, number, on, rating, reportDueOn, evidence, texts } = content
  const about = t('sheet.about', { commune: insideSentence(commune) })
  return (
    <OfficialPaper
      commune={commune}
      agency={{
        name: t('sheet.agency'),
        ...(decisionNumber !== '' && { under: t('sheet.byDecision', { number: decisionNumber }) }),
      }}
      number={t('sheet.minutesNumber')}
      on={on}
      title={t('sheet.heading')}
      subtitle={number > 1 ? `${about} ${t('sheet.further', { number })}` : about}
      {...(isDraft && { mark: t('sheet.draft') })}
    >
      <Facts content={content} />
      <TextPart part="I" texts={texts} />
      <MinutesItems content={content} />
      <Section title={t('sections.III')} level={3}>
        <Stack gap={4}>
          <Texts part="III" texts={texts} />
          <Shortcomings content={content} />
        </Stack>
      </Section>
      <TextPart part="IV" texts={texts} />
      <Section title={t('sections.V')} level={3}>
        <Stack gap={4}>
          <WrittenWords>{texts.conclusion}</WrittenWords>
          <p>{t('sheet.rated', { rating: t(`rating.${rating ?? 'none'}`) })}</p>
          {reportDueOn !== null && <p>{t('sheet.reportDue', { day: formats.day(reportDueOn) })}</p>}
          <DefinitionList
            items={[
              { term: t('text.unitWords'), value: <WrittenWords>{texts.unitWords}</WrittenWords> },
              { term: t('text.copies'), value: <WrittenWords>{texts.copies}</WrittenWords> },
            ]}
          />
          {evidence.length > 0 && <p>{t('sheet.evidence', { count: evidence.length })}</p>}
        </Stack>
      </Section>
      <PaperHands
        hands={[{ title: t('sheet.signUnit') }, { title: t('sheet.signSecretary') }, { title: t('sheet.signTeam') }]}
      />
    </OfficialPaper>
  )
}

const Facts = ({ content }: PartProps) => {
  const { t, spanText, textOf } = useInspectionWords()
  const { basis, place, form, team, hosts, outline } = content
  const people = (all: readonly { readonly name: string; readonly post: string; readonly part?: string }[]) => (
    <Stack gap={1}>
      {all.map(({ name, post, part }) => (
        <span key={`${name} ${post}`}>
          {[name, post, part === undefined ? '' : t(`part.${part}`)].filter(Boolean).join(', ')}
        </span>
      ))}
      {all.length === 0 && <span>{t('sheet.nothing')}</span>}
    </Stack>
  )
  return (
    <DefinitionList
      items={[
        { term: t('sheet.basis'), value: <WrittenWords>{basis}</WrittenWords> },
        { term: t('sheet.time'), value: spanText(content) },
        { term: t('sheet.place'), value: place || t('sheet.nothing') },
        { term: t('sheet.form'), value: t(`form.${form ?? 'none'}`) },
        ...(outline === undefined ? [] : [{ term: t('sheet.outline'), value: textOf(outline.title) }]),
        { term: t('head.team'), value: people(team) },
        { term: t('head.hosts'), value: people(hosts) },
      ]}
    />
  )
}

type TextsProps = { readonly part: 'I' | 'III' | 'IV'; readonly texts: SheetContent['texts'] }

const Texts = ({ part, texts }: TextsProps) => {
  const { t } = useInspectionWords()
  const names = sectionParts.find((one) => one.part === part)?.names ?? []
  return (
    <DefinitionList
      items={names.map((name) => ({ term: t(`text.${name}`), value: <WrittenWords>{texts[name]}</WrittenWords> }))}
    />
  )
}

const TextPart = (props: TextsProps) => {
  const { t } = useInspectionWords()
  return (
    <Section title={t(`sections.${props.part}`)} level={3}>
      <Texts {...props} />
    </Section>
  )
}

const Shortcomings = ({ content: { shortcomings } }: PartProps) => {
  const { t, dayText } = useInspectionWords()
  const rows = shortcomings.map((one, at) => ({ ...one, at: at + 1 }))
  return (
    <DataTable
      caption={t('sheet.shortcomings')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p>{t('sheet.noShortcomings')}</p>}
      columns={[
        { key: 'no', head: t('sheet.no'), align: 'center', cell: ({ at }) => at },
        { key: 'facts', head: t('sheet.facts'), isRowHead: true, cell: ({ facts }) => facts },
        { key: 'basis', head: t('shortcoming.basis'), cell: ({ basis }) => basis },
        { key: 'grade', head: t('shortcoming.grade'), cell: ({ grade }) => t(`grade.${grade ?? 'none'}`) },
        {
          key: 'due',
          head: t('shortcoming.dueOn'),
          cell: ({ dueOn }) => (dueOn === null || dueOn.text === '' ? t('shortcoming.noDue') : dayText(dueOn)),
        },
      ]}
    />
  )
}
