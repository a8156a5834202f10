// Addresses of this feature's screens.
export const INSPECTIONS_PATH = '/inspections'
export const NEW_INSPECTION_PATH = `${INSPECTIONS_PATH}/new`
export const COMPILED_PATH = `${INSPECTIONS_PATH}/compiled`

/** One inspection, or a screen inside it: `item/K3`, `shortcoming/new`, `minutes/…`. */
export const inspectionPath = (unit: string, id: string, ...inside: readonly string[]): string =>
  [INSPECTIONS_PATH, unit, id, ...inside].join('/')
