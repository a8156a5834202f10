// How fields, editions, days and the sending of a plan are said on every screen of this feature.
import type { Sending } from '#domain/audit-planning/audit-plan.ts'
import type { Clash } from '#domain/audit-planning/double-booking.ts'
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import type { Suggestion } from '#domain/audit-planning/rotation.ts'
import { type Edition, editionById, editions } from '#domain/standard/edition.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

export const toneOfSending: Readonly<Record<Sending['state'], Tone>> = {
  waits: 'idle',
  due: 'act',
  late: 'bad',
  sent: 'good',
  'sent-late': 'warn',
}

export function usePlanningWords() {
  const { t, language } = useText('audit-planning')
  // What the planner refuses is said in these; they come after the first screen.
  useText('problems-online')
  const formats = useFormats()
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  const editionLabel = ({ label, needsChecking }: Edition): string =>
    needsChecking ? t('toCheck', { what: textOf(label) }) : textOf(label)
  return {
    t,
    formats,
    language,
    fieldText: (field: string): string => {
      const known = fieldsOfWork.find(({ vi }) => vi === field)
      return known ? textOf(known) : field
    },
    editionText: (id: string): string => {
      const edition = editionById(id)
      return edition ? editionLabel(edition) : id
    },
    editionOptions: editions.map((edition) => ({ value: edition.id as string, label: editionLabel(edition) })),
    fieldOptions: fieldsOfWork.map((field) => ({ value: field.vi, label: textOf(field) })),
    sendingText: (sending: Sending): string => {
      const day = formats.day('on' in sending ? sending.on : sending.until)
      return t(`sending.${sending.state}`, { day, count: Math.abs(sending.days), days: Math.abs(sending.days) })
    },
    daysText: ({ from, to }: { readonly from: string; readonly to: string }): string =>
      from === to ? formats.day(from) : t('fromTo', { from: formats.day(from), to: formats.day(to) }),
    clashText: ({ kind, name, other }: Clash, placeOf: (unit: string) => string): string =>
      t(`clash.${kind}`, { name, from: other.from, to: other.to, place: placeOf(other.unit) }),
    suggestionText: ({ lastOn, wasLast }: Suggestion): string => {
      if (lastOn === null) return t('rotation.never')
      return t(wasLast ? 'rotation.last' : 'rotation.earlier', { day: formats.day(lastOn) })
    },
  }
}

export type PlanningWords = ReturnType<typeof usePlanningWords>
