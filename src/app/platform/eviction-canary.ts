// Notices that the browser threw our database away. Browsers evict all storage of a site but its cookies, so a cookie
// without any content of its own remembers that there was data here; a database without people then means eviction.
// It holds nothing about a person.
const NAME = 'so-tay-had-data'
const DAYS = 400

export const hadData = (): boolean => document.cookie.split('; ').some((cookie) => cookie === `${NAME}=1`)

export function rememberData(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in Firefox and older Safari
  document.cookie = `${NAME}=1; max-age=${DAYS * 86_400}; path=/; SameSite=Strict`
}

/** After the person has read that the data was removed, or has removed it on purpose. */
export function forgetData(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: see above
  document.cookie = `${NAME}=; max-age=0; path=/; SameSite=Strict`
}
