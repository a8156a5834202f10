// How a group of communes is headed: by its area, with how many there are.
import type { CommuneGroup } from './cockpit-query.ts'
import type { Translate } from '#ui/text/text-context.tsx'

export const groupTitle = ({ area, communes }: CommuneGroup, t: Translate) => ({
  title: area?.name ?? t('noArea'),
  detail: t('communes', { count: communes.length }),
})
