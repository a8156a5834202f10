// Time that passes on the screen: a minute hand for "sent at", and the day for everything that is due. Both look again
// when the app is looked at again, because a phone sleeps for hours with the page open.
import { useEffect, useState } from 'react'
import type { Clock } from '#domain/kernel/clock.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { todayOf } from '#app/platform/browser-kernel.ts'

const MINUTE = 60_000

function useEveryMinute<T>(read: () => T): T {
  const [value, setValue] = useState(read)
  useEffect(() => {
    const look = () => setValue(read())
    const timer = setInterval(look, MINUTE)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [read])
  return value
}

export function useNow(clock: Clock): number {
  const [read] = useState(() => () => clock.now())
  return useEveryMinute(read)
}

export function useToday(clock: Clock): LocalDate {
  const [read] = useState(() => () => todayOf(clock))
  return useEveryMinute(read)
}
