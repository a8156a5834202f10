// Withdrawn, suspended, resumed: every step with its day, reason and author, and what may follow now.
import { useState } from 'react'
import type { DeclarationEventView, DeclarationView } from '#data/contract/declaration-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { DeclarationEventType, DeclarationState } from '#domain/declaration/declaration-state.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ReasonDialog } from '#features/reason-dialog.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'

const nextSteps: Readonly<Record<DeclarationState, readonly DeclarationEventType[]>> = {
  'in-force': ['suspended', 'withdrawn'],
  suspended: ['resumed', 'withdrawn'],
  withdrawn: [],
  replaced: [],
  expired: [],
}

type EventsSectionProps = { readonly declaration: DeclarationView; readonly screen: ScreenProps }

export const EventsSection = ({ declaration, screen }: EventsSectionProps) => {
  const { t } = useDeclarationWords()
  const { events, unit } = declaration
  const mayStep = screen.person.may('declaration-event', feedId(unit, 'pub'))
  return (
    <Section title={t('events.title')}>
      <Stack gap={3}>
        {events.length === 0 ? (
          <p>{t('events.none')}</p>
        ) : (
          <Rows label={t('events.title')}>
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </Rows>
        )}
        {mayStep && <Steps declaration={declaration} screen={screen} />}
      </Stack>
    </Section>
  )
}

const EventRow = ({ event }: { readonly event: DeclarationEventView }) => {
  const { t, formats } = useDeclarationWords()
  const { type, on, reason, isTaken, byName, location } = event
  return (
    <Row
      title={`${t(`events.${type}`)} · ${formats.day(on)}`}
      detail={[reason, byName].filter(Boolean).join(' · ')}
      trailing={
        <Cluster gap={2}>
          {!isTaken && <Tag tone="warn">{t('events.misfit')}</Tag>}
          <LocationTag location={location} />
        </Cluster>
      }
    />
  )
}

const Steps = ({ declaration: { id, unit, state }, screen: { store, today } }: EventsSectionProps) => {
  const { t } = useDeclarationWords()
  const [asking, setAsking] = useState<DeclarationEventType | null>(null)
  const step = asking ?? 'suspended'
  return (
    <Cluster>
      {nextSteps[state].map((type) => (
        <Button key={type} kind={type === 'withdrawn' ? 'plain' : 'outline'} onClick={() => setAsking(type)}>
          {t(`events.dialog.${type}`)}
        </Button>
      ))}
      <ReasonDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(`events.dialog.${step}`)}
        label={t('events.reason')}
        confirm={t(`events.dialog.${step}`)}
        cancel={t('common:cancel')}
        save={(reason) => store.declarations.addEvent(unit, id, step, today, reason)}
      />
    </Cluster>
  )
}
