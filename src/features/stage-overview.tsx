// The stages of one commune as everybody reads them: planned days, the word of the commune beside the word of who
// follows it (PIL-5), what proves a stage, and everything that happened to it. Only words and rows; no writing.
import type { PilotView, StageView } from '#data/contract/pilot-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { StageEvent, StageState } from '#domain/pilot/stage-event.ts'
import type { Deliverable, StageCode } from '#domain/pilot/stage-template.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { StageList } from '#ui/stage-list.tsx'
import type { StageState as CellState } from '#ui/stage-cells.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'
import { EvidenceStrip } from './evidence-strip.tsx'
import { LocationTag } from './location-tag.tsx'
import type { Platform } from './screen-props.ts'

const looks = {
  'not-reached': { cell: 'empty', tone: 'idle' },
  'in-progress': { cell: 'now', tone: 'act' },
  late: { cell: 'late', tone: 'bad' },
  declared: { cell: 'done', tone: 'note' },
  confirmed: { cell: 'confirmed', tone: 'good' },
} as const satisfies Readonly<Record<StageState['status'], { readonly cell: CellState; readonly tone: Tone }>>

/** Words about stages that lists and pages share. */
export function useStageWords() {
  const { t, language } = useText('pilot')
  const formats = useFormats()
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  return {
    textOf,
    stageName: (code: StageCode): string => textOf(stageByCode(code)?.name ?? { vi: '', en: '' }),
    /** The state in words, with the days late: "Trễ 12 ngày". */
    stateText: (state: StageState): string => {
      if (state.returned !== null && state.status !== 'late') return t('status.returned')
      return t(state.daysLate > 0 ? `statusLate.${state.status}` : `status.${state.status}`, { count: state.daysLate })
    },
    plannedText: (state: StageState): string =>
      t('planned', { start: formats.day(state.plannedStart), end: formats.day(state.plannedEnd) }),
    declaredText: (state: StageState): string => {
      const declared = state.declarations.at(-1)
      return declared ? t('declaredOn', { day: formats.day(declared.on) }) : t('notDeclared')
    },
    confirmedText: (state: StageState): string => {
      const confirmed = state.confirmations.at(-1)
      return confirmed ? t('confirmedOn', { day: formats.day(confirmed.on) }) : t('notConfirmed')
    },
  }
}

export const StageTag = ({ state }: { readonly state: StageState }) => {
  const { stateText } = useStageWords()
  return (
    <Tag tone={state.returned && state.status !== 'late' ? 'warn' : looks[state.status].tone}>{stateText(state)}</Tag>
  )
}

type StageOverviewProps = {
  readonly view: Pick<PilotView, 'stages'>
  /** Where a stage is opened; without it the rows lead nowhere. */
  readonly hrefOf?: (stage: StageCode) => string
}

export const StageOverview = ({ view, hrefOf }: StageOverviewProps) => {
  const { t } = useText('pilot')
  const words = useStageWords()
  return (
    <StageList
      label={t('stages')}
      stages={view.stages.map((state) => ({
        key: state.stage,
        short: state.stage,
        name: words.stageName(state.stage),
        state: looks[state.status].cell,
        label: words.stateText(state),
        detail: <StageDays state={state} />,
        trailing: <StageTag state={state} />,
        ...(hrefOf && { href: hrefOf(state.stage) }),
      }))}
    />
  )
}

/** The word of the commune and the word of who follows it are never folded into one (PIL-5). */
const StageDays = ({ state }: { readonly state: StageState }) => {
  const words = useStageWords()
  const isDone = state.declarations.length + state.confirmations.length > 0
  return (
    <>
      {words.plannedText(state)}
      {isDone && (
        <>
          <br />
          {words.declaredText(state)}
          <br />
          {words.confirmedText(state)}
        </>
      )}
    </>
  )
}

type StageProofProps = {
  readonly stage: StageView
  readonly feed: string
  /** What the photos of the stage hang on, see `PilotRepository.stageEntity`. */
  readonly entity: string
  readonly store: Pick<PersonStore, 'evidence' | 'drafts' | 'activities'>
  readonly platform: Platform
}

/** What was put forward for each deliverable, to read only. */
export const StageProof = ({ stage, ...target }: StageProofProps) => {
  const { textOf } = useStageWords()
  return (
    <Stack gap={4}>
      {stage.definition.deliverables.map((deliverable) => (
        <Section key={deliverable.id} level={3} title={textOf(deliverable.name)}>
          <ProofOf {...{ deliverable, stage }} {...target} />
        </Section>
      ))}
    </Stack>
  )
}

const ProofOf = ({
  deliverable,
  stage,
  feed,
  entity,
  store,
  platform,
}: StageProofProps & { readonly deliverable: Deliverable }) => {
  const { t } = useText('pilot')
  const { textOf } = useStageWords()
  const photos = stage.evidence.filter((photo) => photo.deliverable === deliverable.id)
  const proofs = (stage.declarations.at(-1)?.evidence ?? []).filter((proof) => proof.deliverable === deliverable.id)
  const words = proofs.map(({ attestation }) => attestation).filter((text) => text.trim() !== '')
  const hasRecord = proofs.some(({ evidenceId }) => evidenceId !== null && photos.every(({ id }) => id !== evidenceId))
  const label = t('photosOf', { name: textOf(deliverable.name) })
  return (
    <Stack gap={2}>
      {words.map((text) => (
        <p key={text}>{t('attested', { text })}</p>
      ))}
      {hasRecord && <p>{t('recordInApp')}</p>}
      {photos.length > 0 && (
        <EvidenceStrip {...{ feed, store, platform, label }} of={entity} deliverable={deliverable.id} canEdit={false} />
      )}
      {photos.length === 0 && words.length === 0 && !hasRecord && <p>{t('noProof')}</p>}
    </Stack>
  )
}

type StageHistoryProps = {
  readonly events: StageView['events']
  /** Account in front of the screen: its own acts are told as "anh/chị". */
  readonly ownAccount: string
}

export const StageHistory = ({ events, ownAccount }: StageHistoryProps) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const authorOf = ({ by, type }: StageEvent): string =>
    by === ownAccount
      ? t('author.you')
      : t(type === 'started' || type === 'declared-done' ? 'author.commune' : 'author.follower')
  if (events.length === 0) return <p>{t('noHistory')}</p>
  return (
    <Rows label={t('history')}>
      {events.map((event) => (
        <Row
          key={event.id}
          title={t(`event.${event.type}`, { day: formats.day(event.on) })}
          detail={
            <>
              {t('recorded', { author: authorOf(event), time: formats.dateTime(hlcToMs(event.at)) })}
              {event.note !== '' && (
                <>
                  <br />
                  {t('note', { text: event.note })}
                </>
              )}
            </>
          }
          trailing={<LocationTag location={event.location} />}
        />
      ))}
    </Rows>
  )
}
