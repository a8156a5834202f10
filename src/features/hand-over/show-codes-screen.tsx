// This device's file as codes on the screen, for another phone's camera: text only, with the time it will take.
import { useEffect, useMemo, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok } from '#domain/kernel/result.ts'
import { noteExport } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { codeFramesOf, MOST_CODE_BYTES, secondsOfTransfer } from '#sync/hand-over/code-frames.ts'
import { type FileWish, type MadeFile, makeFile } from '#sync/hand-over/make-file.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { MovingCode } from '#features/moving-code.tsx'
import { useHandOver } from './use-hand-over.ts'

type ShowCodesProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

const audiences: readonly string[] = ['endpoint', 'team', 'origin'] satisfies FileWish['audience'][]

function wishIn({ to, feeds }: Readonly<Record<string, string>>): FileWish {
  const audience = audiences.includes(to ?? '') ? (to as FileWish['audience']) : 'endpoint'
  return { audience, withPhotos: false, feeds: (feeds ?? '').split(',').filter(Boolean) }
}

export const ShowCodesScreen = ({ platform, store, query }: ShowCodesProps) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  const { parts } = useHandOver(platform)
  const [made, setMade] = useState<MadeFile>()
  const [problem, setProblem] = useState<Problem>()
  const { to = '', feeds = '' } = query
  useEffect(() => {
    let isShown = true
    const note = () => noteExport({ store }, { what: 'hand-over', form: 'codes' })
    const file = parts ? makeFile(parts, wishIn({ to, feeds }), note) : Promise.resolve(ok(undefined))
    void file.then((result) => {
      if (!isShown) return
      if (result.ok) setMade(result.value)
      else setProblem(result.error)
    })
    return () => {
      isShown = false
    }
  }, [parts, store, to, feeds])
  return (
    <Measure>
      <Stack gap={4}>
        <PageHeader title={t('show.title')} back={{ href: '/sync/hand-over', label: t('title') }} />
        {problem && <Notice tone="note">{textOf(problem)}</Notice>}
        {!made && !problem && <Skeleton label={t('common:loading')} shape="cards" count={1} />}
        {made && (made.bytes.length > MOST_CODE_BYTES ? <TooLarge made={made} /> : <Codes made={made} />)}
      </Stack>
    </Measure>
  )
}

const Codes = ({ made }: { readonly made: MadeFile }) => {
  const { t } = useText('hand-over')
  const formats = useFormats()
  const frames = useMemo(() => codeFramesOf(made.bytes), [made])
  const seconds = secondsOfTransfer(made.bytes.length)
  return (
    <Stack gap={3}>
      <MovingCode frames={frames} />
      <p>{t('show.text', { size: formats.bytes(made.bytes.length), count: seconds })}</p>
      <p>{t('show.end')}</p>
    </Stack>
  )
}

const TooLarge = ({ made }: { readonly made: MadeFile }) => {
  const { t } = useText('hand-over')
  const formats = useFormats()
  const back = (
    <ButtonLink icon="document" href="/sync/hand-over">
      {t('show.useFile')}
    </ButtonLink>
  )
  return (
    <Notice tone="note" actions={back}>
      {t('show.tooLarge', { size: formats.bytes(made.bytes.length), most: formats.bytes(MOST_CODE_BYTES) })}
    </Notice>
  )
}
