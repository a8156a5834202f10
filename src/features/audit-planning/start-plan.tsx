// Begins a plan with what can be known beforehand: the next number of the year, days two weeks ahead, the programme of
// that year. Everything else is written in the plan itself, which keeps itself field by field.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PlanningBoard } from '#data/contract/audit-planning-contract.ts'
import { programmeId } from '#domain/audit-planning/programme.ts'
import { addDays, dayOfWeek } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { mayPlan, planPath } from './paths.ts'
import { usePlanningWords } from './use-planning-words.ts'

/** Time enough to write the plan and to send it a week before. */
const AHEAD_DAYS = 14

type StartPlanProps = { readonly board: PlanningBoard; readonly screen: ScreenProps }

export const StartPlan = ({ board, screen: { store, person, today } }: StartPlanProps) => {
  const { t } = usePlanningWords()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const places = person.communes.filter(({ id }) => mayPlan(person, id))
  const [unit, setUnit] = useState(places.length === 1 ? (places[0]?.id ?? '') : '')
  const start = async (): Promise<void> => {
    const ahead = addDays(today, AHEAD_DAYS)
    const from = addDays(ahead, (8 - dayOfWeek(ahead)) % 7)
    const year = from.slice(0, 4)
    const programme = board.programmes.find(({ id }) => id === programmeId(unit, Number(year)))
    const round = board.plans.filter((plan) => plan.unit === unit && plan.from.startsWith(year)).length + 1
    const started = await store.auditPlanning.startPlan(unit, {
      programme: programme?.id ?? null,
      round,
      from,
      to: from,
      edition: programme?.edition === undefined || programme.edition === '' ? '2015' : programme.edition,
      scope: programme?.scope ?? '',
      leader: programme?.leader ?? '',
    })
    setProblem(started.ok ? null : started.error)
    if (started.ok) navigate(planPath(unit, started.value))
  }
  return (
    <Stack>
      {places.length > 1 && (
        <SelectField
          label={t('plans.commune')}
          placeholder={t('plans.chooseCommune')}
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ProblemNotice problem={problem} />
      <Cluster>
        <Button kind="main" icon="plus" disabled={unit === ''} onClick={() => void start()}>
          {t('plans.start')}
        </Button>
      </Cluster>
    </Stack>
  )
}
