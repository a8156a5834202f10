// Who signs, in which post, on which day, and the drawing. The same on the device that holds the record and on another
// one that signs along. What was drawn stays on the screen when something is missing.
import { useState } from 'react'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import { formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import { checkSignature, type GivenSignature, type SignatureSide } from '#domain/signature/signature.ts'
import type { Stroke } from '#domain/signature/strokes.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { SignaturePad } from './signature-drawing.tsx'
import { sideKey } from './signature-side.ts'
import { useFormDraft } from './use-form-draft.ts'
import { WrittenDateField } from './written-date-field.tsx'

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type Signer = { readonly name: string; readonly post: string; readonly on: string }

type SignatureFormProps = {
  readonly drafts: DraftRepository
  readonly clock: Clock
  readonly today: LocalDate
  readonly side: SignatureSide
  /** What is signed: sides have other names on other papers. */
  readonly ofKind: string
  /** Names the draft of what is typed. */
  readonly draftKey: string
  /** Keeps the signature; what kept it from that, if anything did. */
  readonly onSign: (given: GivenSignature) => Promise<Problem | null>
  readonly onClose?: () => void
}

export const SignatureForm = ({
  drafts,
  clock,
  today,
  side,
  ofKind,
  draftKey,
  onSign,
  onClose,
}: SignatureFormProps) => {
  const { t } = useText('signature')
  useText('problems-online')
  const initial: Signer = { name: '', post: '', on: formatLocalDate(today) }
  const draft = useFormDraft<Signer>({ drafts, draftKey, initial, clock })
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isAsked, setAsked] = useState(false)
  const { name, post, on } = draft.value
  const typed = (field: 'name' | 'post') => ({
    value: draft.value[field],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      draft.change({ ...draft.value, [field]: target.value }),
    onBlur: () => void draft.flush(),
    autoComplete: 'off',
  })
  const sign = async (): Promise<void> => {
    setAsked(true)
    const checked = checkSignature({ side, name, post, on: writtenDate(on).date ?? on, strokes })
    const failed = checked.ok ? await onSign(checked.value) : checked.error
    setProblem(failed)
    if (failed === null) await draft.drop()
  }
  return (
    <Stack gap={4}>
      <Field label={t('form.name')}>
        <TextInput {...typed('name')} />
      </Field>
      <Field label={t('form.post')}>
        <TextInput {...typed('post')} />
      </Field>
      <WrittenDateField
        label={t('form.on')}
        name={`signature-on-${side}`}
        value={on}
        onChange={(text) => draft.change({ ...draft.value, on: text })}
        isAsked={isAsked}
      />
      <Stack gap={1}>
        <p>{t('form.draw')}</p>
        <SignaturePad label={t('form.pad', { side: t(`side.${sideKey(ofKind, side)}`) })} onChange={setStrokes} />
      </Stack>
      <ProblemNotice problem={problem} title={t('form.notSigned')} />
      <Cluster>
        <Button kind="main" icon="pen" onClick={() => void sign()}>
          {t('form.sign')}
        </Button>
        {onClose && (
          <Button kind="plain" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        )}
      </Cluster>
    </Stack>
  )
}
