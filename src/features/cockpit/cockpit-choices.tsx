// Which area, which plan, and whether as a drawing or as a table in words. All of it stands in the address, so that a
// link shows the same to somebody else and Back undoes a choice. What is chosen often stands above the drawing, in one
// line even on a phone; another plan is chosen below it.
import { notedPrint } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './cockpit.module.css'
import { areasToChoose, type ChosenView, type CockpitQuery } from './cockpit-query.ts'

type CockpitChoicesProps = {
  readonly view: ChosenView
  readonly query: CockpitQuery
  readonly screen: Pick<ScreenProps, 'store' | 'platform'>
}

export const CockpitChoices = ({ view, query: { form }, screen }: CockpitChoicesProps) => {
  const { t } = useText('cockpit')
  const choose = useAddressChoice()
  const areas = areasToChoose(view.areas)
  const hasAreas = areas.length > 1
  const other = form === 'table' ? 'drawing' : 'table'
  return (
    <div className={styles.choices}>
      {hasAreas && (
        <SelectField
          label={t('choices.area')}
          value={view.chosenArea?.id ?? ''}
          onChange={(event) => choose('area', event.target.value)}
          placeholder={t('choices.allAreas')}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Button
        icon={other === 'table' ? 'list' : 'chart'}
        iconOnlyOnPhone={hasAreas}
        onClick={() => choose('as', other === 'table' ? 'table' : '')}
      >
        {t(`choices.${other}`)}
      </Button>
      <Button
        icon="print"
        iconOnlyOnPhone={hasAreas}
        onClick={() => void notedPrint(screen, { what: 'progress-report' })}
      >
        {t('common:print')}
      </Button>
    </div>
  )
}

/** Nothing where there is but one. */
export const PlanChoice = ({ view }: Pick<CockpitChoicesProps, 'view'>) => {
  const { t } = useText('cockpit')
  const choose = useAddressChoice()
  if (view.plans.length < 2) return null
  return (
    <div className={styles.plan}>
      <SelectField
        label={t('choices.plan')}
        value={view.plan.id}
        onChange={(event) => choose('plan', event.target.value)}
        options={view.plans.map(({ id, number, state }) => ({
          value: id,
          label: state === 'archived' ? t('choices.archived', { number }) : number,
        }))}
      />
    </div>
  )
}
