// What a colleague may read, and whether it is locked with a pass phrase. Whoever else gets hold of the file reads
// everything that is ticked and not locked: so the person decides.
import { CheckRow } from '#ui/check-row.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { LEAST_PHRASE } from '#sync/hand-over/locked-copy.ts'
import { feedKey, type FileChoice } from './file-wish.ts'
import { phraseStrength, phraseTones } from './phrase-strength.ts'

type TeamRowsProps = {
  readonly feeds: readonly string[]
  readonly choice: FileChoice
  readonly placeOf: (feed: string) => string
  readonly onChange: (change: Partial<FileChoice>) => void
}

export const TeamRows = ({ feeds, choice: { left, phrase }, placeOf, onChange }: TeamRowsProps) => {
  const { t } = useText('hand-over')
  const toggle = (feed: string, isIn: boolean) => {
    const next = new Set(left)
    if (isIn) next.delete(feed)
    else next.add(feed)
    onChange({ left: next })
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
      <CheckRow
        label={t('phrase.lock')}
        detail={t('phrase.lockDetail')}
        checked={phrase !== null}
        onChange={(event) => onChange({ phrase: event.target.checked ? '' : null })}
      />
      {phrase === null ? (
        <p>{t('make.readable')}</p>
      ) : (
        <NewPhrase phrase={phrase} onChange={(next) => onChange({ phrase: next })} />
      )}
    </Stack>
  )
}

type NewPhraseProps = { readonly phrase: string; readonly onChange: (phrase: string) => void }

const NewPhrase = ({ phrase, onChange }: NewPhraseProps) => {
  const { t } = useText('hand-over')
  const strength = phraseStrength(phrase)
  return (
    <Stack gap={2}>
      <Field label={t('phrase.new')} hint={t('phrase.newHint', { least: LEAST_PHRASE })}>
        <PasswordInput
          value={phrase}
          autoComplete="off"
          showLabel={t('phrase.show')}
          hideLabel={t('phrase.hide')}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div aria-live="polite">
        {phrase !== '' && <Tag tone={phraseTones[strength]}>{t(`phrase.strength.${strength}`)}</Tag>}
      </div>
    </Stack>
  )
}
