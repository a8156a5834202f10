// Who agreed to a content, side by side, each bound to its hash: a signature of another content is shown as broken, never
// left out. The section says plainly what such a signature is not, and takes the signed paper or the digitally signed file.
import { Suspense, useState } from 'react'
import type { SignatureView, SignedRecord } from '#data/contract/signature-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { GivenSignature, SignatureSide } from '#domain/signature/signature.ts'
import { type SideState, signingState } from '#domain/signature/signing-state.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { EvidenceStrip } from './evidence-strip.tsx'
import { LocationTag } from './location-tag.tsx'
import type { ScreenProps } from './screen-props.ts'
import { SignaturePicture } from './signature-drawing.tsx'
import { SignatureForm } from './signature-form.tsx'
import { SignatureOnOtherDevice } from './signature-on-other-device.tsx'
import { sideKey } from './signature-side.ts'
import { useLive } from './use-live.ts'

type SignatureSectionProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'platform' | 'clock' | 'today'>
  /** With the hash of the content as it stands now. */
  readonly record: SignedRecord
  /** Who has to agree. */
  readonly sides: readonly SignatureSide[]
  /** What the second device calls it; the kind of record unless told. */
  readonly title?: string
  /** 3 where the record itself is a part of the page. */
  readonly level?: 2 | 3
}

/** Its words come later than the record, which stays in view. */
export const SignatureSection = (props: SignatureSectionProps) => (
  <Suspense fallback={null}>
    <Signatures {...props} />
  </Suspense>
)

const Signatures = (props: SignatureSectionProps) => {
  const { screen, record, sides, level = 2 } = props
  const { t } = useText('signature')
  const { feed, of, sha256 } = record
  const given = useLive(() => screen.store.signatures.listOf(feed, of), [screen.store, feed, of])
  if (given === undefined) return null
  const state = signingState(given, sides, sha256)
  const maySign = screen.person.may('signature', feed)
  const mayAttach = screen.person.may('evidence', feed)
  return (
    <Section title={t('title')} level={level} detail={t('hash', { hash: sha256.slice(0, 8) })}>
      <Stack gap={4}>
        <Notice tone="note">{t('notDigital')}</Notice>
        {state.isAgreed && <Tag tone="good">{t('agreed')}</Tag>}
        {state.sides.map((side) => (
          <Side key={side.side} {...props} {...{ side, maySign }} />
        ))}
        <Stack gap={2}>
          <p>{t('paper')}</p>
          <EvidenceStrip
            store={screen.store}
            platform={screen.platform}
            feed={feed}
            of={of}
            canEdit={mayAttach}
            takesFiles
            label={t('paperLabel')}
          />
        </Stack>
      </Stack>
    </Section>
  )
}

type SideProps = SignatureSectionProps & {
  readonly side: SideState<SignatureView>
  readonly maySign: boolean
}

type Way = 'here' | 'other'

const Side = ({ screen, record, title, side: { side, standing, broken, earlier }, maySign }: SideProps) => {
  const { t } = useText('signature')
  const [way, setWay] = useState<Way | null>(null)
  const close = () => setWay(null)
  const sign = async (given: GivenSignature): Promise<Problem | null> => {
    const saved = await screen.store.signatures.sign(record, given)
    if (saved.ok) close()
    return saved.ok ? null : saved.error
  }
  return (
    <Card title={t(`side.${sideKey(record.ofKind, side)}`)} level={3}>
      <Stack gap={3}>
        {standing === undefined && <p>{t(broken.length > 0 ? 'noneStands' : 'notYet')}</p>}
        {standing && <Signed signature={standing} state="standing" />}
        {earlier.map((signature) => (
          <Signed key={signature.id} signature={signature} state="earlier" />
        ))}
        {broken.map((signature) => (
          <Signed key={signature.id} signature={signature} state="broken" />
        ))}
        {maySign && way === null && <Ways isAgain={standing !== undefined} onChoose={setWay} />}
        {way === 'here' && (
          <SignatureForm
            drafts={screen.store.drafts}
            clock={screen.clock}
            today={screen.today}
            side={side}
            ofKind={record.ofKind}
            draftKey={`signature:${record.of}:${side}`}
            onSign={sign}
            onClose={close}
          />
        )}
        {way === 'other' && (
          <SignatureOnOtherDevice
            record={record}
            title={title ?? t('record')}
            side={side}
            onSign={sign}
            onClose={close}
          />
        )}
      </Stack>
    </Card>
  )
}

type WaysProps = { readonly isAgain: boolean; readonly onChoose: (way: Way) => void }

const Ways = ({ isAgain, onChoose }: WaysProps) => {
  const { t } = useText('signature')
  return (
    <Cluster>
      <Button kind={isAgain ? 'plain' : 'outline'} icon="pen" onClick={() => onChoose('here')}>
        {t(isAgain ? 'signAgain' : 'signHere')}
      </Button>
      {!isAgain && (
        <Button icon="share" onClick={() => onChoose('other')}>
          {t('signOnOther')}
        </Button>
      )}
    </Cluster>
  )
}

type SignedProps = { readonly signature: SignatureView; readonly state: 'standing' | 'earlier' | 'broken' }

const toneOf = { standing: 'good', earlier: 'idle', broken: 'bad' } as const

const Signed = ({ signature, state }: SignedProps) => {
  const { t } = useText('signature')
  const formats = useFormats()
  const { name, post, on, strokes, at, byName, location, sha256 } = signature
  return (
    <Stack gap={2}>
      <Cluster gap={2}>
        <Tag tone={toneOf[state]}>{t(`state.${state}`)}</Tag>
        <LocationTag location={location} />
      </Cluster>
      <SignaturePicture strokes={strokes} label={t('picture', { name })} isBroken={state === 'broken'} />
      <p>
        <strong>{name}</strong>
        {t('who', { post, day: formats.day(on) })}
      </p>
      {state === 'broken' && <p>{t('brokenWhy', { hash: sha256.slice(0, 8) })}</p>}
      <p>{t('written', { author: byName ?? t('someone'), time: formats.dateTime(at) })}</p>
    </Stack>
  )
}
