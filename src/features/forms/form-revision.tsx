// A draft whose form was corrected or withdrawn since it was begun: what changed, what would not go along, and the button
// that moves it. Until somebody presses it the draft stays as it is, and it can be finished as it is.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { type AsideAnswer, moveAnswers } from '#domain/questionnaire/revision/move-answers.ts'
import { sessionAnswers } from '#domain/questionnaire/filling/stored-answers.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { loadCompiled } from '#features/compiled-forms.ts'
import { FormRevisionNotice } from '#features/form-revision-notice.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { OpenState } from './filling-gate.tsx'
import { photosAside } from './photos-aside.ts'

export type FormRevisionProps = { readonly screen: ScreenProps; readonly open: OpenState }

export const FormRevision = ({ screen, open }: FormRevisionProps) => {
  const { t } = useText('form-revision')
  const { store } = screen
  const [later, setLater] = useState<CompiledForm | null>()
  const listed = useLive(() => store.forms.list(), [store])
  const [current] = listed?.filter(({ key }) => key === open.view.form) ?? []
  // The newest of each form comes first.
  const newest = listed?.find((form) => form.id === current?.id && !form.isWithdrawn && form.isWhole)
  if (listed === undefined || current === undefined) return null
  const isLater = newest !== undefined && listed.indexOf(newest) < listed.indexOf(current)
  if (!isLater) return current.isWithdrawn ? <Notice tone="note">{t('draft.withdrawn')}</Notice> : null
  if (later) return <Offer {...{ screen, open, later }} onDone={() => setLater(undefined)} />
  const look = async (): Promise<void> => setLater(await loadCompiled(store.forms, newest.key))
  const title = t(current.isWithdrawn ? 'draft.withdrawnForLater' : 'draft.later', { version: newest.version })
  return (
    <Notice
      tone="note"
      title={title}
      actions={
        <Button icon="document" onClick={() => void look()}>
          {t('draft.look')}
        </Button>
      }
    >
      {t(later === null ? 'draft.notHere' : 'draft.text')}
    </Notice>
  )
}

type OfferProps = FormRevisionProps & { readonly later: CompiledForm; readonly onDone: () => void }

const Offer = ({ screen, open, later, onDone }: OfferProps) => {
  const { t } = useText('form-revision')
  const show = useToast()
  const { store } = screen
  const { board, keeper, view } = open
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const asideOf = useAside(screen, open, later)
  const move = async (): Promise<void> => {
    setBusy(true)
    const moved = (await keeper.flush()) ? await store.fillings.move(view.id, board.compiled, later) : null
    setBusy(false)
    if (moved === null) return
    if (!moved.ok) return setProblem(moved.error)
    show({ text: t('draft.moved', { version: later.form.version }) })
    onDone()
  }
  return (
    <Stack gap={3}>
      <ProblemNotice problem={problem} />
      <FormRevisionNotice
        before={board.compiled.form}
        after={later.form}
        aside={asideOf}
        isBusy={isBusy}
        onMove={() => void move()}
        onStay={onDone}
      />
    </Stack>
  )
}

/** What the draft would set aside if it were moved now, its photos with it. */
function useAside({ clock }: ScreenProps, { board, view }: OpenState, later: CompiledForm): readonly AsideAnswer[] {
  const { t } = useText('form-revision')
  const from = board.compiled
  const moved = moveAnswers(view.answers, from, later, view.aside)
  if (view.evidence.length === 0) return moved.aside
  const session = new FormSession(later, { clock, stored: sessionAnswers(moved.answers) })
  const photos = photosAside(view.id, view.evidence, session.refs(), from.form)
  const asAnswer = (path: string, label: AsideAnswer['label'], count: number): AsideAnswer => ({
    path,
    label,
    why: 'removed',
    version: from.form.version,
    value: t('draft.photos', { count }),
    reason: '',
    note: '',
  })
  return [...moved.aside, ...photos.map(({ of, label, count }) => asAnswer(of, label, count))]
}
