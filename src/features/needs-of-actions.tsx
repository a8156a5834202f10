// Improvement actions and decisions of a review that are overdue or near, for the commune and for whoever follows it.
import { useMemo } from 'react'
import type { ActionView } from '#data/contract/review-contract.ts'
import { daysOverdue, isPressing } from '#domain/improvement-action/improvement-action.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { actionPath } from './make-action.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

const SHOWN = 3

type NeedsProps = { readonly screen: ScreenProps }

export const NeedsOfActions = ({ screen: { store, person, today } }: NeedsProps) => {
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const actions = useLive(() => store.reviews.actions(units), [store, units])
  const pressing = (actions ?? []).filter((action) => isPressing(action, today))
  return pressing.length === 0 ? null : <Pressing pressing={pressing} {...{ person, today }} />
}

type PressingProps = Pick<ScreenProps, 'person' | 'today'> & { readonly pressing: readonly ActionView[] }

const Pressing = ({ pressing, person, today }: PressingProps) => {
  const { t } = useText('review')
  const formats = useFormats()
  const all = (
    <ButtonLink kind="plain" href="/actions">
      {t('action.needs.all', { count: pressing.length })}
    </ButtonLink>
  )
  const placeOf = (unit: string): string =>
    person.workplace === 'commune' ? '' : (person.communes.find(({ id }) => id === unit)?.name ?? unit)
  const dueOf = (action: ActionView): string => {
    const overdue = daysOverdue(action, today)
    return overdue > 0
      ? t('action.overdue', { count: overdue })
      : t('action.dueOn', { day: action.until.date === null ? action.until.text : formats.day(action.until.date) })
  }
  return (
    <Section title={t('action.needs.title')} {...(pressing.length > SHOWN && { actions: all })}>
      <Rows label={t('action.needs.title')}>
        {pressing.slice(0, SHOWN).map((action) => (
          <Row
            key={action.id}
            mark={<Mark tone={daysOverdue(action, today) > 0 ? 'bad' : 'act'} icon="calendar-check" />}
            title={action.what}
            detail={[placeOf(action.unit), action.who, dueOf(action)].filter(Boolean).join(' · ')}
            href={actionPath(action.unit, action.id)}
            cue={t('action.open')}
          />
        ))}
      </Rows>
    </Section>
  )
}
