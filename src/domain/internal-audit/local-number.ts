/**
 * Numbers of findings are given on site, without a network. Each replica counts for itself and its id stands
 * in the number, so two auditors of one commune can never write the same number on two papers.
 */

/** Where a number comes from. */
export interface NumberOrigin {
  /** Five digits, such as `06001`. */
  readonly communeCode: string
  readonly year: number
  /** Id of the replica: letters and digits only, case matters. */
  readonly replica: string
  /** 1, 2, 3 … within commune, year and replica. */
  readonly sequence: number
}

const LETTERS_AND_DIGITS = /^[A-Za-z0-9]+$/

/** `KPH/06001/2026/a1-003`. A replica id or code with other characters is a defect. Rule AUD-4. */
export function localNumber({ communeCode, year, replica, sequence }: NumberOrigin): string {
  if (!LETTERS_AND_DIGITS.test(communeCode) || !LETTERS_AND_DIGITS.test(replica)) {
    throw new TypeError('localNumber: commune code and replica id consist of letters and digits')
  }
  if (!Number.isSafeInteger(year) || !Number.isSafeInteger(sequence) || sequence < 1) {
    throw new TypeError('localNumber: year and sequence are whole numbers, sequence from 1')
  }
  return `KPH/${communeCode}/${year}/${replica}-${String(sequence).padStart(3, '0')}`
}
