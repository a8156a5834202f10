// A filling as a list: one section at a time with its questions, how far every section is, the search, and the jumps to
// what is open or not right. On a phone the list leads to one question at a time.
import { Suspense } from 'react'
import { useSearchParams } from 'wouter'
import type { ScreenProps } from '#features/screen-props.ts'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Correcting } from './correcting.tsx'
import { FillingDock } from './filling-dock.tsx'
import { FillingGate, type OpenState } from './filling-gate.tsx'
import { FillingHead } from './filling-head.tsx'
import { FormRevision } from './form-revision.tsx'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import { LookAgainList } from './look-again.tsx'
import { QuestionSearch } from './question-search.tsx'
import { SectionPlaces } from './section-places.tsx'
import { SetAside } from './set-aside.tsx'
import { SectionRail } from './section-rail.tsx'
import { useFillingBack } from './use-filling-back.ts'
import { useFirstThenAll } from './use-first-then-all.ts'
import { useGoTo } from './use-go-to.ts'
import { useShownPlace } from './use-shown-place.ts'
import { useOutline } from './use-filling.ts'
import { useWide } from '#features/use-media.ts'

type FillingScreenProps = ScreenProps & { readonly filling: string }

export const FillingScreen = ({ filling, ...given }: FillingScreenProps) => (
  <FillingGate given={given} id={filling}>
    {(open, screen) => <Filling key={open.board.id} {...{ screen, open }} />}
  </FillingGate>
)

const Filling = ({ screen, open }: { readonly screen: ScreenProps; readonly open: OpenState }) => {
  const { t, titleOf, roundTitle } = useFillingWords()
  const { board, keeper, isPending, canEdit, view } = open
  const outline = useOutline(board)
  const back = useFillingBack(board, screen.person)
  const isWide = useWide()
  const [params, setParams] = useSearchParams()
  const at = Math.min(Math.max(0, Number(params.get('s') ?? 0) || 0), outline.length - 1)
  const section = outline[at]
  const places = useFirstThenAll(section)
  const isDrawn = places.length === (section?.places.length ?? 0)
  const show = useShownPlace(places, params.get('at'))
  const goTo = useGoTo(board, isWide, show)
  const choose = (next: number): void => {
    setParams(next === 0 ? {} : { s: String(next) }, { replace: true })
    document.getElementById('section-title')?.focus()
  }
  const place = screen.store.identity.places.find((known) => known.id === view.unitId)?.name ?? view.unitId
  const title = titleOf(board.compiled.form)
  return (
    <Stack gap={5}>
      <FrameTitle title={roundTitle(view.round)} subtitle={place} />
      <PageHeader title={title} more={t('wholeTitle')} back={back} />
      {!canEdit && <Notice tone="note">{t(board.visit === null ? 'readOnly' : 'visit.readOnly')}</Notice>}
      {view.review === 'reopened' && (
        <Suspense fallback={null}>
          <Correcting {...{ screen, open }} />
        </Suspense>
      )}
      <FillingHead {...{ board, keeper, isPending, canEdit }} />
      {canEdit && isDrawn && (
        <Suspense fallback={null}>
          <FormRevision {...{ screen, open }} />
        </Suspense>
      )}
      {isDrawn && (
        <Suspense fallback={null}>
          <LookAgainList board={board} />
        </Suspense>
      )}
      <QuestionSearch board={board} onPick={goTo} />
      <div className={styles.room}>
        <div className={styles.aside}>
          <SectionRail {...{ board, outline, at }} onChoose={choose} />
        </div>
        {section && (
          <SectionPlaces
            key={section.key}
            {...{ board, keeper, isPending, section, places, screen, canEdit, isWide }}
          />
        )}
      </div>
      {isDrawn && (
        <Suspense fallback={null}>
          <SetAside {...{ screen, open }} />
        </Suspense>
      )}
      <FillingDock {...{ board, at }} count={outline.length} onSection={choose} onGoTo={goTo} />
    </Stack>
  )
}
