// fflate as the client's bundle gets it. Its `zip` and `unzip` make a worker out of a text for larger files, which our
// content security policy forbids: the worker never starts and the caller waits for ever. An Excel list of some thousand
// lines is packed in a tenth of a second, so it is done in place.
import { type AsyncUnzipOptions, type AsyncZippable, unzipSync, type UnzipCallback, zipSync } from 'fflate/browser'

export * from 'fflate/browser'

type Done = (error: Error | null, bytes: Uint8Array) => void

export function zip(files: AsyncZippable, done: Done): void {
  try {
    done(null, zipSync(files as Parameters<typeof zipSync>[0]))
  } catch (error) {
    done(error as Error, new Uint8Array())
  }
}

export function unzip(bytes: Uint8Array, options: AsyncUnzipOptions | UnzipCallback, callback?: UnzipCallback): void {
  const done = (typeof options === 'function' ? options : callback) as (error: Error | null, files: object) => void
  try {
    done(null, unzipSync(bytes, typeof options === 'function' ? {} : options))
  } catch (error) {
    done(error as Error, {})
  }
}
