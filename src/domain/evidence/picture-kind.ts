/** What kind of picture bytes are, by the marks a picture begins with and never by what their sender calls them. */

/** As many bytes as `pictureKind` looks at. */
export const PICTURE_HEAD_BYTES = 16

/** Whether the marks, a byte each, stand at this place. */
export const hasMark = (bytes: Uint8Array, at: number, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[at + i] === byte)

/** The codes of ASCII letters. */
export const asciiMark = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** The media type; undefined where it is none of the pictures taken here. Rule END-70. */
export function pictureKind(bytes: Uint8Array): string | undefined {
  if (hasMark(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (hasMark(bytes, 0, [0x89, ...asciiMark('PNG\r\n'), 0x1a, 0x0a])) return 'image/png'
  if (hasMark(bytes, 0, asciiMark('RIFF')) && hasMark(bytes, 8, asciiMark('WEBP'))) return 'image/webp'
  return undefined
}
