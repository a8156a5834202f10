// What the cycle of audit, correction, review and inspection left behind in one commune, a line each, so that whoever
// follows it reaches its records from its own page.
import { Suspense } from 'react'
import { isOpenState } from '#domain/corrective-action/move.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { communePath, correctiveOfPath, inspectionsPath, programmePath, reviewsPath } from './paths.ts'

type CommuneRecordsProps = { readonly screen: Pick<ScreenProps, 'store' | 'today'>; readonly unit: string }

/** Its words come later than the page it stands on. */
export const CommuneRecords = (props: CommuneRecordsProps) => (
  <Suspense fallback={null}>
    <Records {...props} />
  </Suspense>
)

const Records = ({ screen: { store, today }, unit }: CommuneRecordsProps) => {
  const { t } = useText('commune-records')
  const formats = useFormats()
  const requests = useLive(() => store.corrective.list([unit]), [store, unit])
  const reviews = useLive(() => store.managementReviews.list([unit]), [store, unit])
  const inspections = useLive(() => store.inspections.list([unit]), [store, unit])
  if (requests === undefined || reviews === undefined || inspections === undefined) return null
  const [review, inspection] = [reviews[0], inspections[0]]
  const year = today.slice(0, 4)
  const open = requests.filter(({ course }) => isOpenState(course.state)).length
  const lines = [
    { title: t('audits'), href: communePath(unit, 'findings') },
    { title: t('programme', { year }), href: programmePath(unit, year) },
    { title: t('corrective'), detail: t('correctiveCount', { count: open }), href: correctiveOfPath(unit) },
    review === undefined
      ? { title: t('noReview'), detail: t('none'), href: reviewsPath() }
      : {
          title: t('review', { number: review.number, year: review.on.slice(0, 4) }),
          detail: formats.day(review.on),
          href: reviewsPath(unit, review.id),
        },
    inspection === undefined
      ? { title: t('inspection'), detail: t('none'), href: inspectionsPath() }
      : { title: t('inspection'), detail: inspection.head.from.text, href: inspectionsPath(unit, inspection.id) },
  ]
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        {lines.map((line) => (
          <Row key={line.href} {...line} cue={t('common:open')} />
        ))}
      </Rows>
    </Section>
  )
}
