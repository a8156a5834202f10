// Lines of a list that is typed: change one, take one away, add one at the end.
import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'

type LineFieldsProps<Line> = {
  readonly lines: readonly Line[]
  readonly change: (lines: Line[]) => void
  readonly renderLine: (line: Line, at: number, patch: (part: Partial<Line>) => void) => ReactNode
  readonly removeText: (at: number) => string
  readonly add: { readonly text: string; readonly line: () => Line }
  /** As many lines stay. */
  readonly least?: number
}

export const LineFields = <Line extends object>({
  lines,
  change,
  renderLine,
  removeText,
  add,
  least = 0,
}: LineFieldsProps<Line>) => (
  <Stack gap={4}>
    {lines.map((line, at) => (
      // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity and keep their order
      <Card key={at}>
        <Stack gap={3}>
          {renderLine(line, at, (part) =>
            change(lines.map((one, index) => (index === at ? { ...one, ...part } : one))),
          )}
          {lines.length > least && (
            <Cluster>
              <Button kind="plain" icon="close" onClick={() => change(lines.filter((_, index) => index !== at))}>
                {removeText(at)}
              </Button>
            </Cluster>
          )}
        </Stack>
      </Card>
    ))}
    <Cluster>
      <Button icon="plus" onClick={() => change([...lines, add.line()])}>
        {add.text}
      </Button>
    </Cluster>
  </Stack>
)
