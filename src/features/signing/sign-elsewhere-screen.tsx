// Signs along for a record that is on another device: reads what is to be signed from its screen, and shows the signature
// back as codes. Nothing of it stays here; the other device keeps it.
import { useMemo, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { GivenSignature } from '#domain/signature/signature.ts'
import { answerBytes, readRequest, type SigningRequest } from '#domain/signature/signing-message.ts'
import { CodeCamera } from '#features/code-camera.tsx'
import { MovingCode } from '#features/moving-code.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { SignatureForm } from '#features/signature-form.tsx'
import { sideKey } from '#features/signature-side.ts'
import { codeFramesOf } from '#sync/hand-over/code-frames.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const SignElsewhereScreen = (screen: ScreenProps) => {
  const { t } = useText('signature')
  const [request, setRequest] = useState<SigningRequest>()
  const [given, setGiven] = useState<GivenSignature>()
  const again = () => {
    setRequest(undefined)
    setGiven(undefined)
  }
  return (
    <Measure>
      <Stack gap={4}>
        <PageHeader title={t('elsewhere.title')} back={{ href: '/more', label: t('elsewhere.back') }} />
        {!request && <ReadRequest onRequest={setRequest} />}
        {request && <Asked request={request} screen={screen} />}
        {request && !given && (
          <SignatureForm
            drafts={screen.store.drafts}
            clock={screen.clock}
            today={screen.today}
            side={request.side}
            ofKind={request.ofKind}
            draftKey={`signature:${request.of}:${request.side}:elsewhere`}
            onSign={async (signed) => {
              setGiven(signed)
              return null
            }}
          />
        )}
        {request && given && <Answer request={request} given={given} />}
        {request && (
          <Cluster>
            <Button icon="refresh" onClick={again}>
              {t('elsewhere.again')}
            </Button>
          </Cluster>
        )}
      </Stack>
    </Measure>
  )
}

const ReadRequest = ({ onRequest }: { readonly onRequest: (request: SigningRequest) => void }) => {
  const { t } = useText('signature')
  useText('problems-online')
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = (bytes: Uint8Array) => {
    const read = readRequest(new TextDecoder().decode(bytes))
    setProblem(read.ok ? null : read.error)
    if (read.ok) onRequest(read.value)
    else setAttempt((count) => count + 1)
  }
  return (
    <>
      <p>{t('elsewhere.text')}</p>
      <CodeCamera key={attempt} onBytes={take} isOver={false} />
      <ProblemNotice problem={problem} title={t('elsewhere.notRead')} />
    </>
  )
}

type AskedProps = { readonly request: SigningRequest; readonly screen: ScreenProps }

const Asked = ({ request: { title, unit, sha256, ofKind, side }, screen }: AskedProps) => {
  const { t } = useText('signature')
  const place = screen.store.identity.places.find(({ id }) => id === unit)?.name ?? unit
  return (
    <Card title={title}>
      <Stack gap={3}>
        <DefinitionList
          items={[
            { term: t('elsewhere.unit'), value: place },
            { term: t('elsewhere.side'), value: t(`side.${sideKey(ofKind, side)}`) },
            { term: t('elsewhere.hash'), value: sha256.slice(0, 8) },
          ]}
        />
        <p>{t('elsewhere.compare')}</p>
        <Notice tone="note">{t('notDigital')}</Notice>
      </Stack>
    </Card>
  )
}

type AnswerProps = { readonly request: SigningRequest; readonly given: GivenSignature }

const Answer = ({ request: { of, sha256 }, given }: AnswerProps) => {
  const { t } = useText('signature')
  const frames = useMemo(() => codeFramesOf(answerBytes({ of, sha256, ...given })), [of, sha256, given])
  return (
    <Stack gap={3}>
      <Notice tone="good" announce>
        {t('elsewhere.showBack')}
      </Notice>
      <MovingCode frames={frames} />
    </Stack>
  )
}
