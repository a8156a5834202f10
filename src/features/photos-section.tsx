// When photos may leave this device, and which may be deleted on it: the same choice in the settings and where one
// asks what became of the work.
import { useEffect, useState } from 'react'
import { type PhotoPolicy, photoPolicies } from '#data/contract/photo-sending-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { Platform } from './screen-props.ts'
import { useLive } from './use-live.ts'

type PhotosSectionProps = {
  readonly store: Pick<PersonStore, 'photos' | 'evidence'>
  readonly platform: Platform
}

export const PhotosSection = ({ store, platform }: PhotosSectionProps) => {
  const { t } = useText('photos')
  return (
    <Section title={t('title')}>
      <Stack gap={4}>
        <PolicyChoice {...{ store, platform }} />
        <FreeablePhotos store={store} />
      </Stack>
    </Section>
  )
}

const isPolicy = (value: string): value is PhotoPolicy => (photoPolicies as readonly string[]).includes(value)

const PolicyChoice = ({ store, platform }: PhotosSectionProps) => {
  const { t } = useText('photos')
  const stored = useLive(() => store.photos.policy(), [store])
  const [chosen, setChosen] = useState<PhotoPolicy>()
  const policy = chosen ?? stored
  const [problem, setProblem] = useState<Problem | null>(null)
  const isHidden = useHiddenNetwork(platform)
  const choose = async (value: string) => {
    if (!isPolicy(value)) return
    setChosen(value)
    const saved = await store.photos.setPolicy(value)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) setChosen(undefined)
  }
  return (
    <Stack gap={3}>
      <ChoiceGroup
        legend={t('policy.legend')}
        name="photo-policy"
        value={policy}
        onChange={(value) => void choose(value)}
        options={photoPolicies.map((value) => ({
          value,
          label: t(`policy.${value}`),
          detail: t(`policy.${value}Detail`),
        }))}
        hint={t('policy.hint')}
      />
      {isHidden && policy === 'wifi' && <Notice tone="note">{t('hiddenNetwork')}</Notice>}
      <ProblemNotice problem={problem} title={t('notSaved')} />
    </Stack>
  )
}

function useHiddenNetwork({ networkKind }: Platform): boolean {
  const [isHidden, setHidden] = useState(false)
  useEffect(() => {
    void networkKind?.().then((kind) => setHidden(kind === 'hidden'))
  }, [networkKind])
  return isHidden
}

const FreeablePhotos = ({ store: { evidence } }: Pick<PhotosSectionProps, 'store'>) => {
  const { t } = useText('photos')
  const { bytes } = useFormats()
  const room = useLive(() => evidence.room(), [evidence])
  const [freed, setFreed] = useState<number>()
  const [problem, setProblem] = useState<Problem | null>(null)
  if (room === undefined) return null
  const { count, bytes: size } = room.freeable
  const free = async () => {
    const done = await evidence.freeSafe()
    setProblem(done.ok ? null : done.error)
    if (done.ok) setFreed(done.value)
  }
  return (
    <Stack gap={2}>
      <b>{t('freeable.title')}</b>
      {room.isFull && <Notice tone="warn">{t('freeable.full')}</Notice>}
      <p>{count > 0 ? t('freeable.some', { count, size: bytes(size) }) : t('freeable.none')}</p>
      {count > 0 && (
        <div>
          <Button icon="trash" onClick={() => void free()}>
            {t('freeable.button')}
          </Button>
        </div>
      )}
      <output>{freed === undefined ? '' : t('freeable.done', { size: bytes(freed) })}</output>
      <ProblemNotice problem={problem} title={t('freeable.notDone')} />
    </Stack>
  )
}
