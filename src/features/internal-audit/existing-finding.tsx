// A finding that has its number and can still be changed: it keeps itself while it is written, takes photos, and can be
// taken back. A removal is done when the screen is left, so that until then one press undoes it.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { FindingView } from '#data/contract/internal-audit-contract.ts'
import { findingProblems, foundOn } from '#domain/internal-audit/finding.ts'
import { mayRemoveFinding } from '#domain/internal-audit/finding-response.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { FindingResponses } from '#features/finding-responses.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { SavedNote } from '#features/saved-note.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { type AutosavedField, useAutosave } from '#features/use-autosave.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock, FrameTitle } from '#ui/frame-slots.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { FindingFields } from './finding-fields.tsx'
import { type FindingForm, formOf, inputOf } from './finding-form.ts'
import { newFindingPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

type ExistingFindingProps = ScreenProps &
  LoadedAudit & {
    readonly finding: FindingView
    readonly back: { readonly href: string; readonly label: string }
  }

export const ExistingFinding = (props: ExistingFindingProps) => {
  const { audit, finding, back } = props
  const { t } = useAuditWords()
  const removal = useRemoveFinding(props)
  return (
    <Measure>
      <FrameTitle title={t('finding.title')} subtitle={audit.title} />
      <Stack gap={5}>
        <PageHeader title={finding.number} back={back} aside={<LocationTag location={finding.location} />} />
        {removal.isRemoved ? (
          <Notice
            tone="warn"
            announce
            title={t('finding.removed')}
            actions={
              <Button icon="refresh" onClick={removal.undo}>
                {t('common:undo')}
              </Button>
            }
          >
            {t('finding.removedText')}
          </Notice>
        ) : (
          <FindingEditor {...props} onRemove={removal.remove} />
        )}
      </Stack>
    </Measure>
  )
}

const FindingEditor = ({
  store,
  platform,
  today,
  person,
  audit,
  finding,
  back,
  onRemove,
  clock,
}: ExistingFindingProps & { readonly onRemove: () => void }) => {
  const { t } = useAuditWords()
  const since = foundOn(audit.on, today)
  const form = useFindingForm(store, finding, clock, since)
  const problems = findingProblems(inputOf(form.value, finding.item), since)
  const choose = (value: FindingForm) => {
    form.change(value)
    void form.flush()
  }
  return (
    <>
      <FindingFields
        form={form.value}
        onChange={form.change}
        onChoose={choose}
        onLeave={() => void form.flush()}
        isAsked={false}
        {...{ today, since, problems }}
      />
      <Section title={t('finding.photos')}>
        <EvidenceStrip
          feed={finding.feed}
          of={finding.id}
          {...{ store, platform }}
          canEdit
          label={t('finding.photos')}
        />
      </Section>
      <FindingResponses screen={{ store, person, clock, today }} finding={finding} />
      <Cluster gap={3}>
        <ButtonLink icon="plus" href={newFindingPath(audit.id, finding.item)}>
          {t('finding.addAnother')}
        </ButtonLink>
        {mayRemoveFinding(finding.responses) && (
          <Button kind="plain" icon="trash" onClick={onRemove}>
            {t('finding.remove')}
          </Button>
        )}
      </Cluster>
      {!mayRemoveFinding(finding.responses) && <p>{t('finding.answeredStays')}</p>}
      <FrameDock>
        {problems.length === 0 && <ProblemNotice problem={form.problem} onRetry={() => void form.flush()} />}
        <Dock
          middle={
            problems.length > 0 ? (
              <span>{t('finding.waits')}</span>
            ) : (
              <SavedNote state={{ ...form, problem: null }} onRetry={() => void form.flush()} />
            )
          }
          end={
            <ButtonLink kind="main" href={back.href}>
              {t('finding.done')}
            </ButtonLink>
          }
        />
      </FrameDock>
    </>
  )
}

const draftKeyOf = ({ id }: FindingView): string => `finding:${id}`

/** While something is missing or a date names no day, the draft keeps the text and the record keeps its last good state. */
function useFindingForm(
  store: ScreenProps['store'],
  finding: FindingView,
  clock: ScreenProps['clock'],
  since: LocalDate,
): AutosavedField<FindingForm> {
  // The same content has to be the same object, or a redraw before the live query caught up would undo a fresh write.
  const text = JSON.stringify(formOf(finding))
  const saved = useMemo(() => JSON.parse(text) as FindingForm, [text])
  return useAutosave<FindingForm>({
    drafts: store.drafts,
    draftKey: draftKeyOf(finding),
    saved,
    save: async (form) => {
      const input = inputOf(form, finding.item)
      const [problem] = findingProblems(input, since)
      if (problem) return err(problem)
      const done = await store.audits.saveFinding(finding.audit, { ...input, id: finding.id })
      return done.ok ? ok({ savedAt: clock.now() }) : done
    },
  })
}

function useRemoveFinding({ store, audit, finding }: ExistingFindingProps) {
  const showToast = useToast()
  const problemText = useProblemText()
  const [isRemoved, setRemoved] = useState(false)
  const isWanted = useRef(false)
  const remove = () => {
    isWanted.current = true
    setRemoved(true)
  }
  const undo = () => {
    isWanted.current = false
    setRemoved(false)
  }
  useEffect(() => {
    const commit = async () => {
      if (!isWanted.current) return
      isWanted.current = false
      const done = await store.audits.removeFinding(audit.id, finding.id)
      if (done.ok) await store.drafts.remove(draftKeyOf(finding))
      else showToast({ text: problemText(done.error), tone: 'bad' })
    }
    const commitNow = () => void commit()
    window.addEventListener('pagehide', commitNow)
    return () => {
      window.removeEventListener('pagehide', commitNow)
      commitNow()
    }
  }, [store, audit.id, finding, showToast, problemText])
  return { isRemoved, remove, undo }
}
