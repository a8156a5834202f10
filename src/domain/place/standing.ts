/** Whether a unit still exists: apart from the rest of its history, because the first screen asks for it. */

/** A unit stands until its last day; from the day after it counts in no figure. Rule PLACE-21. */
export const standsOn = ({ until }: { readonly until?: string | undefined }, day: string): boolean =>
  until === undefined || until >= day
