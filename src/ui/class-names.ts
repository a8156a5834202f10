/** Joins the class names that apply. CSS Modules type every class as possibly missing, so `undefined` is welcome here. */
export const classNames = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
