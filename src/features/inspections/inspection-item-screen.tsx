// One content of the outline: the question, three answers for one thumb, what was seen, photos, and where it is not met
// the way to write the shortcoming. Everything is written on the device first.
import { useState } from 'react'
import { feedId } from '#domain/change/feed.ts'
import { inspectionItemId } from '#domain/inspection/inspection-names.ts'
import { itemIn, numberIn, type Outline } from '#domain/inspection/inspection-outline.ts'
import { type ItemResult, itemResults, type OutlineItem } from '#domain/inspection/outline.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { KeptTextField } from '#features/kept-text-field.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { BackLink } from '#ui/back-link.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import {
  InspectionGate,
  type InspectionRoute,
  type Loaded,
  Missing,
  placeName,
  readOnlyReason,
} from './inspection-gate.tsx'
import { ItemDock } from './item-dock.tsx'
import { ItemHelp } from './item-help.tsx'
import { inspectionPath } from './paths.ts'
import { ShortcomingRows } from './shortcoming-rows.tsx'
import { useInspectionWords } from './use-inspection-words.ts'
import { type OutlineAnswer, useOutlineAnswer } from './use-outline-answer.ts'

export const InspectionItemScreen = ({ unit, id, item, ...screen }: InspectionRoute & { readonly item: string }) => {
  const { t } = useInspectionWords()
  return (
    <InspectionGate {...{ screen, unit, id }}>
      {(loaded) => {
        const { outline } = loaded.inspection
        const content = outline === null ? undefined : itemIn(outline, item)
        if (outline === null || content === undefined) return <Missing title={t('missing.record')} />
        return <Item key={`${id} ${item}`} {...loaded} {...{ outline, content }} />
      }}
    </InspectionGate>
  )
}

type ItemProps = Loaded & { readonly outline: Outline; readonly content: OutlineItem }

const Item = ({ screen, inspection, outline, content }: ItemProps) => {
  const { t } = useInspectionWords()
  const { unit, id } = inspection
  const { store, platform, person } = screen
  const reason = readOnlyReason(person, inspection)
  const canEdit = reason === null
  const [isAsked, setAsked] = useState(false)
  const answer = useOutlineAnswer(store, inspection, content.id, canEdit)
  const position = numberIn(outline, content.id)
  return (
    <Measure>
      <FrameTitle
        title={placeName(screen, unit)}
        subtitle={t('outline.position', { position, total: outline.items.length })}
      />
      <Stack gap={5}>
        <BackLink href={inspectionPath(unit, id)} label={t('outline.toOverview')} />
        {reason !== null && <Notice tone="note">{t(`readOnly.${reason}`)}</Notice>}
        <Result {...{ content, position, answer, canEdit }} />
        <ProblemNotice problem={answer.problem} onRetry={() => void answer.choose(answer.result ?? 'met')} />
        <Seen {...{ answer, canEdit }} isAsked={isAsked && answer.waitsForReason} />
        <ItemShortcomings {...{ inspection, content, answer, canEdit }} />
        <Section title={t('item.evidence')}>
          <EvidenceStrip
            feed={feedId(unit, 'pub')}
            of={inspectionItemId(id, content.id)}
            {...{ store, platform, canEdit }}
            takesFiles
            label={t('item.evidence')}
          />
        </Section>
      </Stack>
      <ItemDock {...{ inspection, outline, content, answer }} onHeldBack={() => setAsked(true)} />
    </Measure>
  )
}

type PartProps = {
  readonly content: OutlineItem
  readonly answer: OutlineAnswer
  readonly canEdit: boolean
}

/** Characters: what would fill a phone in the size of a question is set smaller, so that the answers stay in sight. */
const LONG_QUESTION = 120

const Result = ({ content, position, answer, canEdit }: PartProps & { readonly position: number }) => {
  const { t, textOf } = useInspectionWords()
  const question = textOf(content.question)
  return (
    <ChoiceGroup
      legend={`${position}. ${question}`}
      legendSize={question.length > LONG_QUESTION ? 'long-question' : 'question'}
      name="result"
      value={answer.result ?? ''}
      onChange={(value) => void answer.choose(value as ItemResult)}
      disabled={!canEdit}
      options={itemResults.map((result) => ({
        value: result,
        label: t(`result.${result}`),
        isDashed: result === 'na',
      }))}
      intro={<ItemHelp content={content} />}
    />
  )
}

type SeenProps = Omit<PartProps, 'content'> & { readonly isAsked: boolean }

const Seen = ({ answer: { result, note, waitsForReason }, canEdit, isAsked }: SeenProps) => {
  const { t } = useInspectionWords()
  const isReason = result === 'na'
  const problem = note.problem?.code === 'answer.reason-missing' ? null : note.problem
  return (
    <KeptTextField
      name="note"
      label={t(isReason ? 'item.reason' : 'item.note')}
      hint={t(isReason ? 'item.reasonHint' : 'item.noteHint')}
      error={isAsked ? t('problems:answer.reason-missing') : undefined}
      kept={{ ...note, problem }}
      canEdit={canEdit}
      isSilent={waitsForReason}
    />
  )
}

type ItemShortcomingsProps = PartProps & Pick<Loaded, 'inspection'>

const ItemShortcomings = ({ inspection, content, answer, canEdit }: ItemShortcomingsProps) => {
  const { t } = useInspectionWords()
  const own = inspection.shortcomings.filter(({ item }) => item === content.id)
  const isNotMet = answer.result === 'not-met'
  if (!isNotMet && own.length === 0) return null
  return (
    <Section title={t('item.shortcomings')}>
      <Stack gap={3}>
        {canEdit && own.length === 0 && <Notice tone="warn">{t('item.needsShortcoming')}</Notice>}
        {own.length > 0 && <ShortcomingRows inspection={inspection} shortcomings={own} />}
        {canEdit && (
          <ButtonLink
            icon="plus"
            wide
            href={`${inspectionPath(inspection.unit, inspection.id, 'shortcoming', 'new')}?item=${content.id}`}
          >
            {t('item.addShortcoming')}
          </ButtonLink>
        )}
      </Stack>
    </Section>
  )
}
