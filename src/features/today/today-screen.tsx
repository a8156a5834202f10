// The first screen of everybody: what do I have to do now, and (by the chip above it) is my work safe? Each workplace
// has its own answer. Communes and monitors stand in the field with a slow phone, so theirs come with this chunk.
import { lazy, Suspense } from 'react'
import type { ScreenProps, Workplace } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { CommuneToday } from './commune-today.tsx'
import { MonitorToday } from './monitor-today.tsx'

const screens = {
  commune: CommuneToday,
  monitor: MonitorToday,
  province: lazy(async () => ({ default: (await import('./province-today.tsx')).ProvinceToday })),
  administration: lazy(async () => ({ default: (await import('./administration-today.tsx')).AdministrationToday })),
} as const satisfies Readonly<Record<Workplace, unknown>>

export const TodayScreen = (screen: ScreenProps) => {
  const { t } = useText('today')
  const formats = useFormats()
  const { workplace } = screen.person
  const Today = screens[workplace]
  return (
    <Stack gap={4}>
      <PageHeader
        title={t(`title.${workplace}`)}
        aside={<time dateTime={screen.today}>{formats.dayWithWeekday(screen.today)}</time>}
      />
      <Suspense fallback={<Skeleton label={t('common:loading')} shape="rows" count={4} />}>
        <Today {...screen} />
      </Suspense>
    </Stack>
  )
}
