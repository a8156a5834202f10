// The same stages with their names: what the small cells stand for, one under the other, each a row that may lead on.
import type { ReactNode } from 'react'
import { Row, Rows } from './rows.tsx'
import { StageCell, type StageState } from './stage-cells.tsx'

export type NamedStage = {
  readonly key: string
  readonly short: string
  readonly name: string
  readonly state: StageState
  /** The state in words, e.g. "trễ 12 ngày". */
  readonly label: string
  readonly detail?: ReactNode
  readonly trailing?: ReactNode
  readonly href?: string
}

type StageListProps = { readonly label: string; readonly stages: readonly NamedStage[] }

export const StageList = ({ label, stages }: StageListProps) => (
  <Rows label={label}>
    {stages.map((stage) => (
      <Row
        key={stage.key}
        mark={<StageCell state={stage.state} label={stage.label} />}
        title={`${stage.short} ${stage.name}`}
        detail={stage.detail}
        trailing={stage.trailing}
        href={stage.href}
      />
    ))}
  </Rows>
)
