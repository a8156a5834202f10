// What the audit year asks of somebody today, below the first tasks: late corrective actions, audits that come near, signs
// that a system lives on paper only, inspections to answer. Fetched once the first tasks are painted. Each part says
// nothing where there is nothing to say.
import type { ComponentType } from 'react'
import { NeedsOfActions } from './needs-of-actions.tsx'
import { NeedsOfCorrective } from './needs-of-corrective.tsx'
import { NeedsOfDecay } from './needs-of-decay.tsx'
import { NeedsOfForms } from './needs-of-forms.tsx'
import { NeedsOfInspection } from './needs-of-inspection.tsx'
import { NeedsOfPlanning } from './needs-of-planning.tsx'
import type { ScreenProps } from './screen-props.ts'
import { Stack } from '#ui/layout.tsx'

const parts: readonly ComponentType<{ readonly screen: ScreenProps }>[] = [
  NeedsOfCorrective,
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
