// One auditor of a commune: the name as the decision has it, the post, the fields of work they have there, and from when
// to when. Somebody who audits in another commune already is taken in from there, so that one person stays one.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AuditorView } from '#data/contract/audit-planning-contract.ts'
import { formatLocalDate, type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { type FormDraft, useFormDraft } from '#features/use-form-draft.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { type AccountChoice, AuditorFields, type AuditorDraft } from './auditor-fields.tsx'
import { AUDITORS_PATH, mayPlan, NEW } from './paths.ts'
import { usePlanningWords } from './use-planning-words.ts'

type AuditorScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const AuditorScreen = ({ unit, id, ...screen }: AuditorScreenProps) => {
  const { store, person } = screen
  const { t } = usePlanningWords()
  const units = person.communes.map((place) => place.id)
  const auditors = useLive(() => store.auditPlanning.auditors(units), [store, units.join(' ')])
  const auditor = auditors?.find((one) => one.unit === unit && one.id === id)
  const place = person.communes.find((one) => one.id === unit)?.name ?? unit
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={id === NEW ? t('auditor.new') : (auditor?.name ?? t('auditor.one'))}
          subtitle={place}
          back={{ href: AUDITORS_PATH, label: t('auditors.title') }}
        />
        {auditors === undefined && <Skeleton label={t('loading')} count={5} />}
        {auditors !== undefined && auditor === undefined && id !== NEW && (
          <EmptyState icon="users" title={t('auditor.unknown')} text={t('unknownText')} />
        )}
        {auditors !== undefined && (auditor !== undefined || id === NEW) && (
          <AuditorEditor key={`${unit} ${id}`} {...{ unit, auditor, auditors, screen }} />
        )}
      </Stack>
    </Measure>
  )
}

type EditorProps = {
  readonly unit: string
  readonly auditor: AuditorView | undefined
  readonly auditors: readonly AuditorView[]
  readonly screen: ScreenProps
}

const draftOf = (auditor: AuditorView | undefined, today: LocalDate): AuditorDraft => ({
  from: '',
  account: auditor?.account ?? '',
  name: auditor?.name ?? '',
  post: auditor?.post ?? '',
  fields: [...(auditor?.fields ?? [])],
  other: '',
  since: formatLocalDate(auditor?.since ?? today),
  until: auditor?.until ? formatLocalDate(auditor.until) : '',
})

/** Whom this device knows by account, the person here first; one who left keeps their place in the entry. */
function accountsOf(
  { account, people = [] }: ScreenProps['store']['identity'],
  entry: string,
): readonly AccountChoice[] {
  const known = [account, ...people.filter(({ id }) => id !== account.id)]
  return entry === '' || known.some(({ id }) => id === entry) ? known : [...known, { id: entry, displayName: entry }]
}

const dayOf = (text: string): LocalDate | null => {
  const read = parseWrittenDate(text)
  return read.ok ? read.value : null
}

const AuditorEditor = ({ unit, auditor, auditors, screen }: EditorProps) => {
  const { store, clock, person, today } = screen
  const { t } = usePlanningWords()
  const draftKey = `auditor:${unit}:${auditor?.id ?? NEW}`
  const draft = useFormDraft<AuditorDraft>({ drafts: store.drafts, draftKey, initial: draftOf(auditor, today), clock })
  const { save, problem } = useSaveAuditor(screen, unit, auditor, auditors, draft)
  const canEdit = mayPlan(person, unit)
  const elsewhere = auditors.filter(
    (one) => one.unit !== unit && !auditors.some((own) => own.unit === unit && own.id === one.id),
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap={4}>
        {!canEdit && <Notice tone="note">{t('readOnly')}</Notice>}
        {canEdit && auditor === undefined && elsewhere.length > 0 && (
          <SelectField
            label={t('auditor.from')}
            hint={t('auditor.fromHint')}
            placeholder={t('auditor.fromNobody')}
            value={draft.value.from}
            onChange={({ target: { value } }) => {
              const known = elsewhere.find((one) => one.id === value)
              draft.change({
                ...draft.value,
                from: value,
                ...(known && { name: known.name, post: known.post, account: known.account ?? '' }),
              })
            }}
            options={elsewhere.map((one) => ({
              value: one.id,
              label: t('auditor.at', {
                name: one.name,
                place: person.communes.find((place) => place.id === one.unit)?.name ?? one.unit,
              }),
            }))}
          />
        )}
        <AuditorFields
          accounts={accountsOf(store.identity, draft.value.account ?? '')}
          {...{ draft, problem, canEdit }}
        />
        <ProblemNotice problem={problem} />
        {canEdit && (
          <Cluster>
            <Button kind="main" type="submit" icon="check">
              {t('auditor.save')}
            </Button>
          </Cluster>
        )}
        {canEdit && <DraftNote draft={draft} />}
      </Stack>
    </form>
  )
}

function useSaveAuditor(
  { store, clock }: ScreenProps,
  unit: string,
  auditor: AuditorView | undefined,
  auditors: readonly AuditorView[],
  draft: FormDraft<AuditorDraft>,
) {
  const { t, formats } = usePlanningWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (): Promise<void> => {
    const { from, account, name, post, fields, other, since, until } = draft.value
    const unread = [since, until].find((text) => text.trim() !== '' && dayOf(text) === null)
    if (unread !== undefined) {
      const read = parseWrittenDate(unread)
      setProblem(read.ok ? null : { code: read.error })
      return
    }
    const known = auditors.find(({ id }) => id === from)
    const saved = await store.auditPlanning.saveAuditor(unit, auditor?.id ?? known?.id ?? null, {
      name,
      post,
      account: (account ?? auditor?.account ?? known?.account ?? '') || null,
      fields: other.trim() === '' ? fields : [...fields, other.trim()],
      since: dayOf(since) ?? ('' as LocalDate),
      until: dayOf(until),
    })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    showToast({ text: t('auditor.saved', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(AUDITORS_PATH)
  }
  return { save, problem }
}
