// From a finding or a shortcoming to its corrective action request: the ones there are, each with where it stands, and the
// button that begins one with everything filled in that is known.
import { Suspense } from 'react'
import { useLocation } from 'wouter'
import { feedId } from '#domain/change/feed.ts'
import type { RequestContent } from '#domain/corrective-action/request.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { prepareRequest } from './corrective-draft.ts'
import { correctivePath, newCorrectivePath } from './corrective-paths.ts'
import { CorrectiveTags, useCorrectiveWords } from './corrective-words.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

type OpenCorrectiveActionProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'today'>
  /** What the form begins with; `of` names the finding, shortcoming or decision. */
  readonly request: RequestContent
}

/** Draws nothing for somebody who may neither read nor open one. */
export const OpenCorrectiveAction = (props: OpenCorrectiveActionProps) => (
  <Suspense fallback={null}>
    <Opened {...props} />
  </Suspense>
)

const Opened = ({ screen: { store, person, today }, request }: OpenCorrectiveActionProps) => {
  const words = useCorrectiveWords()
  const [, navigate] = useLocation()
  const { unit, of } = request
  const opened = useLive(async () => (of === null ? [] : store.corrective.openedFrom(unit, of)), [store, unit, of])
  const begin = async (): Promise<void> => {
    await prepareRequest(store, request, today)
    navigate(newCorrectivePath(unit, of))
  }
  const mayOpen = person.may('corrective-action', feedId(unit, 'pub'))
  if (opened === undefined || (opened.length === 0 && !mayOpen)) return null
  return (
    <Stack gap={3}>
      {opened.length > 0 && (
        <Rows label={words.t('title')}>
          {opened.map((view) => (
            <Row
              key={view.id}
              title={words.t('numbered', { number: words.numberText(view) })}
              detail={words.dueText(view, today)}
              trailing={<CorrectiveTags view={view} today={today} />}
              href={correctivePath(unit, view.id)}
              cue={words.t('openIt')}
            />
          ))}
        </Rows>
      )}
      {opened.length === 0 && (
        <Cluster>
          <Button icon="wrench" onClick={() => void begin()}>
            {words.t('begin')}
          </Button>
        </Cluster>
      )}
    </Stack>
  )
}
