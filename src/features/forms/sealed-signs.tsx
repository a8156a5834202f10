// What might have been answered without looking, worked out again from what was sealed, for whoever verifies (HON-5).
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingSigns } from '#domain/questionnaire/filling/filling-signs.ts'
import { HonestyNotice } from '#features/honesty-notice.tsx'
import { useLive } from '#features/use-live.ts'
import type { SealedAnswersProps } from './sealed-answers.tsx'
import { useSignNames } from './use-sign-names.ts'

export const SealedSigns = ({ screen: { store }, review, form }: SealedAnswersProps) => {
  const { filling, content, evidence } = review.submission
  const names = useSignNames(content.answers, form.nameOf)
  const photos = useLive(() => store.fillingReviews.photos(filling, 'pub'), [store, filling])
  if (photos === undefined) return null
  const records = new Map(evidence.map((photo) => [`${photo.of} ${photo.sha256}`, photo]))
  const signs = fillingSigns({
    answers: content.answers,
    evidence: content.evidence.map(({ path, sha256 }) => {
      const record = records.get(`${fillingAnswerId(filling, path)} ${sha256}`)
      return { path, sha256, takenAt: record?.takenAt ?? null, on: record?.on.date ?? null }
    }),
    earlierPhotos: photos.earlier,
    startedOn: review.startedOn,
    pace: content.pace,
  })
  return <HonestyNotice signs={signs} names={names} forReviewer />
}
