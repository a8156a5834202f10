// What was written of a visit that is not sealed yet, in the order of the form, and the way back into the form.
import type { VisitView } from '#data/contract/visit-contract.ts'
import { type CheckedLine, lineState } from '#domain/field-visit/checked-line.ts'
import { spotDegrees } from '#domain/field-visit/spot.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { editVisitPath } from './paths.ts'
import { toneByFlag, useVisitWords } from './use-visit-words.ts'

type VisitSummaryProps = { readonly visit: VisitView; readonly mayWrite: boolean }

export const VisitSummary = ({ visit, mayWrite }: VisitSummaryProps) => {
  const words = useVisitWords()
  const { t } = words
  return (
    <Stack gap={4}>
      <Cluster gap={2}>
        <Tag tone={toneByFlag[visit.flag]}>{t(`flag.${visit.flag}`)}</Tag>
        <LocationTag location={visit.location} />
      </Cluster>
      <DefinitionList items={factsOf(words, visit)} />
      {visit.checked.length > 0 && <CheckedLines lines={visit.checked} />}
      {mayWrite && (
        <Cluster>
          <ButtonLink icon="edit" href={editVisitPath(visit.unit, visit.id)}>
            {t('correct')}
          </ButtonLink>
        </Cluster>
      )}
    </Stack>
  )
}

const CheckedLines = ({ lines }: { readonly lines: readonly CheckedLine[] }) => {
  const { t } = useVisitWords()
  return (
    <DefinitionList
      items={lines.map((line) => ({
        term: line.known,
        value: t(`known.state.${lineState(line)}`, { found: line.found }),
      }))}
    />
  )
}

/** Only what was written; the same facts on the screen and on paper. */
export function factsOf(
  { t, stageName, reasonsText, spotText, timesText }: ReturnType<typeof useVisitWords>,
  visit: Omit<VisitView, 'id' | 'planned' | 'location' | 'by' | 'isSealed'>,
): readonly { readonly term: string; readonly value: string }[] {
  return [
    { term: t('when'), value: [visit.on.text, timesText(visit)].filter(Boolean).join(' · ') },
    { term: t('visitors'), value: visit.visitors },
    { term: t('received'), value: visit.received },
    { term: t('stage'), value: stageName(visit.stage) },
    { term: t('flagLegend'), value: t(`flag.${visit.flag}`) },
    { term: t('done'), value: visit.done },
    { term: t('lateReasons'), value: reasonsText(visit.lateReasons) },
    { term: t('recommendation'), value: visit.recommendation },
    {
      term: t('coordinationLegend'),
      value: visit.coordination === null ? '' : t(`coordination.${visit.coordination}`),
    },
    { term: t('opinion'), value: visit.opinion },
    { term: t('spot.title'), value: visit.spot === null ? '' : spotText(spotDegrees(visit.spot)) },
  ].filter(({ value }) => value !== '')
}
