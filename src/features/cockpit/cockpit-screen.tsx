// The cockpit at a glance: figures that lead to what they were counted from, the target of the plan, one line an area,
// and the communes that need somebody first.
import { ForecastMethod } from '#features/forecast-method.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { TargetOutlookCard } from '#features/target-outlook.tsx'
import { Columns, Stack } from '#ui/layout.tsx'
import { AlarmList } from './alarm-list.tsx'
import { AreaRollUps } from './area-roll-ups.tsx'
import { CockpitFigures } from './cockpit-figures.tsx'
import { CockpitPage, type SideProps } from './cockpit-page.tsx'

export const CockpitScreen = (screen: ScreenProps) => <CockpitPage screen={screen} side="overview" Side={Overview} />

const Overview = ({ view, isTable }: SideProps) => (
  <Stack gap={5}>
    <CockpitFigures view={view} />
    <Columns
      main={<AlarmList view={view} />}
      aside={
        <Stack gap={4}>
          {view.targets.map((outlook) => (
            <TargetOutlookCard key={outlook.target.text.vi} outlook={outlook} view={view} />
          ))}
          <ForecastMethod view={view} />
        </Stack>
      }
    />
    <AreaRollUps view={view} isTable={isTable} />
  </Stack>
)
