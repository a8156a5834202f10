// One shortcoming in the remedy report: what the minutes say, where its corrective action stands, what became of it.
import { feedId } from '#domain/change/feed.ts'
import { remedySubject } from '#domain/inspection/inspection-names.ts'
import { remedyStates, type SealedShortcoming } from '#domain/inspection/remedy-report.ts'
import { doneBounds, promisedBounds } from '#domain/inspection/days.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextArea } from '#ui/text-area.tsx'
import type { Loaded } from './inspection-gate.tsx'
import type { LineText } from './remedy-form.ts'
import { toneByGrade, useInspectionWords } from './use-inspection-words.ts'

type RemedyLineFieldsProps = Loaded & {
  readonly shortcoming: SealedShortcoming
  readonly value: LineText
  readonly change: (value: LineText) => void
  readonly problems: readonly Problem[]
  readonly isAsked: boolean
}

export const RemedyLineFields = (props: RemedyLineFieldsProps) => {
  const { screen, inspection, shortcoming, value, change, problems } = props
  const { t, dayText } = useInspectionWords()
  const problemText = useProblemText()
  const { unit, id } = inspection
  const errorOf = (code: Problem['code']) => {
    const found = problems.find((one) => one.code === code)
    return found && problemText(found)
  }
  const proofError = errorOf('remedy.proof-missing')
  const due = shortcoming.dueOn
  return (
    <Card title={shortcoming.facts} level={2}>
      <Stack gap={4}>
        <Cluster gap={2}>
          <Tag tone={toneByGrade[shortcoming.grade]}>{t(`grade.${shortcoming.grade}`)}</Tag>
          <span>{due === null ? t('shortcoming.noDue') : t('shortcoming.due', { day: dayText(due) })}</span>
        </Cluster>
        <Corrective {...{ inspection, shortcoming }} />
        <ChoiceGroup
          legend={t('remedy.state')}
          name={`state-${shortcoming.id}`}
          value={value.state}
          onChange={(state) => change({ ...value, state })}
          error={errorOf('remedy.state-missing')}
          options={remedyStates.map((state) => ({ value: state, label: t(`remedy.${state}`) }))}
        />
        {value.state !== '' && (
          <>
            <Field
              label={t(value.state === 'done' ? 'remedy.words' : 'remedy.wordsOpen')}
              error={errorOf('remedy.words-missing')}
            >
              <TextArea
                name={`words-${shortcoming.id}`}
                value={value.words}
                onChange={(event) => change({ ...value, words: event.target.value })}
              />
            </Field>
            <LineDay {...props} />
            <Field label={t('remedy.papers')} hint={t('remedy.papersHint')} error={proofError}>
              <TextArea
                name={`papers-${shortcoming.id}`}
                value={value.papers}
                onChange={(event) => change({ ...value, papers: event.target.value })}
              />
            </Field>
            <EvidenceStrip
              feed={feedId(unit, 'pub')}
              of={remedySubject(id, shortcoming.id)}
              store={screen.store}
              platform={screen.platform}
              canEdit
              takesFiles
              label={t('remedy.evidence')}
            />
          </>
        )}
      </Stack>
    </Card>
  )
}

const LineDay = ({ screen, shortcoming, value, change, isAsked }: RemedyLineFieldsProps) => {
  const { t } = useInspectionWords()
  const problemText = useProblemText()
  const { today } = screen
  const isDone = value.state === 'done'
  const field = isDone ? 'doneOn' : 'promisedOn'
  const objection = (day: LocalDate): string | undefined => {
    if (isDone && day > today) return problemText({ code: 'remedy.done-on-ahead' })
    if (!isDone && day < today) return problemText({ code: 'remedy.promise-past' })
    const outside = outsideBounds(day, isDone ? doneBounds(shortcoming.minutesOn ?? null) : promisedBounds(today))
    return outside ? problemText(outside) : undefined
  }
  return (
    <WrittenDateField
      key={field}
      label={t(`remedy.${field}`)}
      name={`${field}-${shortcoming.id}`}
      value={value[field]}
      onChange={(text) => change({ ...value, [field]: text })}
      isAsked={isAsked}
      objectionTo={objection}
    />
  )
}

const Corrective = ({ inspection, shortcoming }: Pick<RemedyLineFieldsProps, 'inspection' | 'shortcoming'>) => {
  const { t } = useInspectionWords()
  const found = inspection.correctives[shortcoming.id]
  if (found === undefined) return <p>{t('remedy.noCorrective')}</p>
  return (
    <Cluster>
      <span>{t('remedy.corrective', { number: found.number, state: t(`caState.${found.state}`) })}</span>
      <ButtonLink kind="plain" icon="wrench" href={`/corrective-actions/${inspection.unit}/${found.id}`}>
        {t('remedy.openCorrective')}
      </ButtonLink>
    </Cluster>
  )
}
