// Whether the person may publish forms: asked of the access table, for the feed of their province.
import { feedId } from '#domain/change/feed.ts'
import type { ScreenProps } from '#features/screen-props.ts'

export function mayPublish({ person, store }: Pick<ScreenProps, 'person' | 'store'>): boolean {
  const province = store.identity.places.find(({ kind }) => kind === 'province')
  return province !== undefined && person.may('form', feedId(province.id, 'plan'))
}
