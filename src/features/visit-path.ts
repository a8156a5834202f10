// The address of a visit, for what is filled in at one and leads back to it.
export const visitPath = (unit: string, visit: string): string => `/visits/${unit}/${visit}`
