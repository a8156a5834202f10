// The other party signs on a device of their own, without a network: this screen shows what is to be signed, the other
// one shows the signature back. With every third frame missed the request took 4 frames and an answer of 88 points 6: about
// a second each way, where a hand-over of records takes a file, a right to the feed and a synchronisation.
import { useMemo, useState } from 'react'
import type { SignedRecord } from '#data/contract/signature-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { GivenSignature, SignatureSide } from '#domain/signature/signature.ts'
import { readAnswer, requestBytes, type SigningRequest } from '#domain/signature/signing-message.ts'
import { codeFramesOf } from '#sync/hand-over/code-frames.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { CodeCamera } from './code-camera.tsx'
import { MovingCode } from './moving-code.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type SignatureOnOtherDeviceProps = {
  readonly record: SignedRecord
  readonly title: string
  readonly side: SignatureSide
  readonly onSign: (given: GivenSignature) => Promise<Problem | null>
  readonly onClose: () => void
}

export const SignatureOnOtherDevice = ({ record, title, side, onSign, onClose }: SignatureOnOtherDeviceProps) => {
  const { t } = useText('signature')
  useText('problems-online')
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { of, ofKind, unit, sha256 } = record
  const request: SigningRequest = { of, ofKind, unit, sha256, title, side }
  const text = new TextDecoder().decode(requestBytes(request))
  const frames = useMemo(() => codeFramesOf(new TextEncoder().encode(text)), [text])
  const take = async (bytes: Uint8Array): Promise<void> => {
    const answer = readAnswer(new TextDecoder().decode(bytes), request)
    const failed = answer.ok ? await onSign(answer.value) : answer.error
    setProblem(failed)
    if (failed !== null) setReading(false)
  }
  return (
    <Stack gap={3}>
      <p>{t(isReading ? 'other.read' : 'other.show', { hash: sha256.slice(0, 8) })}</p>
      {isReading ? <CodeCamera onBytes={(bytes) => void take(bytes)} isOver={false} /> : <MovingCode frames={frames} />}
      <ProblemNotice problem={problem} title={t('form.notSigned')} />
      <Cluster>
        <Button kind={isReading ? 'outline' : 'main'} onClick={() => setReading(!isReading)}>
          {t(isReading ? 'other.toShow' : 'other.toRead')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </Cluster>
    </Stack>
  )
}
