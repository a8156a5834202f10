// What the audit year asks of somebody today, below the first tasks: late corrective actions, audits that come near, signs
// that a system lives on paper only, inspections to answer. Fetched once the first tasks are painted. Each part says
// nothing where there is nothing to say.
import type { ComponentType } from 'react'
import { NeedsOfActions } from './needs-of-actions.tsx'
import { NeedsOfCorrective } from './needs-of-corrective.tsx'
import { NeedsOfDecay } from './needs-of-decay.tsx'
import { NeedsOfFirstDay } from './needs-of-first-day.tsx'
import { NeedsOfForms } from './needs-of-forms.tsx'
import { NeedsOfInspection } from './needs-of-inspection.tsx'
import { NeedsOfMergers } from './needs-of-mergers.tsx'
import { NeedsOfPilot } from './needs-of-pilot.tsx'
import { NeedsOfPlanning } from './needs-of-planning.tsx'
import { NeedsOfVisits } from './needs-of-visits.tsx'
import type { ScreenProps } from './screen-props.ts'
import { Stack } from '#ui/layout.tsx'

const parts: readonly ComponentType<{ readonly screen: ScreenProps }>[] = [
  NeedsOfFirstDay,
  NeedsOfVisits,
  NeedsOfPilot,
  NeedsOfCorrective,
  NeedsOfMergers,
  NeedsOfActions,
  NeedsOfInspection,
  NeedsOfPlanning,
  NeedsOfDecay,
  NeedsOfForms,
]

export const RolloutNeeds = ({ screen }: { readonly screen: ScreenProps }) => (
  <Stack gap={3}>
    {parts.map((Part) => (
      <Part key={Part.displayName ?? Part.name} screen={screen} />
    ))}
  </Stack>
)
