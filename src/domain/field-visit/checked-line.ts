/**
 * What a monitor already knows of a commune, line by line, and what was found on the spot: the stage, what is late, open
 * corrective actions, the tasks of last time. A line is confirmed by finding the same and corrected by finding other
 * words; the words that were known then stay, also when the records behind them have changed since.
 */

export interface CheckedLine {
  /** What the line is about, the same on every device: `stage`, `late.G4`, `corrective.{id}`, `task.{id}`. */
  readonly about: string
  /** The words as they stood on the screen. */
  readonly known: string
  /** The same words where they are right, others where they are not, empty while nobody looked. */
  readonly found: string
}

export type LineState = 'open' | 'confirmed' | 'corrected'

/** Rule VIS-7. */
export function lineState({ known, found }: CheckedLine): LineState {
  if (found.trim() === '') return 'open'
  return found.trim() === known.trim() ? 'confirmed' : 'corrected'
}

/**
 * The lines of a form that is opened (again): what was answered keeps its words and its answer; what nobody answered is
 * known anew, and left out where it is not known any more. Rule VIS-8.
 */
export function linesToCheck(
  known: readonly Omit<CheckedLine, 'found'>[],
  before: readonly CheckedLine[],
): readonly CheckedLine[] {
  const answered = before.filter((line) => lineState(line) !== 'open')
  const byAbout = new Map(answered.map((line) => [line.about, line]))
  const present = known.map(({ about, known: words }) => byAbout.get(about) ?? { about, known: words, found: '' })
  const shown = new Set(present.map(({ about }) => about))
  return [...present, ...answered.filter(({ about }) => !shown.has(about))]
}

export const openLines = (lines: readonly CheckedLine[]): readonly CheckedLine[] =>
  lines.filter((line) => lineState(line) === 'open')
