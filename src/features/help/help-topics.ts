// Which questions each workplace asks, the most frequent first.
import type { Workplace } from '#features/screen-props.ts'

export type HelpTopic =
  | 'saved'
  | 'offline'
  | 'assess'
  | 'audit'
  | 'stage'
  | 'photo'
  | 'conflict'
  | 'follow'
  | 'visit'
  | 'full'
  | 'share'

const topics: Readonly<Record<Workplace, readonly HelpTopic[]>> = {
  commune: ['saved', 'offline', 'assess', 'audit', 'stage', 'photo', 'conflict', 'full', 'share'],
  monitor: ['saved', 'follow', 'visit', 'stage', 'offline', 'photo', 'conflict', 'full', 'share'],
  province: ['follow', 'saved', 'offline', 'stage', 'share'],
  administration: ['saved', 'offline', 'share'],
}

export const helpTopics = (workplace: Workplace): readonly HelpTopic[] => topics[workplace]
