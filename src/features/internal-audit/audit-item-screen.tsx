// One item of the checklist: the question, five answers for one thumb, what was seen, photos, and from a result that
// is not conforming the way to write the finding.
import { useState } from 'react'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import { auditResults, type AuditResult } from '#domain/internal-audit/audit-result.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { AnswerConflict } from '#features/answer-conflict.tsx'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { BackLink } from '#ui/back-link.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { readOnlyReason } from './audit-access.ts'
import { AuditGate, type LoadedAudit, Missing } from './audit-gate.tsx'
import { AuditItemDock } from './audit-item-dock.tsx'
import { ItemFindings, ItemNote, type PartProps, Reason } from './audit-item-parts.tsx'
import { auditFeed, auditPath, itemEntity } from './paths.ts'
import { ProvinceHelp } from './province-help.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { useItemAnswer } from './use-item-answer.ts'

export const AuditItemScreen = ({
  id,
  item,
  ...screen
}: ScreenProps & { readonly id: string; readonly item: string }) => {
  const { t } = useAuditWords()
  return (
    <AuditGate store={screen.store} id={id}>
      {(loaded) => {
        const question = loaded.checklist.questions.find((candidate) => candidate.id === item)
        const back = { href: auditPath(id), label: t('backToAudit') }
        if (question === undefined)
          return <Missing title={t('missing.item')} text={t('missing.itemText')} back={back} />
        return <AuditItem key={`${id} ${item}`} {...screen} {...loaded} question={question} />
      }}
    </AuditGate>
  )
}

type AuditItemProps = ScreenProps & LoadedAudit & { readonly question: Question }

const AuditItem = ({ store, person, platform, audit, checklist, question }: AuditItemProps) => {
  const { t, resultText } = useAuditWords()
  const conflictWords = (field: string, value: JsonValue) =>
    field === 'result' ? resultText(value as AuditResult | null) : undefined
  const [isReasonAsked, setReasonAsked] = useState(false)
  const canEdit = readOnlyReason(person, audit) === null
  const answer = useItemAnswer(store, audit, question.id, canEdit)
  const waitsForReason = answer.result === 'NA' && answer.reason.value.trim() === ''
  const position = checklist.questions.indexOf(question) + 1
  const total = checklist.questions.length
  return (
    <Measure>
      <FrameTitle title={audit.title} subtitle={t('itemPosition', { position, total })} />
      <Stack gap={5}>
        <BackLink href={auditPath(audit.id)} label={t('backToAudit')} />
        {audit.items[question.id]?.hasConflict && (
          <AnswerConflict
            store={store}
            entity={itemEntity(audit.id, question.id)}
            canChoose={canEdit}
            wordsOf={conflictWords}
          />
        )}
        <Result {...{ store, audit, checklist, question, answer, canEdit }} />
        {answer.result === 'NA' && (
          <Reason answer={answer} canEdit={canEdit} isAsked={isReasonAsked && waitsForReason} />
        )}
        <ProblemNotice problem={answer.problem} onRetry={() => void answer.choose(answer.result ?? 'C')} />
        <ItemFindings {...{ audit, question, answer, canEdit }} />
        <ItemNote answer={answer} canEdit={canEdit} />
        <Section title={t('evidence')}>
          <EvidenceStrip
            feed={auditFeed(audit.unitId)}
            of={itemEntity(audit.id, question.id)}
            {...{ store, platform, canEdit }}
            label={t('evidence')}
          />
        </Section>
      </Stack>
      <AuditItemDock
        {...{ audit, checklist, question, answer, waitsForReason }}
        onHeldBack={() => setReasonAsked(true)}
      />
    </Measure>
  )
}

/** Characters: what would fill a phone in the size of a question is set smaller, so that the answers stay in sight. */
const LONG_QUESTION = 120

type ResultProps = PartProps & Pick<LoadedAudit, 'checklist'> & Pick<ScreenProps, 'store'>

const Result = ({ store, audit, checklist, question, answer, canEdit }: ResultProps) => {
  const { t, textOf } = useAuditWords()
  const words = textOf(question.text)
  const readOnly = audit.concludedAt === null ? 'role' : 'concluded'
  return (
    <ChoiceGroup
      legend={t('itemTitle', { item: itemLabel(checklist, question.id), text: words })}
      legendSize={words.length > LONG_QUESTION ? 'long-question' : 'question'}
      name="result"
      value={answer.result ?? ''}
      onChange={(value) => void answer.choose(value as AuditResult)}
      disabled={!canEdit}
      options={auditResults.map((result) => ({
        value: result,
        label: t(`choice.${result}`),
        isDashed: result === 'NA',
      }))}
      intro={
        <Stack gap={3}>
          <Cluster gap={2}>
            {question.clause !== null && (
              <Tag tone="idle" icon="document">
                {t('clause', { clause: question.clause })}
              </Tag>
            )}
            {audit.items[question.id] && <LocationTag location={audit.items[question.id]?.location ?? 'on-device'} />}
          </Cluster>
          {!canEdit && <Notice tone="note">{t(`readOnly.${readOnly}`)}</Notice>}
          <Disclosure summary={t('help')}>
            <Stack gap={2}>
              <p>{textOf(question.why)}</p>
              {textOf(question.evidence) !== textOf(question.why) && (
                <p>{t('whatProves', { text: textOf(question.evidence) })}</p>
              )}
              <ProvinceHelp store={store} origin={audit.ownItems.find(({ id }) => id === question.id)?.origin} />
            </Stack>
          </Disclosure>
        </Stack>
      }
    />
  )
}
