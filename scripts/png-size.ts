import { existsSync, readFileSync } from 'node:fs'

const WIDTH_AT = 16
const HEIGHT_AT = 20

/** Width and height as `360x740`, read from the picture itself, or nothing when there is no such picture yet. */
export function pngSize(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const header = readFileSync(file).subarray(0, HEIGHT_AT + 4)
  return `${header.readUInt32BE(WIDTH_AT)}x${header.readUInt32BE(HEIGHT_AT)}`
}
