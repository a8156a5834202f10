// The feed in which a commune and those who follow it meet; rights are asked about it.
import { feedId } from '#domain/change/feed.ts'

export const pubFeed = (unit: string): string => feedId(unit, 'pub')
