/** Gzip of a request body: by the browser where it can, otherwise by a small library that is loaded only then. */

async function gzipByBrowser(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function gzipByLibrary(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const { gzipSync, strToU8 } = await import('fflate')
  return new Uint8Array(gzipSync(strToU8(text)))
}

export const gzipText = (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  typeof CompressionStream === 'undefined' ? gzipByLibrary(text) : gzipByBrowser(text)
