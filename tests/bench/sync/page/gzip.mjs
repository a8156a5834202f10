/** Gzip of a request's body by the browser itself, as our client does it. */
export async function gzip(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** The same line for the same answer, whichever store it comes from. */
export const lineOf = ({ id, assessment, question, score, note = '' }) =>
  JSON.stringify([id, assessment, question, score, note])
