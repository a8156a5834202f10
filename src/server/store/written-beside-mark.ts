/** Setting under which a command leaves since when it wrote beside a running endpoint, in milliseconds (END-110). */
export const WRITTEN_BESIDE = 'written_beside'
