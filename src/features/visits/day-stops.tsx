// The stops of a day in the order in which one drives. Each is moved by two buttons, which a keyboard and a thumb reach
// alike; the focus goes along with the stop, and its new place is said.
import { useEffect, useRef, useState } from 'react'
import type { PlannedVisitView } from '#data/contract/visit-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { visitPath } from '#features/visit-path.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { plannedVisitPath } from './paths.ts'
import { StopDetails } from './stop-details.tsx'
import type { DayRoute } from './use-day-route.ts'
import { useVisitWords } from './use-visit-words.ts'

type DayStopsProps = { readonly screen: ScreenProps; readonly day: DayRoute }

type Way = 'up' | 'down'

const buttonId = (id: string, way: Way): string => `stop-${way}-${id}`

/** After a move the button that was pressed has moved as well; at an end the other one takes the focus. */
function useFocusAfterMove(route: readonly PlannedVisitView[]) {
  const pressed = useRef<{ readonly id: string; readonly way: Way } | null>(null)
  const order = route.map(({ id }) => id).join(' ')
  useEffect(() => {
    const wanted = pressed.current
    if (wanted === null || order === '') return
    const ids = [wanted.way, wanted.way === 'up' ? 'down' : 'up'] as const
    const buttons = ids.map((way) => document.getElementById(buttonId(wanted.id, way)) as HTMLButtonElement | null)
    buttons.find((button) => button?.disabled === false)?.focus()
    pressed.current = null
  }, [order])
  return (id: string, way: Way) => {
    pressed.current = { id, way }
  }
}

export const DayStops = ({ screen, day }: DayStopsProps) => {
  const { t } = useVisitWords()
  const { route, rowOf, move } = day
  const remember = useFocusAfterMove(route)
  const [said, setSaid] = useState('')
  const nameOf = (unit: string): string => rowOf(unit)?.place.name ?? unit
  const shift = (at: number, way: Way): void => {
    const stop = route[at]
    const to = way === 'up' ? at - 1 : at + 1
    if (stop === undefined || to < 0 || to >= route.length) return
    remember(stop.id, way)
    setSaid(t('day.moved', { commune: nameOf(stop.unit), place: to + 1, count: route.length }))
    void move(at, to)
  }
  return (
    <Stack gap={3}>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
      <Rows label={t('day.route')}>
        {route.map((stop, at) => (
          <Stop
            key={stop.id}
            {...{ screen, day, stop, at }}
            name={nameOf(stop.unit)}
            isLast={at === route.length - 1}
            onShift={(way) => shift(at, way)}
          />
        ))}
      </Rows>
    </Stack>
  )
}

type StopProps = DayStopsProps & {
  readonly stop: PlannedVisitView
  readonly at: number
  readonly name: string
  readonly isLast: boolean
  readonly onShift: (way: Way) => void
}

const Stop = ({ screen, day, stop, at, name, isLast, onShift }: StopProps) => {
  const { t, sinceText } = useVisitWords()
  const isDone = stop.visit !== null
  const row = day.rowOf(stop.unit)
  const since = isDone ? t('day.done') : sinceText(row?.summary?.lastVisitOn ?? null, screen.today)
  return (
    <Row
      mark={<Mark tone={isDone ? 'good' : 'act'} icon={isDone ? 'check' : 'pin'} />}
      title={t('day.stop', { place: at + 1, commune: name })}
      detail={[row?.area?.name, since, stop.from, stop.purpose].filter(Boolean).join(' · ')}
      href={stop.visit === null ? plannedVisitPath(stop.unit, stop.id) : visitPath(stop.unit, stop.visit)}
      cue={t(isDone ? 'common:open' : 'recordShort')}
      actions={
        <Stack gap={2}>
          <Cluster gap={2}>
            <Button id={buttonId(stop.id, 'up')} disabled={at === 0} onClick={() => onShift('up')}>
              {t('day.up')} <VisuallyHidden>{name}</VisuallyHidden>
            </Button>
            <Button id={buttonId(stop.id, 'down')} disabled={isLast} onClick={() => onShift('down')}>
              {t('day.down')} <VisuallyHidden>{name}</VisuallyHidden>
            </Button>
            {!isDone && (
              <Button kind="plain" icon="close" onClick={() => void day.remove(stop)}>
                {t('day.remove')} <VisuallyHidden>{name}</VisuallyHidden>
              </Button>
            )}
          </Cluster>
          {!isDone && <StopDetails screen={screen} stop={stop} />}
        </Stack>
      }
    />
  )
}
