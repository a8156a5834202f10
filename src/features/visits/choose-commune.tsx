// Which commune the visit is to: the longest unseen first, each with its area, found by name with or without marks.
import { useState } from 'react'
import { searchKey } from '#domain/kernel/search-key.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { longestFirst } from './longest-first.ts'
import { newVisitPath } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'

/** From here on a list is searched rather than read. */
const MANY = 8

export const ChooseCommune = ({ screen: { store, today } }: { readonly screen: ScreenProps }) => {
  const { t, sinceText } = useVisitWords()
  const [text, setText] = useState('')
  const rows = useLive(() => store.communes.list(), [store])
  if (rows === undefined) return <Skeleton label={t('common:loading')} shape="rows" count={6} />
  if (rows.length === 0) return <EmptyState icon="pin" title={t('noCommunes.title')} text={t('noCommunes.text')} />
  const wanted = searchKey(text)
  const found = longestFirst(rows).filter(({ place, area }) =>
    searchKey(`${place.name} ${area?.name ?? ''}`).includes(wanted),
  )
  return (
    <Stack gap={4}>
      {rows.length > MANY && (
        <SearchField
          label={t('chooseCommune')}
          value={text}
          onChange={setText}
          clearLabel={t('common:clear')}
          status={t('communesFound', { count: found.length })}
        />
      )}
      <Rows label={t('chooseCommune')}>
        {found.map(({ place, area, summary }) => (
          <Row
            key={place.id}
            title={place.name}
            detail={[area?.name, sinceText(summary?.lastVisitOn ?? null, today)].filter(Boolean).join(' · ')}
            href={newVisitPath(place.id)}
            cue={t('recordShort')}
          />
        ))}
      </Rows>
    </Stack>
  )
}
