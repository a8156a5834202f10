// The last step before both sides sign: what the record still lacks, in words, and the seal that cannot be taken back.
import { useState } from 'react'
import type { VisitView } from '#data/contract/visit-contract.ts'
import { recordProblems } from '#domain/field-visit/visit-record.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useProblemSentences } from '#features/use-problem-sentences.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { editVisitPath } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'

type SealVisitProps = { readonly screen: ScreenProps; readonly visit: VisitView }

export const SealVisit = ({ screen, visit }: SealVisitProps) => {
  const { t } = useVisitWords()
  useProblemSentences()
  const textOf = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const problems = recordProblems(visit, screen.today)
  return (
    <Section title={t('seal.title')} detail={t('seal.detail')}>
      <Stack gap={4}>
        {problems.length > 0 ? (
          <Notice
            tone="warn"
            title={t('seal.missing')}
            actions={
              <ButtonLink icon="edit" href={editVisitPath(visit.unit, visit.id)}>
                {t('correct')}
              </ButtonLink>
            }
          >
            <ul>
              {problems.map((problem) => (
                <li key={problem.code}>{textOf(problem)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Notice tone="good">{t('seal.ready')}</Notice>
        )}
        <Button kind="main" icon="lock" wide disabled={problems.length > 0} onClick={() => setAsking(true)}>
          {t('seal.action')}
        </Button>
        <SealDialog {...{ screen, visit }} isOpen={isAsking} onClose={() => setAsking(false)} />
      </Stack>
    </Section>
  )
}

type SealDialogProps = SealVisitProps & { readonly isOpen: boolean; readonly onClose: () => void }

const SealDialog = ({ screen: { store, clock }, visit, isOpen, onClose }: SealDialogProps) => {
  const { t, formats } = useVisitWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    const sealed = await store.visits.seal(visit.unit, visit.id)
    setBusy(false)
    setProblem(sealed.ok ? null : sealed.error)
    if (!sealed.ok) return
    onClose()
    showToast({ text: t('seal.done', { time: formats.time(clock.now()) }), tone: 'good' })
  }
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      title={t('seal.confirmTitle')}
      closeLabel={t('common:cancel')}
      actions={
        <>
          <Button kind="main" icon="lock" busy={isBusy} onClick={() => void confirm()}>
            {t('seal.action')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{t('seal.confirm')}</p>
        <ProblemNotice problem={problem} />
      </Stack>
    </Dialog>
  )
}
