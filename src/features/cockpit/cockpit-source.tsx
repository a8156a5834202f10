// From when the figures are and whom they cover: without that, no figure on this page is worth anything, least of all on
// paper or a week after the last synchronisation.
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import styles from './cockpit.module.css'
import type { ChosenView } from './cockpit-query.ts'

export const CockpitSource = ({ view }: { readonly view: ChosenView }) => {
  const { t } = useText('cockpit')
  const formats = useFormats()
  const { plan, asOf, lastContactAt, notInView, communes } = view
  const sync = lastContactAt === null ? t('source.never') : t('source.contact', { at: formats.dateTime(lastContactAt) })
  return (
    <>
      <p className={styles.source}>
        {t('source.text', { number: plan.number, count: communes.length, day: formats.day(asOf), sync })}
        {notInView > 0 && communes.length > 0 && ` ${t('source.notInView', { count: notInView })}`}
      </p>
      {lastContactAt === null && <Notice tone="note">{t('source.neverText')}</Notice>}
    </>
  )
}
