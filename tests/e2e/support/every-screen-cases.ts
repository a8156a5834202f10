// Whose screens are walked through, and what of the route table no link of the demonstration leads to.
import type { Page } from '@playwright/test'
import type { Workplace } from '#features/screen-props.ts'
import { beginAudit } from './begin-audit.ts'
import { isLong } from './length.ts'
import { type Language, routeOf, routesToLookAt } from './screens.ts'

export interface Case {
  readonly username: string
  readonly workplace: Workplace
  /** In which the walk reads; in the other language only what nobody else reads in it, and the main screens. */
  readonly language: Language
  readonly prepare?: (page: Page) => Promise<void>
  /** Only the routes that differ from those of the case before, for a second person of a workplace. */
  readonly only?: RegExp
  /** Lists that a filter has emptied, and records that are not there. */
  readonly empty?: readonly string[]
  /** Routes to which no link leads this person. */
  readonly unreached?: readonly string[]
}

/** On site: only an audit that is under way leads there, and the demonstration's are concluded. */
const ON_SITE = ['team', 'samples', 'meetings', 'words'].map((part) => `/internal-audit/:id/${part}`)

/** A draft is the commune's alone; whoever follows reads what was handed in. */
const DRAFT_QUESTION = '/forms/:filling/q/:path'

/** Of an inspection that the team is still writing. */
const INSPECTION_DRAFT = '/inspections/:unit/:id/head'

export const cases: readonly Case[] = [
  {
    username: 'thuky.doanket',
    workplace: 'commune',
    language: 'vi',
    empty: ['/findings?due=overdue&grade=minor', '/progress/G99'],
    unreached: [
      // No round of the demonstration was handed in twice; `verification.test.ts` looks at the one that is.
      '/self-assessment/:id/revision/:submission',
      ...ON_SITE,
      // Nothing is declared yet, and the remedy of the one inspection is still to be reported.
      '/declarations/:unit/:id',
      INSPECTION_DRAFT,
      '/inspections/:unit/:id/remedy/:report',
      // Nothing was left to this commune by a merger.
      '/mergers/:unit/:record',
    ],
  },
  {
    username: 'danhgia.doanket',
    workplace: 'commune',
    language: 'vi',
    prepare: beginAudit,
    only: /^\/($|internal-audit|findings|audit-reports)/,
  },
  {
    username: 'giamsat.trangdinh',
    workplace: 'monitor',
    language: 'en',
    empty: ['/communes?q=zzzz', '/communes/ls25-99999'],
    // A monitor moves no request and reports no remedy; the commune that has reported is in another area.
    unreached: [
      DRAFT_QUESTION,
      '/corrective-actions/:unit/:id/move/:move',
      INSPECTION_DRAFT,
      '/inspections/:unit/:id/remedy',
      '/inspections/:unit/:id/remedy/:report',
      // The register is the commune's own: who follows it reads.
      '/procedures/:unit/import',
    ],
  },
  {
    username: 'sokhcn.langson',
    workplace: 'province',
    language: 'vi',
    empty: ['/communes?q=zzzz', '/findings?unit=ls25-99999'],
    // The department does not report the remedy, and the inspection that has a report is neither the first nor the last.
    unreached: [
      DRAFT_QUESTION,
      '/inspections/:unit/:id/remedy',
      '/inspections/:unit/:id/remedy/:report',
      '/procedures/:unit/import',
      '/procedures/:unit/:id',
    ],
  },
  // An administrator has no records of a commune, so nothing in their lists to open.
  {
    username: 'quantri',
    workplace: 'administration',
    language: 'vi',
    only: /^\/(?!(forms|findings|actions|audit-planning|corrective-actions|inspections|management-review|declarations|procedures|obstacles|visits)\/|audit-reports|sign)/,
  },
]

export const routesOfCase = ({ workplace, only = /./ }: Case): ReadonlySet<string> =>
  new Set(routesToLookAt(workplace).filter((path) => only.test(path)))

export const isFirstOfWorkplace = (one: Case): boolean =>
  cases.find(({ workplace }) => workplace === one.workplace) === one

const shows = ({ unreached = [], ...one }: Case, path: string): boolean =>
  routesOfCase(one).has(path) && !unreached.includes(path)

/** Whether somebody else's walk shows this screen in this language. The long form reads everybody's screens in both. */
export function isReadElsewhere(one: Case, language: Language, address: string): boolean {
  const path = routeOf(address) ?? ''
  return !isLong && cases.some((other) => other !== one && other.language === language && shows(other, path))
}

/** Whether axe has been asked about the screen in the walk of somebody before. The long form asks about everybody's. */
export function isJudgedBefore(one: Case, address: string): boolean {
  const path = routeOf(address) ?? ''
  return !isLong && cases.slice(0, cases.indexOf(one)).some((other) => shows(other, path))
}
