// The first screen of everybody: what do I have to do now, and (by the chip above it) is my work safe? Each workplace
// has its own answer. Most people work in a commune, on the slowest phones, so theirs comes with this chunk and the
// others are chunks of their own.
import { lazy, Suspense } from 'react'
import type { ScreenProps, Workplace } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { usePainted } from '#features/use-painted.ts'
import { CommuneToday } from './commune-today.tsx'

const screens = {
  commune: CommuneToday,
  monitor: lazy(async () => ({ default: (await import('./monitor-today.tsx')).MonitorToday })),
  province: lazy(async () => ({ default: (await import('./province-today.tsx')).ProvinceToday })),
  administration: lazy(async () => ({ default: (await import('./administration-today.tsx')).AdministrationToday })),
} as const satisfies Readonly<Record<Workplace, unknown>>

const RolloutNeeds = lazy(async () => ({ default: (await import('#features/rollout-needs.tsx')).RolloutNeeds }))

export const TodayScreen = (screen: ScreenProps) => {
  const { t } = useText('today')
  const formats = useFormats()
  const { workplace } = screen.person
  const isPainted = usePainted(workplace)
  const Today = screens[workplace]
  const rollout = isPainted && (
    <Suspense fallback={null}>
      <RolloutNeeds screen={screen} />
    </Suspense>
  )
  return (
    <Stack gap={4}>
      <PageHeader
        title={t(`title.${workplace}`)}
        aside={<time dateTime={screen.today}>{formats.dayWithWeekday(screen.today)}</time>}
      />
      <Suspense fallback={<Skeleton label={t('common:loading')} shape="rows" count={4} />}>
        <Today {...screen} rollout={rollout} />
      </Suspense>
    </Stack>
  )
}
