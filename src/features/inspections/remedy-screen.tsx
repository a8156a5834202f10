// The commune writes its remedy report: shortcoming by shortcoming what became of it, with proof. What is typed is a draft
// of this device until the report is sealed; photos and documents are records at once.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { reportDueOf } from '#domain/inspection/compilation.ts'
import { feedId } from '#domain/change/feed.ts'
import { type RemedyWork, remedyProblems, toReport } from '#domain/inspection/remedy-report.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Dock } from '#ui/dock.tsx'
import { Field } from '#ui/field.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { InspectionGate, type InspectionRoute, type Loaded, placeName } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { emptyLine, linesOf, type RemedyForm } from './remedy-form.ts'
import { RemedyLineFields } from './remedy-line-fields.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

export const RemedyScreen = ({ unit, id, ...screen }: InspectionRoute) => (
  <InspectionGate {...{ screen, unit, id }}>{(loaded) => <Remedy key={id} {...loaded} />}</InspectionGate>
)

const Remedy = ({ screen, inspection }: Loaded) => {
  const { t, formats } = useInspectionWords()
  const { unit, id, sealed, minutes } = inspection
  const mayReport = screen.person.may('remedy-report', feedId(unit, 'pub'))
  const dueOn = reportDueOf(minutes.map(({ content }) => content))
  const isPast = dueOn !== null && dueOn < screen.today
  const asked = toReport(sealed)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('remedy.write')}
          subtitle={placeName(screen, unit)}
          back={{ href: inspectionPath(unit, id), label: t('outline.toOverview') }}
        />
        {!mayReport && <Notice tone="note">{t('remedy.byLeaders')}</Notice>}
        {minutes.length === 0 && <Notice tone="note">{t('remedy.notYet')}</Notice>}
        {minutes.length > 0 && asked.length === 0 && <Notice tone="note">{t('remedy.nothing')}</Notice>}
        {dueOn !== null && asked.length > 0 && (
          <Notice tone={isPast ? 'warn' : 'note'}>
            {t(isPast ? 'remedy.lateNow' : 'remedy.due', { day: formats.day(dueOn) })}
          </Notice>
        )}
        {mayReport && asked.length > 0 && <RemedyEditor {...{ screen, inspection }} />}
      </Stack>
    </Measure>
  )
}

/** What the report would be sealed from. */
function workOfForm(
  { unit, id, sealed, minutes, remedyEvidence, correctives }: Loaded['inspection'],
  form: RemedyForm,
) {
  const evidence = Object.entries(remedyEvidence).flatMap(([subject, views]) =>
    views.map(({ sha256, size, caption }) => ({ subject, sha256, mime: '', size, caption })),
  )
  const reportDueOn = reportDueOf(minutes.map(({ content }) => content))
  const work: RemedyWork = {
    inspection: id,
    unit,
    shortcomings: sealed,
    evidence,
    correctives,
    reportDueOn,
    lines: linesOf(form),
    words: form.words,
  }
  return work
}

const RemedyEditor = ({ screen, inspection }: Loaded) => {
  const { t } = useInspectionWords()
  const { store, clock, today } = screen
  const draft = useFormDraft<RemedyForm>({
    drafts: store.drafts,
    draftKey: `remedy:${inspection.id}:${inspection.reports.length}`,
    initial: { lines: {}, words: '' },
    clock,
  })
  const form = draft.value
  const [isAsked, setAsked] = useState(false)
  const problems = remedyProblems(workOfForm(inspection, form), today)
  const sealing = useSealing({ screen, inspection }, form, draft.drop)
  const ask = () => {
    setAsked(true)
    if (problems.length === 0) sealing.setAsking(true)
  }
  return (
    <Stack gap={6}>
      {isAsked && problems.length > 0 && (
        <Notice tone="bad" title={t('remedy.notComplete')} announce>
          {t('problems:remedy.incomplete', { count: problems.length })}
        </Notice>
      )}
      {toReport(inspection.sealed).map((shortcoming) => (
        <RemedyLineFields
          key={shortcoming.id}
          {...{ screen, inspection, shortcoming }}
          value={form.lines[shortcoming.id] ?? emptyLine}
          change={(line) => draft.change({ ...form, lines: { ...form.lines, [shortcoming.id]: line } })}
          problems={isAsked ? (problems.find((one) => one.shortcoming === shortcoming.id)?.problems ?? []) : []}
          isAsked={isAsked}
        />
      ))}
      <Field label={t('remedy.general')} note={t('common:optional')}>
        <TextArea
          name="words"
          value={form.words}
          onChange={(event) => draft.change({ ...form, words: event.target.value })}
        />
      </Field>
      <p>{t('remedy.sealHint')}</p>
      <FrameDock>
        <ProblemNotice problem={sealing.problem} title={t('remedy.notSealed')} />
        <Dock
          middle={<DraftNote draft={draft} />}
          end={
            <Button kind="main" icon="lock" onClick={ask}>
              {t('remedy.seal')}
            </Button>
          }
        />
      </FrameDock>
      <Dialog
        open={sealing.isAsking}
        onClose={() => sealing.setAsking(false)}
        title={t('remedy.confirm')}
        closeLabel={t('common:close')}
        actions={
          <Button kind="main" icon="lock" onClick={() => void sealing.seal()}>
            {t('remedy.seal')}
          </Button>
        }
      >
        <p>{t('remedy.sealHint')}</p>
      </Dialog>
    </Stack>
  )
}

function useSealing({ screen, inspection: { unit, id } }: Loaded, form: RemedyForm, drop: () => Promise<void>) {
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const seal = async () => {
    setAsking(false)
    const sealed = await screen.store.inspections.sealRemedy(unit, id, { lines: linesOf(form), words: form.words })
    setProblem(sealed.ok ? null : sealed.error)
    if (!sealed.ok) return
    await drop()
    navigate(inspectionPath(unit, id, 'remedy', sealed.value))
  }
  return { isAsking, setAsking, problem, seal }
}
