// Hands bytes to the browser as a file to keep.
/** Long enough for the slowest download to have begun. */
const KEPT_MS = 60_000

export const SHEET_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function saveFile(name: string, content: BlobPart, mime: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mime }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
