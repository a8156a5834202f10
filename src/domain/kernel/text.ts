/** Whether a text says anything: what is asked for as a reason must be there to be read. */

/** Not spaces, controls, formats, lone marks, nor letters drawn as nothing (U+3164, U+2800). Short: it is on the first screen. */
const SEEN = /[^\s\p{C}\p{M}\p{DI}\u2800]/u

/** True where something in it can be seen. Rule KERNEL-7. */
export const hasText = (text: string): boolean => SEEN.test(text)
