// The totals of the country or of one province; each figure that can be listed leads to what it was counted from.
import type { CountryFigures } from '#domain/reporting/province-summary.ts'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export const COUNTRY_PATH = '/country'

/** An address of this screen; `province` is '' for the whole country. */
export const countryPath = (province: string, show = ''): string => {
  const chosen = Object.entries({ province, show }).filter(([, value]) => value !== '')
  return chosen.length === 0 ? COUNTRY_PATH : `${COUNTRY_PATH}?${new URLSearchParams(chosen)}`
}

type CountryTotalsProps = { readonly figures: CountryFigures; readonly province: string }

export const CountryTotals = ({ figures, province }: CountryTotalsProps) => {
  const { t } = useText('country')
  const { number } = useFormats()
  const { communes, takingPart, declared, late, openObstacles, openMajor } = figures
  const ofTakingPart = t('figures.ofTakingPart', { count: takingPart, total: number(takingPart) })
  return (
    <FigureGrid>
      <FigureCard
        label={t('figures.takingPart')}
        value={number(takingPart)}
        note={t('figures.ofCommunes', { count: communes, total: number(communes) })}
        href={countryPath(province, 'taking-part')}
      />
      <FigureCard
        label={t('figures.declared')}
        value={number(declared)}
        note={ofTakingPart}
        href={countryPath(province, 'declared')}
      />
      <FigureCard
        label={t('figures.late')}
        value={number(late)}
        note={ofTakingPart}
        {...(late > 0 && { tone: 'bad' as const })}
        href={countryPath(province, 'late')}
      />
      <FigureCard
        label={t('figures.openObstacles')}
        value={number(openObstacles)}
        href={countryPath(province, 'obstacles')}
      />
      <FigureCard label={t('figures.openMajor')} value={number(openMajor)} />
    </FigureGrid>
  )
}
