// Who did and saw what, in plain sentences, newest first. Asked of the server each time; nothing of it stays here.
import { useState } from 'react'
import type { TrailLine } from '#data/contract/trail-contract.ts'
import { rightsOf } from '#domain/access/access-table.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { Person, ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { questionOf, type TrailChoice } from './trail-choice.ts'
import { TrailFilter } from './trail-filter.tsx'
import { sentenceOf, whoOf, type Words } from './trail-sentence.ts'
import { useTrail } from './use-trail.ts'

type TrailScreenProps = ScreenProps & { readonly query?: Readonly<Record<string, string>> }

/** The trails this person may read; the endpoint decides in the end. */
function scopesOf(t: Words, { roles, place }: Person, query: Readonly<Record<string, string>>) {
  const isChairing = roles.some((role) => rightsOf(role).seesTrail)
  const isAdministering = roles.some((role) => rightsOf(role).administers)
  return [
    ...(query.entity === undefined ? [] : [{ of: 'record', label: t('of.record') }]),
    { of: 'me', label: t('of.me') },
    ...(isChairing ? [{ of: place.id, label: t('of.unit') }] : []),
    ...(isAdministering ? [{ of: 'office', label: t('of.office') }] : []),
  ]
}

const peopleIn = (t: Words, lines: readonly TrailLine[]) => [
  ...new Map(
    lines
      .filter(({ account }) => account !== '')
      .map((line) => [line.account, { id: line.account, name: whoOf(t, line) }]),
  ).values(),
]

export const TrailScreen = ({ person, platform, query = {} }: TrailScreenProps) => {
  const { t } = useText('trail')
  const scopes = scopesOf(t, person, query)
  const [choice, setChoice] = useState<TrailChoice>({ of: scopes[0]?.of ?? 'me', type: '', account: '', day: '' })
  const { seen, isAsking, again, more } = useTrail(platform, questionOf(choice, query))
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        back={{ href: '/more', label: t('back') }}
        actions={
          <Button icon="refresh" busy={isAsking} onClick={again}>
            {t('again')}
          </Button>
        }
      />
      <TrailFilter
        scopes={scopes}
        people={peopleIn(t, seen?.lines ?? [])}
        choice={choice}
        onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
      />
      <ProblemNotice problem={seen?.problem} title={t('offline')} onRetry={again} />
      {!seen && <Skeleton label={t('common:loading')} shape="rows" count={5} />}
      {seen && (!seen.problem || seen.lines.length > 0) && <TrailRows lines={seen.lines} />}
      {seen?.next && (
        <Cluster>
          <Button busy={isAsking} onClick={more}>
            {t('more')}
          </Button>
        </Cluster>
      )}
      <Notice tone="note">{t('about')}</Notice>
    </Stack>
  )
}

const TrailRows = ({ lines }: { readonly lines: readonly TrailLine[] }) => {
  const { t } = useText('trail')
  const formats = useFormats()
  if (lines.length === 0) return <EmptyState icon="eye" title={t('none')} text={t('noneText')} />
  const onDevice = ({ device, deviceLabel }: TrailLine): string =>
    device === '' ? '' : ` · ${t('on', { device: deviceLabel ?? device })}`
  return (
    <Rows label={t('list')}>
      {lines.map((line) => (
        <Row
          key={`${line.type} ${line.chain} ${line.num}`}
          title={sentenceOf(t, line)}
          detail={`${formats.dateTime(line.atMs)}${onDevice(line)}`}
        />
      ))}
    </Rows>
  )
}
