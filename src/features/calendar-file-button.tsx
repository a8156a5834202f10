// Takes days into the phone's own calendar: an app that is closed cannot remind anybody. What goes in is read when the
// button is pressed, so that no screen waits for it, and the export is noted like every other one.
import { useState } from 'react'
import { type CalendarEvent, calendarFile } from '#domain/field-visit/calendar-file.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { downloadFile } from './download-file.ts'
import { noteExport } from './note-activity.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { ScreenProps } from './screen-props.ts'

type CalendarFileButtonProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'clock'>
  /** What the calendar is called. */
  readonly name: string
  /** Without its ending. */
  readonly fileName: string
  readonly eventsOf: () => readonly CalendarEvent[] | Promise<readonly CalendarEvent[]>
  /** Where all of it is about one commune. */
  readonly unit?: string
}

const CALENDAR_TYPE = 'text/calendar;charset=utf-8'

export const CalendarFileButton = ({ screen, name, fileName, eventsOf, unit }: CalendarFileButtonProps) => {
  const { t } = useText('calendar')
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async (): Promise<void> => {
    const events = await eventsOf()
    if (events.length === 0) {
      showToast({ text: t('nothing'), tone: 'note' })
      return
    }
    const refused = await noteExport(screen, { what: 'calendar', form: 'file', ...(unit !== undefined && { unit }) })
    setProblem(refused ?? null)
    if (refused !== undefined) return
    const bytes = utf8Bytes(calendarFile(events, name, screen.clock.now()))
    downloadFile({ name: `${fileName}.ics`, bytes: Uint8Array.from(bytes) }, CALENDAR_TYPE)
    showToast({ text: t('taken', { count: events.length }), tone: 'good' })
  }
  return (
    <Stack gap={2}>
      <Cluster>
        <Button icon="calendar-check" onClick={() => void take()}>
          {t('take')}
        </Button>
      </Cluster>
      <ProblemNotice problem={problem} title={t('notTaken')} />
    </Stack>
  )
}
