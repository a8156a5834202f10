// The way back of a list that is opened from "Thêm": on a phone nothing else leads there but the bar.
import { useText } from '#ui/text/text-context.tsx'
import type { Person, Workplace } from './screen-props.ts'

export interface WayBack {
  readonly href: string
  readonly label: string
}

/** Undefined for `notFor`: its bar has the list as an entry of its own, or it comes to it from elsewhere. */
export function useBackToMore({ workplace }: Pick<Person, 'workplace'>, notFor?: Workplace): WayBack | undefined {
  const { t } = useText('navigation')
  return workplace === notFor ? undefined : { href: '/more', label: t('more') }
}
