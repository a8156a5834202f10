// Making a file: for whom, what of it a team mate may read and under which pass phrase, with or without photos.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Op } from '#domain/change/op.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { isLongEnough } from '#sync/hand-over/locked-copy.ts'
import { type MadeFile, makeFile } from '#sync/hand-over/make-file.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import {
  codesAddress,
  feedsOf,
  type FileChoice,
  firstChoice,
  isRecipient,
  type Recipient,
  wishOf,
} from './file-wish.ts'
import { MadeCard } from './made-card.tsx'
import { TeamRows } from './team-rows.tsx'

type MakeSectionProps = {
  readonly parts: HandOverParts | undefined
  /** Operations not sent. */
  readonly ops: readonly Op[]
  readonly photos: number
  readonly placeOf: (feed: string) => string
  /** Notes for the trail that a file is made; a problem means that none is. */
  readonly onMake: () => Promise<Problem | undefined>
}

const RECIPIENTS: readonly Recipient[] = ['endpoint', 'team']

export const MakeSection = ({ parts, ops, photos, placeOf, onMake }: MakeSectionProps) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  const [choice, setChoice] = useState<FileChoice>(firstChoice)
  const [made, setMade] = useState<MadeFile>()
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const { recipient, withPhotos, withAsk, phrase } = choice
  const feeds = feedsOf(ops)
  const wish = wishOf(choice, feeds)
  /** What was made before belongs to another choice. */
  const choose = (change: Partial<FileChoice>) => {
    setChoice({ ...choice, ...change })
    setMade(undefined)
    setProblem(undefined)
  }
  const make = async () => {
    if (!parts) return
    setBusy(true)
    const result = await makeFile(parts, wish, onMake)
    setBusy(false)
    setMade(result.ok ? result.value : undefined)
    setProblem(result.ok ? undefined : result.error)
  }
  const options = RECIPIENTS.map((value) => ({
    value,
    label: t(`for.${value}.label`),
    detail: t(`for.${value}.detail`),
  }))
  const isPhraseMissing = recipient === 'team' && phrase !== null && !isLongEnough(phrase)
  return (
    <Section title={t('make.title')}>
      <Stack gap={4}>
        <ChoiceGroup
          legend={t('for.legend')}
          name="recipient"
          value={recipient}
          onChange={(value) => isRecipient(value) && choose({ recipient: value })}
          options={options}
        />
        {recipient === 'team' && <TeamRows {...{ feeds, choice, placeOf }} onChange={choose} />}
        {recipient === 'endpoint' && (
          <CheckRow
            label={t('make.withAsk')}
            detail={t('make.withAskDetail')}
            checked={withAsk}
            onChange={(event) => choose({ withAsk: event.target.checked })}
          />
        )}
        {photos > 0 && (
          <CheckRow
            label={t('make.withPhotos', { count: photos })}
            checked={withPhotos}
            onChange={(event) => choose({ withPhotos: event.target.checked })}
          />
        )}
        <div>
          <Button
            kind={made ? 'outline' : 'main'}
            icon="document"
            busy={isBusy}
            disabled={!parts || isPhraseMissing}
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
        {made && (
          <MadeCard
            key={made.name}
            made={made}
            codes={withPhotos || made.locked > 0 || made.ops + made.carried === 0 ? null : codesAddress(wish)}
          />
        )}
      </Stack>
    </Section>
  )
}
