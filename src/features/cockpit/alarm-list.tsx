// The communes that need somebody first, with all that presses in one line each.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { AlarmName } from '#domain/forecast/alarm.ts'
import { useCockpitWords } from '#features/cockpit-words.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import type { Tone } from '#ui/tone.ts'
import type { ChosenView } from './cockpit-query.ts'
import { communePath } from './paths.ts'

/** More than these are a list, and there is a screen for that. */
const SHOWN = 8

const grave: readonly AlarmName[] = ['late', 'open-major', 'obstacle-overdue', 'late-corrective']
const toneOf = ({ alarms }: CommuneCockpit): Tone => (alarms.some(({ is }) => grave.includes(is)) ? 'bad' : 'warn')

/** Rule CKP-9: late first and by how much, then who has most that presses. */
export function mostPressing(communes: readonly CommuneCockpit[]): readonly CommuneCockpit[] {
  return communes
    .filter(({ alarms }) => alarms.length > 0)
    .toSorted(
      (a, b) =>
        b.progress.daysLate - a.progress.daysLate || b.alarms.length - a.alarms.length || b.slippage - a.slippage,
    )
}

export const AlarmList = ({ view }: { readonly view: ChosenView }) => {
  const { t, alarmText } = useCockpitWords(view.template)
  const pressing = mostPressing(view.communes)
  return (
    <Section
      title={t('alarms.title')}
      {...(pressing.length > SHOWN && { detail: t('alarms.first', { count: SHOWN, total: pressing.length }) })}
    >
      {pressing.length === 0 ? (
        <EmptyState icon="check" title={t('alarms.none')} text={t('alarms.noneText')} level={3} />
      ) : (
        <Rows label={t('alarms.title')}>
          {pressing.slice(0, SHOWN).map((commune) => (
            <Row
              key={commune.place.id}
              mark={<Mark tone={toneOf(commune)} icon={toneOf(commune) === 'bad' ? 'alert' : 'clock'} />}
              title={commune.place.name}
              detail={commune.alarms.map(alarmText).join(' · ')}
              href={communePath(commune.place.id)}
              cue={t('common:open')}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}
