/**
 * A published form is known by `id@version`: answers are frozen to it, records are named by it, and a correction gets
 * another one. So both halves are short and of plain letters, whatever a spreadsheet says.
 */

/** A letter, a figure or `_`, then also dots and dashes. */
const HALF = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u
const [LONGEST_ID, LONGEST_VERSION] = [60, 40]

export const formKey = ({ id, version }: { readonly id: string; readonly version: string }): string =>
  `${id}@${version}`

export const isFormId = (id: string): boolean => id.length <= LONGEST_ID && HALF.test(id)

export const isFormVersion = (version: string): boolean => version.length <= LONGEST_VERSION && HALF.test(version)
