// What followed a finding: the auditee's confirmation or disagreement, and a new grade by the team. Every step stays; the
// latest of its sort holds. The same under the draft on the auditor's tablet and under the published finding.
import { useState } from 'react'
import type { ResponseView } from '#data/contract/audit-on-site-contract.ts'
import type { FindingView } from '#data/contract/internal-audit-contract.ts'
import { feedId, parseFeed } from '#domain/change/feed.ts'
import { standingResponse } from '#domain/internal-audit/finding-response.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { GradeTag, useFindingWords } from './finding-content.tsx'
import { FindingResponseForm } from './finding-response-form.tsx'
import { LocationTag } from './location-tag.tsx'
import { useLive } from './use-live.ts'
import type { ScreenProps } from './screen-props.ts'

type FindingResponsesProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'clock' | 'today'>
  readonly finding: FindingView
}

type Way = 'answer' | 'grade'

export const FindingResponses = ({ screen, finding }: FindingResponsesProps) => {
  const { t } = useText('finding-response')
  const [way, setWay] = useState<Way | null>(null)
  const scope = parseFeed(finding.feed)?.scope ?? ''
  const isPublished = finding.feed === feedId(scope, 'pub')
  const mayAnswer = screen.person.may('finding-response', finding.feed)
  const mayGrade = isPublished && mayAnswer && screen.person.may('finding', feedId(scope, 'audit'))
  const { responses } = finding
  const ids = responses.map(({ id }) => id).join(' ')
  const old = useLive(
    () => screen.store.onSite.oldAnswers(finding.feed, [finding.id]),
    [screen.store, finding.feed, finding.id, finding.changedAt, ids],
  )
  if (responses.length === 0 && !mayAnswer) return null
  return (
    <Section title={t('title')} {...(responses.length === 0 && { detail: t('none') })}>
      <Stack gap={3}>
        {responses.length > 0 && (
          <Rows label={t('title')}>
            {responses.map((response) => (
              <ResponseRow key={response.id} response={response} isOld={old?.has(response.id) === true} />
            ))}
          </Rows>
        )}
        {old?.has(standingResponse(responses)?.id ?? '') === true && <Notice tone="warn">{t('oldWords')}</Notice>}
        {finding.firstGrade !== finding.grade && <FirstGrade finding={finding} />}
        {way === null && mayAnswer && (
          <Cluster>
            <Button icon="pen" onClick={() => setWay('answer')}>
              {t('answer')}
            </Button>
            {mayGrade && (
              <Button kind="plain" icon="edit" onClick={() => setWay('grade')}>
                {t('regrade')}
              </Button>
            )}
          </Cluster>
        )}
        {way !== null && <FindingResponseForm {...{ screen, finding, way }} onClose={() => setWay(null)} />}
      </Stack>
    </Section>
  )
}

const FirstGrade = ({ finding }: Pick<FindingResponsesProps, 'finding'>) => {
  const { t } = useText('finding-response')
  const { gradeText } = useFindingWords()
  return <p>{t('firstGrade', { grade: gradeText(finding.firstGrade) })}</p>
}

type ResponseRowProps = { readonly response: ResponseView; readonly isOld: boolean }

const ResponseRow = ({ response, isOld }: ResponseRowProps) => {
  const { t } = useText('finding-response')
  const formats = useFormats()
  const { agrees, words, name, post, on, grade, byName, at, location } = response
  const title = grade !== null ? t('graded') : t(agrees ? 'agrees' : 'disagrees')
  return (
    <Row
      title={title}
      detail={
        <>
          {words !== '' && (
            <>
              {words}
              <br />
            </>
          )}
          {t('by', { name, post, day: formats.day(on) })}
          <br />
          {t('written', { author: byName ?? t('someone'), time: formats.dateTime(at) })}
        </>
      }
      trailing={
        <Cluster gap={2}>
          {grade === null ? (
            <Tag tone={agrees ? 'good' : 'warn'}>{t(agrees ? 'tagAgrees' : 'tagDisagrees')}</Tag>
          ) : (
            <GradeTag grade={grade} />
          )}
          {isOld && <Tag tone="warn">{t('tagOldWords')}</Tag>}
          <LocationTag location={location} />
        </Cluster>
      }
    />
  )
}
