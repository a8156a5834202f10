// One line of the trail as a plain sentence. A type of a newer server is named by its own word rather than left out.
import type { TrailLine } from '#data/contract/trail-contract.ts'

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

const kindNames: ReadonlySet<string> = new Set([
  'assessment',
  'answer',
  'assessment-progress',
  'submission',
  'audit',
  'audit-item',
  'audit-progress',
  'finding',
  'audit-report',
  'evidence',
  'stage-event',
  'amendment',
  'visit',
  'plan',
])

/** In the order a list offers them. */
export const typesToChoose = [
  'ops',
  'handed-out',
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'export',
  'own-account',
  'grant',
  'account',
  'invitation',
  'leaving',
  'device',
  'decision',
  'units',
  'administered',
  'erased',
  'restored',
] as const

const knownTypes: ReadonlySet<string> = new Set([...typesToChoose, 'founded', 'refounded', 'written'])

function nameOf(t: Words, account: string, name: string | undefined): string {
  if (name !== undefined) return name
  return account === '' ? t('someone') : t('erased')
}

export const whoOf = (t: Words, { account, accountName }: TrailLine): string => nameOf(t, account, accountName)

function whatOf(t: Words, kinds: Readonly<Record<string, number>> = {}): string {
  const names = Object.keys(kinds).map((kind) => t(`kind.${kindNames.has(kind) ? kind : 'other'}`))
  const count = Object.values(kinds).reduce((sum, ops) => sum + ops, 0)
  return t('changes', { count, kinds: [...new Set(names)].join(', ') })
}

/** Which sentence says it. */
function sayingOf({ type, detail = {}, subject, account }: TrailLine): string {
  if (type === 'handed-out') return detail.whole === true ? 'handed-out' : 'handed-out-news'
  if (type === 'decision') return detail.verdict === 'accepted' ? 'decision-accepted' : 'decision-dismissed'
  if (type === 'export') return subject === '' || subject === account ? 'export' : 'export-of'
  return knownTypes.has(type) ? type : 'other'
}

export function sentenceOf(t: Words, line: TrailLine): string {
  const role = typeof line.detail?.role === 'string' ? t(`common:role.${line.detail.role}`) : ''
  return t(`say.${sayingOf(line)}`, {
    who: whoOf(t, line),
    whom: nameOf(t, line.subject, line.subjectName),
    where: line.placeName ?? line.place,
    what: whatOf(t, line.kinds),
    role,
    type: line.type,
  })
}
