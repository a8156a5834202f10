// Photos of the forms that were sealed with a visit, under the questions they answer: on the screen only, as on paper their
// number stands.
import { feedId } from '#domain/change/feed.ts'
import type { VisitForm } from '#domain/field-visit/visit-form.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useVisitWords } from './use-visit-words.ts'

type FormPhotosProps = { readonly screen: ScreenProps; readonly forms: readonly VisitForm[] }

export const FormPhotos = ({ screen: { store, platform }, forms }: FormPhotosProps) => {
  const { t } = useVisitWords()
  const shown = forms.flatMap(({ filling, unit, title, answers, evidence }) =>
    answers
      .filter(({ path }) => evidence.some((photo) => photo.path === path))
      .map(({ path, label }) => ({
        of: fillingAnswerId(filling, path),
        feed: feedId(unit, 'pub'),
        label: t('forms.photosOf', { form: title, question: label }),
      })),
  )
  if (shown.length === 0) return null
  return (
    <Section title={t('forms.photosTitle')}>
      <Stack gap={4}>
        {shown.map(({ label, ...of }) => (
          <Stack key={of.of} gap={2}>
            <p>{label}</p>
            <EvidenceStrip {...of} {...{ store, platform, label }} canEdit={false} />
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}
