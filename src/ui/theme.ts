// The looks a person may choose. A file without React: the start reads it before anything is drawn.
export const themes = ['auto', 'light', 'dark', 'sun'] as const
export type Theme = (typeof themes)[number]
