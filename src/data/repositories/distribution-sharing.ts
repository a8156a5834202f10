/**
 * The quartiles of all communes, worked out where all of them can be read and shared through the feed everybody reads:
 * a commune gets these numbers and never those of another commune (rule SA-19).
 */
import { feedId } from '#domain/change/feed.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { distributionOf, type Quartiles } from '#domain/self-assessment/comparison.ts'
import { meansOf } from '#domain/self-assessment/comparison.ts'
import type { DistributionView } from '#data/contract/review-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { listSubmissions } from './assessment-reader.ts'
import { field, rowOf } from './entity-query.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'

const provinceOf = ({ identity }: Pick<RepositoryParts, 'identity'>): string =>
  identity().places.find(({ kind }) => kind === 'province')?.id ?? ''

const distributionId = (province: string, instrument: string): string => `dst.${province}.${instrument}`

export async function readDistribution(
  db: LocalDatabase,
  parts: Pick<RepositoryParts, 'identity'>,
  instrument: string,
): Promise<DistributionView | null> {
  const province = provinceOf(parts)
  const row = await rowOf(db, feedId(province, 'plan'), distributionId(province, instrument))
  return row
    ? {
        instrument,
        on: field(row, 'on', ''),
        parts: field<Readonly<Record<string, Quartiles>>>(row, 'parts', {}),
      }
    : null
}

/** The latest submission of each commune, in the questions it was given. */
export async function shareDistribution(parts: RepositoryParts, key: string, unitIds: readonly string[]): SaveResult {
  const instrument = await loadInstrument(key)
  if (!instrument) return err({ code: 'assessment.not-found' })
  const means = []
  for (const unit of unitIds) {
    const latest = (await listSubmissions(parts.db, unit)).find(({ content }) => content.instrument === key)
    if (latest)
      means.push(meansOf(instrument, Object.fromEntries(latest.content.answers.map((a) => [a.questionId, a]))))
  }
  const province = provinceOf(parts)
  const shared = Object.entries(distributionOf(means)).map(([part, quartiles]) => [part, { ...quartiles }] as const)
  const fields = { instrument: key, on: todayOf(parts), parts: Object.fromEntries(shared) }
  const entity = distributionId(province, key)
  return parts.commit(async () =>
    ok([{ feed: feedId(province, 'plan'), kind: 'assessment-distribution', entity, fields }]),
  )
}
