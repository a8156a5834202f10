// The head of an inspection as it is typed: days as text, people as lines that may still be empty.
import {
  type HeadProblem,
  type InspectionForm,
  type InspectionHead,
  inspectionForms,
  type TeamPart,
  teamParts,
} from '#domain/inspection/inspection.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'

/** Types, not interfaces: they are kept as a draft, and a draft is JSON. */
export type PersonLine = { name: string; post: string; part: string }

export type HeadForm = {
  unit: string
  form: string
  /** `id@version` of the province's outline; empty for the program's own. A draft of before has none. */
  outline?: string
  basis: string
  decisionNumber: string
  decidedOn: string
  from: string
  to: string
  place: string
  team: PersonLine[]
  hosts: PersonLine[]
}

export const emptyPerson = (part: TeamPart): PersonLine => ({ name: '', post: '', part })

const partOf = (part: string): TeamPart => teamParts.find((one) => one === part) ?? 'member'
const formOf = (form: string): InspectionForm | null => inspectionForms.find((one) => one === form) ?? null

export const outlineOf = ({ outline = '' }: HeadForm): string | null => (outline === '' ? null : outline)

export const formToHead = (form: HeadForm): InspectionHead => ({
  form: formOf(form.form),
  basis: form.basis.trim(),
  decisionNumber: form.decisionNumber.trim(),
  decidedOn: writtenDate(form.decidedOn),
  from: writtenDate(form.from),
  to: writtenDate(form.to),
  place: form.place.trim(),
  team: form.team.map(({ name, post, part }) => ({ name: name.trim(), post: post.trim(), part: partOf(part) })),
  hosts: form.hosts.map(({ name, post }) => ({ name: name.trim(), post: post.trim() })),
})

const linesOf = (people: readonly PersonLine[], part: TeamPart): PersonLine[] =>
  people.length === 0 ? [emptyPerson(part)] : people.map((one) => ({ ...one }))

export const headToForm = (unit: string, head: InspectionHead, outline: string | null): HeadForm => ({
  unit,
  outline: outline ?? '',
  form: head.form ?? '',
  basis: head.basis,
  decisionNumber: head.decisionNumber,
  decidedOn: head.decidedOn.text,
  from: head.from.text,
  to: head.to.text,
  place: head.place,
  team: linesOf(head.team, 'leader'),
  hosts: linesOf(
    head.hosts.map((host) => ({ ...host, part: 'member' })),
    'member',
  ),
})

/** The first problem of each field. */
export const byField = (problems: readonly HeadProblem[]): ReadonlyMap<HeadProblem['field'], HeadProblem['problem']> =>
  new Map([...problems].reverse().map(({ field, problem }) => [field, problem]))
