// What has no place in the version a draft has now: answers that did not go along when it was moved, what a colleague
// wrote meanwhile, and the photos of questions that are gone. Nobody's answers now, and nothing of it is dropped.
import { useEffect, useState } from 'react'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import type { AsideAnswer } from '#domain/questionnaire/revision/move-answers.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { AsideRows, useWordsOfForm } from '#features/form-revision-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { OpenState } from './filling-gate.tsx'
import { labelNamed, photosAside } from './photos-aside.ts'

type SetAsideProps = { readonly screen: ScreenProps; readonly open: OpenState }

export const SetAside = ({ screen, open }: SetAsideProps) => {
  const { t } = useText('form-revision')
  const { board, view, stray } = open
  const { store, platform } = screen
  const needsEarlier = view.evidence.length > 0 || stray.length > 0
  const earlier = useEarlierForm(screen, needsEarlier ? formOfFilling(view.id) : null)
  const words = useWordsOfForm(earlier ?? board.compiled.form)
  const photos = photosAside(view.id, view.evidence, board.session.refs(), earlier)
  const late = stray.map((answer): AsideAnswer => {
    const label = labelNamed(answer.path, [board.compiled.form, earlier])
    return { ...answer, label, version: earlier?.version ?? '' }
  })
  const count = view.aside.length + late.length + photos.length
  if (count === 0) return null
  const answers = [...view.aside, ...late]
  return (
    <Disclosure summary={t('draft.aside', { count })}>
      <Stack gap={3}>
        <p>{t('asideText')}</p>
        {answers.length > 0 && <AsideRows aside={answers} form={board.compiled.form} />}
        {photos.map(({ of, label, name }) => (
          <Stack key={of} gap={2}>
            <b>{words(label, name)}</b>
            <EvidenceStrip {...{ store, platform, of }} feed={board.feed} canEdit={false} label={words(label, name)} />
          </Stack>
        ))}
      </Stack>
    </Disclosure>
  )
}

/** The version the draft was begun in, for the words of its questions. */
function useEarlierForm({ store }: ScreenProps, key: string | null): Form | undefined {
  const [form, setForm] = useState<Form>()
  useEffect(() => {
    let isGone = false
    if (key !== null) void store.forms.load(key).then((found) => isGone || setForm(found))
    return () => {
      isGone = true
    }
  }, [store, key])
  return form
}
