// Hands a file made here to the browser's downloads.
import type { NamedFile } from '#data/contract/trail-contract.ts'

const RELEASE_AFTER_MS = 60_000

export function downloadFile({ name, bytes }: NamedFile, type = 'application/zip'): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
}
