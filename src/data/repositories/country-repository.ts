/** The summaries of provinces on this device. Thirty-four small records for the whole country, found by their kind. */
import { parseFeed } from '#domain/change/feed.ts'
import { readProvinceSummary } from '#domain/reporting/province-summary.ts'
import type { CountryRepository } from '#data/contract/country-contract.ts'
import { isAlive } from '#data/gesture.ts'
import { nullable } from './entity-query.ts'
import type { RepositoryParts } from './repository-parts.ts'

export const createCountryRepository = ({ db }: Pick<RepositoryParts, 'db'>): CountryRepository => ({
  summaries: async () => {
    const rows = await db.ent.where('kind').equals('pilot-summary').toArray()
    const summaries = rows.filter(isAlive).flatMap((row) => {
      const [plan, on, madeAt, columns] = ['plan', 'on', 'madeAt', 'columns'].map((name) => nullable(row, name))
      return readProvinceSummary(parseFeed(row.feed)?.scope ?? '', { plan, on, madeAt, columns }) ?? []
    })
    return summaries.sort((a, b) => (a.province < b.province ? -1 : 1))
  },
})
