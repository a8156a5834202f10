// Fields against months: each month of a field is a switch of its own, as large as a thumb. Where there is no room for
// thirteen columns a field becomes a card with its twelve months.
import type { ProgrammeBoard } from '#data/contract/audit-planning-contract.ts'
import { type ProgrammeSlot, type Risk, risks } from '#domain/audit-planning/programme.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Stack } from '#ui/layout.tsx'
import { months } from './months.ts'
import { NewSlot } from './new-slot.tsx'
import styles from './slot-table.module.css'
import { usePlanningWords } from './use-planning-words.ts'
import { useWrite, type Write } from './use-write.ts'
import { Written } from './written.tsx'

type SlotTableProps = { readonly board: ProgrammeBoard; readonly screen: ScreenProps; readonly canEdit: boolean }

export const SlotTable = ({ board, screen, canEdit }: SlotTableProps) => {
  const { t } = usePlanningWords()
  const write = useWrite()
  const { slots } = board
  return (
    <Stack>
      {slots.length === 0 && (
        <EmptyState icon="calendar-check" level={3} title={t('slots.emptyTitle')} text={t('slots.emptyText')} />
      )}
      {slots.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('slots.field')}</th>
                <th scope="col">{t('slots.risk')}</th>
                {months.map((month) => (
                  <th key={month} scope="col" aria-label={t('slots.month', { month })}>
                    {month}
                  </th>
                ))}
                {canEdit && <th scope="col">{t('slots.remove')}</th>}
              </tr>
            </thead>
            <tbody>
              {slots.map((slot) => (
                <SlotRow key={slot.id} {...{ slot, board, screen, canEdit, write }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Written write={write} />
      {canEdit && <NewSlot board={board} screen={screen} />}
    </Stack>
  )
}

type SlotRowProps = SlotTableProps & { readonly slot: ProgrammeSlot; readonly write: Write }

const SlotRow = ({ slot, board: { programme }, screen: { store }, canEdit, write }: SlotRowProps) => {
  const { t, fieldText } = usePlanningWords()
  const { id, field, risk } = slot
  const name = fieldText(field)
  const save = (patch: Partial<Pick<ProgrammeSlot, 'months' | 'risk'>>) =>
    void write.run(
      store.auditPlanning.saveSlot(programme.unit, programme.year, { id, field, risk, months: slot.months, ...patch }),
    )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles.risk}>
        <select
          aria-label={t('slots.riskOf', { field: name })}
          value={risk}
          disabled={!canEdit}
          onChange={(event) => save({ risk: risks.find((one) => one === event.target.value) ?? ('middle' as Risk) })}
        >
          {risks.map((one) => (
            <option key={one} value={one}>
              {t(`risk.${one}`)}
            </option>
          ))}
        </select>
      </td>
      {months.map((month) => (
        <td key={month} className={styles.month}>
          <MonthSwitch {...{ slot, name, month, canEdit }} onChange={(next) => save({ months: next })} />
        </td>
      ))}
      {canEdit && (
        <td className={styles.remove}>
          <IconButton
            icon="trash"
            label={t('slots.removeOne', { field: name })}
            onClick={() => void write.run(store.auditPlanning.removeSlot(programme.unit, id))}
          />
        </td>
      )}
    </tr>
  )
}

type MonthSwitchProps = {
  readonly slot: ProgrammeSlot
  readonly name: string
  readonly month: number
  readonly canEdit: boolean
  readonly onChange: (months: readonly number[]) => void
}

const MonthSwitch = ({ slot, name, month, canEdit, onChange }: MonthSwitchProps) => {
  const { t } = usePlanningWords()
  const isOn = slot.months.includes(month)
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={isOn}
      aria-label={t('slots.monthOf', { field: name, month })}
      disabled={!canEdit}
      onClick={() => onChange(isOn ? slot.months.filter((one) => one !== month) : [...slot.months, month])}
    >
      <span className={styles.number}>{month}</span>
      <span className={styles.tick}>{isOn ? '✓' : ''}</span>
    </button>
  )
}
