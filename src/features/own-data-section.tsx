// The person's copy of everything that is kept about them, as one file; made by the server's answer, in their words.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { downloadFile } from './download-file.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { Platform } from './screen-props.ts'

export const OwnDataSection = ({ platform }: { readonly platform: Platform }) => {
  const { t, language } = useText('trail')
  const toast = useToast()
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const { trail } = platform
  if (trail === undefined) return null
  const fetchOwn = async (): Promise<void> => {
    setBusy(true)
    const words = { title: t('own.fileTitle'), language, sectionName: (name: string) => t(`own.section.${name}`) }
    const file = await (await trail()).ownData(words)
    setBusy(false)
    setProblem(file.ok ? undefined : file.error)
    if (!file.ok) return
    downloadFile(file.value)
    toast({ text: t('own.done', { name: file.value.name }), tone: 'good' })
  }
  return (
    <Section title={t('own.title')} detail={t('own.text')}>
      <ProblemNotice problem={problem} title={t('own.failed')} />
      <Cluster>
        <Button icon="download" busy={isBusy} onClick={() => void fetchOwn()}>
          {t('own.action')}
        </Button>
      </Cluster>
      <p>{t('own.erase')}</p>
    </Section>
  )
}
