// Where corrective action requests are found; findings, inspections and the review of the leaders lead there.
export const CORRECTIVE_PATH = '/corrective-actions'

export const correctivePath = (unit: string, id: string): string => `${CORRECTIVE_PATH}/${unit}/${id}`

export const correctiveSheetPath = (unit: string, id: string): string => `${correctivePath(unit, id)}/sheet`

export const correctiveMovePath = (unit: string, id: string, move: string): string =>
  `${correctivePath(unit, id)}/move/${move}`

/** `of`: id of what the request comes from; the form finds under it what was filled in already. */
export const newCorrectivePath = (unit?: string, of?: string | null): string => {
  const query = new URLSearchParams({ ...(unit !== undefined && { unit }), ...(of && { of }) }).toString()
  return `${CORRECTIVE_PATH}/new${query === '' ? '' : `?${query}`}`
}

/** Where a published finding is read, and its request begun. */
export const findingPath = (unit: string, id: string): string => `/findings/${unit}/${id}`
