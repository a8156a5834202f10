// The address of a filling, for what leads into one from elsewhere.
export const fillingPath = (id: string): string => `/forms/${encodeURIComponent(id)}`
