/** The names under which an inspection's records and their evidence are kept (`change/kinds.md`). */

/** Entity id of what was found about one content of the outline; its photos hang on it. */
export const inspectionItemId = (inspection: string, item: string): string => `ini.${inspection}.${item}`

/** What the evidence of a remedy hangs on: a name only, no entity has it. The shortcoming itself keeps the team's photos. */
export const remedySubject = (inspection: string, shortcoming: string): string => `rem.${inspection}.${shortcoming}`

/** The inspection in either name; undefined for any other. */
export const inspectionOfItem = (of: string): string | undefined => /^ini\.([^.]+)\./.exec(of)?.[1]
