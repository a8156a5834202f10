// The minutes of an inspection: those that are sealed, and for the team the way to seal or to begin further ones.
import { useState } from 'react'
import { countShortcomings } from '#domain/inspection/minutes.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { type Loaded, mayInspect } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

export const MinutesRows = ({ screen, inspection }: Loaded) => {
  const { t, formats, countsText } = useInspectionWords()
  const { unit, id, minutes, isSealed } = inspection
  const isTeam = mayInspect(screen.person, unit)
  if (minutes.length === 0 && !isTeam) return null
  return (
    <Section title={t('minutes.title')}>
      <Stack gap={3}>
        {minutes.length > 0 && (
          <Rows label={t('minutes.title')}>
            {minutes.map(({ id: record, content, location }) => (
              <Row
                key={record}
                title={`${t('minutes.number', { number: content.number })} · ${formats.day(content.on)}`}
                detail={`${t(`rating.${content.rating}`)} · ${countsText(countShortcomings(content.shortcomings))}`}
                trailing={<LocationTag location={location} />}
                href={inspectionPath(unit, id, 'minutes', record)}
                cue={t('common:open')}
              />
            ))}
          </Rows>
        )}
        {isTeam && !isSealed && (
          <Cluster>
            <ButtonLink icon="document" href={inspectionPath(unit, id, 'preview')}>
              {t('minutes.preview')}
            </ButtonLink>
          </Cluster>
        )}
        {isTeam && isSealed && <Further {...{ screen, inspection }} />}
      </Stack>
    </Section>
  )
}

const Further = ({ screen, inspection: { unit, id } }: Loaded) => {
  const { t } = useInspectionWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const begin = async () => {
    const begun = await screen.store.inspections.reopen(unit, id)
    setProblem(begun.ok ? null : begun.error)
  }
  return (
    <Stack gap={2}>
      <p>{t('minutes.furtherHint')}</p>
      <Cluster>
        <Button icon="plus" onClick={() => void begin()}>
          {t('minutes.further')}
        </Button>
      </Cluster>
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
