// Making a file: for whom, what of it a team mate may read, with or without photos.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Op } from '#domain/change/op.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { type MadeFile, makeFile } from '#sync/hand-over/make-file.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { codesAddress, feedKey, feedsOf, isRecipient, type Recipient, wishOf } from './file-wish.ts'
import { MadeCard } from './made-card.tsx'

type MakeSectionProps = {
  readonly parts: HandOverParts | undefined
  /** Operations not sent. */
  readonly ops: readonly Op[]
  readonly photos: number
  readonly placeOf: (feed: string) => string
}

const RECIPIENTS: readonly Recipient[] = ['endpoint', 'team']

export const MakeSection = ({ parts, ops, photos, placeOf }: MakeSectionProps) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  const [recipient, setRecipient] = useState<Recipient>('endpoint')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [withPhotos, setWithPhotos] = useState(false)
  const [made, setMade] = useState<MadeFile>()
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const feeds = feedsOf(ops)
  const wish = wishOf(
    recipient,
    feeds.filter((feed) => !left.has(feed)),
    withPhotos,
  )
  /** What was made before belongs to another choice. */
  const choose = (change: () => void) => {
    change()
    setMade(undefined)
    setProblem(undefined)
  }
  const make = async () => {
    if (!parts) return
    setBusy(true)
    const result = await makeFile(parts, wish)
    setBusy(false)
    setMade(result.ok ? result.value : undefined)
    setProblem(result.ok ? undefined : result.error)
  }
  const options = RECIPIENTS.map((value) => ({
    value,
    label: t(`for.${value}.label`),
    detail: t(`for.${value}.detail`),
  }))
  return (
    <Section title={t('make.title')}>
      <Stack gap={4}>
        <ChoiceGroup
          legend={t('for.legend')}
          name="recipient"
          value={recipient}
          onChange={(value) => choose(() => isRecipient(value) && setRecipient(value))}
          options={options}
        />
        {recipient === 'team' && (
          <FeedRows {...{ feeds, left, placeOf }} onLeft={(next) => choose(() => setLeft(next))} />
        )}
        {photos > 0 && (
          <CheckRow
            label={t('make.withPhotos', { count: photos })}
            checked={withPhotos}
            onChange={(event) => choose(() => setWithPhotos(event.target.checked))}
          />
        )}
        <div>
          <Button
            kind={made ? 'outline' : 'main'}
            icon="document"
            busy={isBusy}
            disabled={!parts}
            onClick={() => void make()}
          >
            {t('make.button')}
          </Button>
        </div>
        {problem && (
          <Notice tone="note" announce>
            {textOf(problem)}
          </Notice>
        )}
        {made && <MadeCard key={made.name} made={made} codes={withPhotos ? null : codesAddress(wish)} />}
      </Stack>
    </Section>
  )
}

type FeedRowsProps = {
  readonly feeds: readonly string[]
  readonly left: ReadonlySet<string>
  readonly placeOf: (feed: string) => string
  readonly onLeft: (left: ReadonlySet<string>) => void
}

/** A team mate reads everything that is ticked, whoever else gets hold of the file too: so the person decides. */
const FeedRows = ({ feeds, left, placeOf, onLeft }: FeedRowsProps) => {
  const { t } = useText('hand-over')
  const toggle = (feed: string, isIn: boolean) => {
    const next = new Set(left)
    if (isIn) next.delete(feed)
    else next.add(feed)
    onLeft(next)
  }
  return (
    <Stack gap={2}>
      {feeds.map((feed) => (
        <CheckRow
          key={feed}
          label={t(feedKey(feed), { place: placeOf(feed) })}
          checked={!left.has(feed)}
          onChange={(event) => toggle(feed, event.target.checked)}
        />
      ))}
      <p>{t('make.readable')}</p>
    </Stack>
  )
}
