// The texts of parts I, III, IV and V, the days of minutes and report, and the grading. Each field keeps itself, so two
// members of the team write at once without disturbing each other.
import { useState } from 'react'
import { type Rating, ratings, type SectionName, sectionParts } from '#domain/inspection/inspection.ts'
import { formatLocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { draftsAside } from '#features/drafts-aside.ts'
import { KeptTextField } from '#features/kept-text-field.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { SavedNote } from '#features/saved-note.tsx'
import { useAutosave } from '#features/use-autosave.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { InspectionGate, type InspectionRoute, type Loaded, placeName, readOnlyReason } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

export const InspectionSectionsScreen = ({ unit, id, ...screen }: InspectionRoute) => (
  <InspectionGate {...{ screen, unit, id }}>{(loaded) => <Sections key={id} {...loaded} />}</InspectionGate>
)

type PartProps = Loaded & { readonly canEdit: boolean }

const Sections = ({ screen, inspection }: Loaded) => {
  const { t } = useInspectionWords()
  const { unit, id } = inspection
  const reason = readOnlyReason(screen.person, inspection)
  const canEdit = reason === null
  return (
    <Measure>
      <Stack gap={6}>
        <PageHeader
          title={t('sections.title')}
          subtitle={placeName(screen, unit)}
          back={{ href: inspectionPath(unit, id), label: t('outline.toOverview') }}
        />
        {reason !== null && <Notice tone="note">{t(`readOnly.${reason}`)}</Notice>}
        {sectionParts.map(({ part, names }) => (
          <Section key={part} title={t(`sections.${part}`)}>
            <Stack gap={4}>
              {names.map((name) => (
                <SectionText key={name} {...{ screen, inspection, canEdit, name }} />
              ))}
              {part === 'V' && <Closing {...{ screen, inspection, canEdit }} />}
            </Stack>
          </Section>
        ))}
        <Cluster>
          <ButtonLink
            kind={reason === null ? 'main' : 'outline'}
            icon="document"
            href={inspectionPath(unit, id, 'preview')}
          >
            {t(reason === null ? 'minutes.preview' : 'minutes.previewTitle')}
          </ButtonLink>
        </Cluster>
      </Stack>
    </Measure>
  )
}

const SectionText = ({ screen, inspection, canEdit, name }: PartProps & { readonly name: SectionName }) => {
  const { t } = useInspectionWords()
  const { store } = screen
  const { unit, id, texts } = inspection
  const kept = useAutosave({
    drafts: canEdit ? store.drafts : draftsAside(store.drafts),
    draftKey: `inspection:${name}:${id}`,
    saved: texts[name],
    save: (text) => store.inspections.save(unit, id, { [name]: text }),
  })
  return (
    <KeptTextField
      name={name}
      label={t(`text.${name}`)}
      {...(name !== 'conclusion' && { note: t('common:optional') })}
      {...{ kept, canEdit }}
    />
  )
}

const Closing = ({ screen, inspection, canEdit }: PartProps) => {
  const { t } = useInspectionWords()
  const { inspections } = screen.store
  const { unit, id, rating } = inspection
  const [problem, setProblem] = useState<Problem | null>(null)
  const choose = async (value: string) => {
    const saved = await inspections.save(unit, id, { rating: ratings.find((one) => one === value) ?? null })
    setProblem(saved.ok ? null : saved.error)
  }
  const options = ratings.map((value: Rating) => ({ value, label: t(`rating.${value}`) }))
  return (
    <>
      <ChoiceGroup
        legend={t('rating.legend')}
        name="rating"
        value={rating ?? ''}
        onChange={(value) => void choose(value)}
        disabled={!canEdit}
        options={options}
      />
      <ProblemNotice problem={problem} />
      <KeptDay {...{ screen, inspection, canEdit }} field="minutesOn" label={t('minutesOn')} />
      <KeptDay
        {...{ screen, inspection, canEdit }}
        field="reportDueOn"
        label={t('reportDueOn')}
        hint={t('reportDueHint')}
      />
    </>
  )
}

type KeptDayProps = PartProps & {
  readonly field: 'minutesOn' | 'reportDueOn'
  readonly label: string
  readonly hint?: string
}

const KeptDay = ({ screen, inspection, canEdit, field, label, hint }: KeptDayProps) => {
  const { dayText, formats } = useInspectionWords()
  const { store, today } = screen
  const { unit, id } = inspection
  const kept = useAutosave({
    drafts: canEdit ? store.drafts : draftsAside(store.drafts),
    draftKey: `inspection:${field}:${id}`,
    saved: inspection[field].text,
    save: (text) => store.inspections.save(unit, id, { [field]: writtenDate(text) }),
  })
  if (!canEdit) return <p>{`${label}: ${dayText(inspection[field])}`}</p>
  const fill = () => {
    kept.change(formatLocalDate(today))
    void kept.flush()
  }
  return (
    <Stack gap={2}>
      <WrittenDateField
        {...{ label, ...(hint !== undefined && { hint }) }}
        name={field}
        isOptional={field === 'reportDueOn'}
        value={kept.value}
        onChange={kept.change}
        onBlur={() => void kept.flush()}
        isAsked={false}
      />
      {field === 'minutesOn' && kept.value === '' && (
        <Cluster>
          <Button onClick={fill}>{formats.day(today)}</Button>
        </Cluster>
      )}
      <SavedNote state={kept} onRetry={() => void kept.flush()} />
    </Stack>
  )
}
