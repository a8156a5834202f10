// How far the commune has come already: brought in a workbook, or told stage by stage on the screen of progress.
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { type PastStage, progressColumns, type ProgressFacts, readProgress } from '#domain/first-day/progress-import.ts'
import { ListImport } from '#features/list-import.tsx'
import { saveWorkbook } from '#features/save-workbook.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { FIRST_DAY_PATH, mayTell } from './paths.ts'
import { progressWorkbook } from './progress-template.ts'
import { StepPage } from './step-page.tsx'

export const PastProgressScreen = (screen: ScreenProps) => {
  const { t } = useText('first-day')
  const { store, person, today } = screen
  const unit = person.place.id
  const facts = useLive(async () => ({ known: await store.profiles.progressFacts(unit, today) }), [store, unit, today])
  return (
    <StepPage step="progress" screen={screen}>
      {facts === undefined && <Skeleton label={t('common:loading')} count={4} />}
      {facts?.known === null && (
        <EmptyState icon="chart" title={t('progress.noPlan')} text={t('progress.noPlanText')} />
      )}
      {facts?.known && <Bring screen={screen} facts={{ ...facts.known, today }} />}
    </StepPage>
  )
}

const Bring = ({ screen, facts: current }: { readonly screen: ScreenProps; readonly facts: ProgressFacts }) => {
  const { t, language } = useText('first-day')
  const { store, person, platform } = screen
  // As they were when the screen was opened: what is taken in here must not change what is shown of it.
  const [facts] = useState(current)
  const template = () =>
    saveWorkbook(platform, t('template.progressName'), progressWorkbook(facts.template, t, language))
  return (
    <Stack gap={5}>
      {mayTell(person) && (
        <Section title={t('progress.fromFile')} detail={t('progress.fromFileText')}>
          <ListImport<(typeof progressColumns)[number], PastStage>
            platform={platform}
            columns={progressColumns}
            list="progress"
            read={(workbook) => readProgress(workbook, facts)}
            write={(stages) => store.profiles.bringProgress(person.place.id, stages)}
            onTemplate={() => void template()}
            onDone={() => navigate(FIRST_DAY_PATH)}
          />
        </Section>
      )}
      <Section title={t('progress.byHand')} detail={t('progress.byHandText')}>
        <ButtonLink href="/progress" icon="chart">
          {t('progress.open')}
        </ButtonLink>
      </Section>
    </Stack>
  )
}
