// What the commune reported back, and for its leaders the way to report: shown first where something is asked of them.
import { followInspection, type FollowedInspection, reportDueOf } from '#domain/inspection/compilation.ts'
import { feedId } from '#domain/change/feed.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Loaded } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { toneByReport, toneByStanding, useInspectionWords } from './use-inspection-words.ts'

export const RemedyRows = ({ screen, inspection }: Loaded) => {
  const { t, formats } = useInspectionWords()
  const { unit, id, reports } = inspection
  const minutes = inspection.minutes.map(({ content }) => content)
  const record = { inspection: id, unit, minutes, reports: reports.map(({ content }) => content) }
  const followed = followInspection(record, screen.today)
  if (followed === null || followed.asked === 0) return null
  const mayReport = screen.person.may('remedy-report', feedId(unit, 'pub'))
  const isOpen = followed.report !== 'sent' && followed.report !== 'sent-late'
  return (
    <Section
      title={t('remedy.title')}
      detail={<Tag tone={toneByReport[followed.report]}>{t(`report.${followed.report}`)}</Tag>}
    >
      <Stack gap={3}>
        {isOpen && <DueNotice {...{ screen }} dueOn={reportDueOf(minutes)} />}
        {mayReport && isOpen && (
          <Cluster>
            <ButtonLink kind="main" icon="pen" href={inspectionPath(unit, id, 'remedy')}>
              {t('remedy.write')}
            </ButtonLink>
          </Cluster>
        )}
        <Followed followed={followed} inspection={inspection} />
        {reports.length > 0 && (
          <Rows label={t('remedy.title')}>
            {reports.map(({ id: report, content, location }) => (
              <Row
                key={report}
                title={`${t('remedy.number', { number: content.number })} · ${formats.day(content.on)}`}
                detail={[
                  t(content.isLate ? 'remedy.late' : 'remedy.inTime'),
                  t(content.isComplete ? 'remedy.isComplete' : 'remedy.isPartial'),
                ].join(' · ')}
                trailing={<LocationTag location={location} />}
                href={inspectionPath(unit, id, 'remedy', report)}
                cue={t('common:open')}
              />
            ))}
          </Rows>
        )}
      </Stack>
    </Section>
  )
}

type DueNoticeProps = Pick<Loaded, 'screen'> & { readonly dueOn: FollowedInspection['reportDueOn'] }

const DueNotice = ({ screen: { today }, dueOn }: DueNoticeProps) => {
  const { t, formats } = useInspectionWords()
  if (dueOn === null) return null
  const isPast = dueOn < today
  return (
    <Notice tone={isPast ? 'bad' : 'note'}>
      {t(isPast ? 'remedy.lateNow' : 'remedy.due', { day: formats.day(dueOn) })}
    </Notice>
  )
}

type FollowedProps = { readonly followed: FollowedInspection; readonly inspection: Loaded['inspection'] }

const Followed = ({ followed, inspection: { unit, id, correctives } }: FollowedProps) => {
  const { t, dueText } = useInspectionWords()
  const correctiveText = (shortcoming: string): string => {
    const found = correctives[shortcoming]
    if (found === undefined) return t('remedy.noCorrective')
    return t('remedy.corrective', { number: found.number, state: t(`caState.${found.state}`) })
  }
  return (
    <Rows label={t('compiled.eachTitle')}>
      {followed.shortcomings
        .filter(({ grade }) => grade !== 'observation')
        .map((one) => (
          <Row
            key={one.id}
            title={one.facts}
            detail={`${t('shortcoming.due', { day: dueText(one.dueOn) })} · ${correctiveText(one.id)}`}
            trailing={<Tag tone={toneByStanding[one.standing]}>{t(`standing.${one.standing}`)}</Tag>}
            href={inspectionPath(unit, id, 'shortcoming', one.id)}
          />
        ))}
    </Rows>
  )
}
