/**
 * How much of the device's room photos may take. A browser deletes everything of a site at once when the disk runs
 * full, and refuses writes before that; text is a few bytes and must never be what does not fit any more. So photos
 * stop at four fifths of what the browser allows, and text never does.
 */

/** Bytes, as the browser estimates them. */
export interface StorageRoom {
  readonly usage: number
  readonly quota: number
}

/** Of the quota, with everything else that is stored. */
export const PHOTO_SHARE = 0.8

/** How many bytes are too many after adding these; 0 or less where they fit. Rule EVI-3. */
export const bytesOver = ({ usage, quota }: StorageRoom, adding: number): number =>
  Math.ceil(usage + adding - quota * PHOTO_SHARE)
