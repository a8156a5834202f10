/** Ids of self-assessments say what they are of, so that two people who answer offline meet in one record. */

export const assessmentId = (unit: string, round: string): string => `asm.${unit}.${round}`

export const answerId = (assessment: string, question: string): string => `ans.${assessment}.${question}`

/** What every answer's id of an assessment begins with. */
export const answerPrefix = (assessment: string): string => `ans.${assessment}.`

export const unitOfAssessment = (id: string): string => id.split('.')[1] ?? ''

const yearAndNumber = (round: string): readonly [number, number] => {
  const [year, number] = round.split('-').map(Number)
  return [year ?? 0, number ?? 0]
}

/** By year, then by number: `2026-10` comes after `2026-2`. */
export function compareRounds(a: string, b: string): number {
  const [yearA, numberA] = yearAndNumber(a)
  const [yearB, numberB] = yearAndNumber(b)
  return yearA - yearB || numberA - numberB
}

/** The round after all known ones of that year: `2026-3`. */
export function nextRound(year: string, known: readonly string[]): string {
  const numbers = known.filter((round) => round.startsWith(`${year}-`)).map((round) => yearAndNumber(round)[1])
  return `${year}-${Math.max(0, ...numbers) + 1}`
}
