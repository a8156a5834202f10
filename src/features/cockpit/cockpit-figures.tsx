// Six figures over what is chosen, each a link to the communes or records it was counted from.
import { useCockpitWords } from '#features/cockpit-words.ts'
import { FigureCard } from '#ui/figure-card.tsx'
import styles from './cockpit.module.css'
import type { ChosenView } from './cockpit-query.ts'
import { listPath, OBSTACLES_PATH, sidePath } from './paths.ts'

export const CockpitFigures = ({ view }: { readonly view: ChosenView }) => {
  const { t, formats, rangeShort } = useCockpitWords(view.template)
  const { figures, chosenArea, visitEveryDays } = view
  const area = chosenArea?.id ?? null
  const { communes, declared, late, meanDaysLate, alarms, openMajor, openObstacles } = figures
  const last = figures.lastDeclaration
  return (
    <div className={styles.room}>
      <div className={styles.figures}>
        <FigureCard
          label={t('figures.declared')}
          value={t('figures.of', { count: declared, total: communes })}
          {...(last !== null && { note: t('figures.lastDeclaration', { range: rangeShort(last) }) })}
          href={listPath('declared', area)}
        />
        <FigureCard
          label={t('figures.late')}
          value={formats.number(late)}
          note={
            meanDaysLate === null
              ? t('figures.noneLate')
              : t('figures.meanLate', { days: formats.number(Math.round(meanDaysLate)) })
          }
          {...(late > 0 && { tone: 'bad' })}
          href={listPath('late', area)}
        />
        <FigureCard
          label={t('figures.slipping')}
          value={formats.number(alarms.slipping)}
          note={t('figures.slippingNote')}
          {...(alarms.slipping > 0 && { tone: 'warn' })}
          href={sidePath('timeline', { plan: null, area })}
        />
        <FigureCard
          label={t('figures.notVisited', { days: visitEveryDays })}
          value={formats.number(alarms['not-visited'])}
          note={t('figures.notVisitedNote')}
          {...(alarms['not-visited'] > 0 && { tone: 'warn' })}
          href={listPath('not-visited', area)}
        />
        <FigureCard
          label={t('figures.openMajor')}
          value={formats.number(openMajor)}
          note={t('figures.openMajorNote')}
          {...(openMajor > 0 && { tone: 'bad' })}
          href={listPath('open-major', area)}
        />
        <FigureCard
          label={t('figures.openObstacles')}
          value={formats.number(openObstacles)}
          note={
            openObstacles === 0 ? t('figures.noObstacles') : t('figures.overdue', { count: alarms['obstacle-overdue'] })
          }
          {...(alarms['obstacle-overdue'] > 0 && { tone: 'bad' })}
          href={OBSTACLES_PATH}
        />
      </div>
    </div>
  )
}
