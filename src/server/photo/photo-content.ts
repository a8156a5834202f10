/**
 * What bytes are, by the marks a picture begins with, and never by what their sender calls them (END-70). What is no
 * picture of the announced kind is not kept, so nothing served from here can be a page, a script or a program.
 */
import { open } from 'node:fs/promises'

const HEAD_BYTES = 16

const startsWith = (bytes: Uint8Array, at: number, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[at + i] === byte)

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** The kind of picture; undefined where it is none of those taken here. */
export function pictureKind(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, 0, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'image/png'
  if (startsWith(bytes, 0, ascii('RIFF')) && startsWith(bytes, 8, ascii('WEBP'))) return 'image/webp'
  return undefined
}

/** Whether a file holds a picture of the kind it was announced as. */
export async function isPictureFile(file: string, mime: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return pictureKind(buffer.subarray(0, bytesRead)) === mime
  } finally {
    await handle.close()
  }
}
