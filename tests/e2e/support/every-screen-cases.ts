// Whose screens are walked through, and what of the route table no link of the demonstration leads to.
import type { Page } from '@playwright/test'
import type { Workplace } from '#features/screen-props.ts'
import { beginAudit } from './begin-audit.ts'

interface Case {
  readonly username: string
  readonly workplace: Workplace
  readonly prepare?: (page: Page) => Promise<void>
  /** Only the routes that differ from those of the case before, for a second person of a workplace. */
  readonly only?: RegExp
  /** Lists that a filter has emptied, and records that are not there. */
  readonly empty?: readonly string[]
  /** Routes to which no link leads this person. */
  readonly unreached?: readonly string[]
}

/** Of the demonstration's forms none is handed in, and a draft is the commune's alone; `forms.test.ts` reads one that is. */
const FILLINGS = ['/forms/:filling', '/forms/:filling/q/:path', '/forms/:filling/submit']

export const cases: readonly Case[] = [
  {
    username: 'thuky.doanket',
    workplace: 'commune',
    empty: ['/findings?due=overdue&grade=minor', '/progress/G99'],
    // No round of the demonstration was handed in twice; `verification.test.ts` looks at the one that is.
    unreached: ['/self-assessment/:id/revision/:submission'],
  },
  { username: 'danhgia.doanket', workplace: 'commune', prepare: beginAudit, only: /^\/($|internal-audit|findings)/ },
  {
    username: 'giamsat.trangdinh',
    workplace: 'monitor',
    empty: ['/communes?q=zzzz', '/communes/ls25-99999'],
    unreached: FILLINGS,
  },
  {
    username: 'sokhcn.langson',
    workplace: 'province',
    empty: ['/communes?q=zzzz', '/findings?unit=ls25-99999'],
    unreached: FILLINGS,
  },
  // An administrator has no records of a commune, so no finding and no action to open.
  {
    username: 'quantri',
    workplace: 'administration',
    unreached: ['/findings/:unit/:id', '/actions/:unit/:id', ...FILLINGS],
  },
]
