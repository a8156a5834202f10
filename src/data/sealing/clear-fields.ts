/** The fields that stay readable in the raw database, per table: a field that is not listed here cannot be stored in clear (rule DAT-7). */
export const clearFields: Readonly<Record<string, readonly string[]>> = {
  ent: ['feed', 'e', 'kind', 'p', 'c', 'o'],
  own: ['n', 'feed', 'e', 'kind', 'env'],
  foreign: ['d', 'n', 'feed'],
  blob: ['sha', 'at'],
  blobq: ['sha', 'rank', 'n', 'size'],
  meta: ['key'],
  attention: ['n', 'feed', 'e', 'kind', 'at'],
  draft: ['key', 'at'],
  summary: ['unit'],
  relay: ['sha', 'origin', 'form', 'type', 'from', 'to', 'size', 'at', 'inc'],
  relaydata: ['sha'],
}
