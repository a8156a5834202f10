// One finding as everybody reads it: how grave, which requirement, what was seen, by when. The auditor's screens and
// those of the people who follow the commune show the same, so that both talk about the same thing.
import type { FindingView } from '#data/contract/internal-audit-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { daysBetween, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { nearestClause } from '#domain/standard/clause.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'
import { EvidenceStrip } from './evidence-strip.tsx'
import { LocationTag } from './location-tag.tsx'
import type { Platform } from './screen-props.ts'

const toneByGrade: Readonly<Record<FindingGrade, Tone>> = {
  major: 'bad',
  minor: 'warn',
  observation: 'note',
  opportunity: 'idle',
  strength: 'good',
}

/** Words about a finding that lists and pages share. */
export function useFindingWords() {
  const { t, language } = useText('findings-shared')
  const formats = useFormats()
  const dayText = ({ text, date }: WrittenDate): string =>
    date === null ? t('dayToDecide', { text }) : formats.day(date)
  return {
    gradeText: (grade: FindingGrade | null): string => t(`grade.${grade ?? 'none'}`),
    /** `Điều 7.2 Năng lực` */
    clauseText: (number: string): string => {
      const title = nearestClause(number)?.title
      return t('clause', {
        clause: number,
        title: title === undefined ? '' : language === 'en' ? title.en : title.vi,
      }).trim()
    },
    dayText,
    /** The due date with what is left of it, counted in days from `today`. */
    dueText: (dueOn: WrittenDate | null, today: LocalDate): string => {
      if (dueOn === null || dueOn.text.trim() === '') return t('due.none')
      if (dueOn.date === null) return dayText(dueOn)
      const left = daysBetween(today, dueOn.date)
      const key = left < 0 ? 'due.overdue' : left === 0 ? 'due.today' : 'due.left'
      return t(key, { day: formats.day(dueOn.date), count: Math.abs(left) })
    },
  }
}

export const GradeTag = ({ grade }: { readonly grade: FindingGrade | null }) => {
  const { gradeText } = useFindingWords()
  return <Tag tone={grade === null ? 'idle' : toneByGrade[grade]}>{gradeText(grade)}</Tag>
}

type FindingContentProps = {
  readonly finding: FindingView
  readonly today: LocalDate
  readonly store: Pick<PersonStore, 'evidence' | 'drafts' | 'activities'>
  readonly platform: Platform
}

/** To read only; the number of the finding is the title of the page around it. */
export const FindingContent = ({ finding, today, store, platform }: FindingContentProps) => {
  const { t } = useText('findings-shared')
  const words = useFindingWords()
  const orBlank = (text: string): string => (text.trim() === '' ? t('blank') : text)
  return (
    <Stack gap={4}>
      <Cluster gap={2}>
        <GradeTag grade={finding.grade} />
        <LocationTag location={finding.location} />
      </Cluster>
      <DefinitionList
        items={[
          { term: t('field.clause'), value: words.clauseText(finding.clause) },
          { term: t('field.facts'), value: orBlank(finding.facts) },
          { term: t('field.requirement'), value: orBlank(finding.requirement) },
          { term: t('field.objectiveEvidence'), value: orBlank(finding.objectiveEvidence) },
          { term: t('field.department'), value: orBlank(finding.department) },
          { term: t('field.due'), value: words.dueText(finding.dueOn, today) },
        ]}
      />
      <Section title={t('photos')}>
        <EvidenceStrip
          feed={finding.feed}
          of={finding.id}
          canEdit={false}
          label={t('photos')}
          {...{ store, platform }}
        />
      </Section>
    </Stack>
  )
}
