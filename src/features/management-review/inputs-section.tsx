// The twelve inputs: what the app knows is offered as sentences, and becomes part of the record only where somebody takes
// it over. Folded, so that twelve texts do not hide the rest of the meeting.
import { type GatheredLine, gather } from '#domain/management-review/gathering.ts'
import { type InputText, reviewInputs, type ReviewInput } from '#domain/management-review/review-input.ts'
import { KeptTextField } from '#features/kept-text-field.tsx'
import { useAutosave } from '#features/use-autosave.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const InputsSection = (part: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const { review, screen } = part
  const { store, today } = screen
  const facts = useLive(() => store.managementReviews.facts(review.unit, review.id), [store, review.unit, review.id])
  const gathered = facts === undefined ? {} : gather(facts, today)
  const said = review.inputs.filter(({ text }) => text.trim() !== '').length
  return (
    <Section title={t('inputs')} detail={t('inputsText')} actions={<Tag tone="note">{t('said', { count: said })}</Tag>}>
      <Stack gap={2}>
        {reviewInputs.map((input) => (
          <OneInput
            key={input.id}
            {...part}
            input={input}
            known={review.inputs.find((one) => one.input === input.id)}
            lines={gathered[input.id] ?? []}
          />
        ))}
      </Stack>
    </Section>
  )
}

type OneInputProps = ReviewPartProps & {
  readonly input: ReviewInput
  readonly known: InputText | undefined
  readonly lines: readonly GatheredLine[]
}

const OneInput = (props: OneInputProps) => {
  const { input, known } = props
  const { t, inputTitle } = useReviewOfLeadersWords()
  const isSaid = (known?.text ?? '').trim() !== ''
  return (
    <Disclosure
      summary={inputTitle(input.id)}
      detail={`${t('clause', { clause: input.clause })} · ${t(isSaid ? 'isSaid' : 'notSaid')}`}
    >
      <InputField {...props} />
    </Disclosure>
  )
}

const InputField = ({ review, screen: { store, clock }, canEdit, input, known, lines }: OneInputProps) => {
  const { t, formats, inputTitle, lineText } = useReviewOfLeadersWords()
  const gatheredAt = known?.gatheredAt ?? null
  const write = (text: string, at: number | null) =>
    store.managementReviews.saveInput(review.unit, review.id, { input: input.id, text, gatheredAt: at })
  const kept = useAutosave<string>({
    drafts: store.drafts,
    draftKey: `management-review:${review.id}:input:${input.id}`,
    saved: known?.text ?? '',
    save: (text) => write(text, gatheredAt),
  })
  const sentences = lines.map(lineText).join('\n')
  const takeOver = async (): Promise<void> => {
    const text = [kept.value.trim(), sentences].filter(Boolean).join('\n')
    kept.change(text)
    if (await kept.flush()) await write(text, clock.now())
  }
  return (
    <Stack gap={3}>
      <KeptTextField
        name={input.id}
        label={inputTitle(input.id)}
        hint={t(`input.${input.id}.hint`)}
        kept={kept}
        canEdit={canEdit}
        isQuiet
      />
      {gatheredAt !== null && <p>{t('takenAt', { time: formats.dateTime(gatheredAt) })}</p>}
      {canEdit && lines.length > 0 && (
        <Notice
          tone="note"
          title={t('gatheredTitle')}
          actions={
            <Button icon="download" onClick={() => void takeOver()}>
              {t('take')}
            </Button>
          }
        >
          {lines.map((line) => (
            <p key={`${line.key} ${JSON.stringify(line.params)}`}>{lineText(line)}</p>
          ))}
        </Notice>
      )}
    </Stack>
  )
}
