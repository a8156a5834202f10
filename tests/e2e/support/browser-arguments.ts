import process from 'node:process'

/** Chromium refuses its sandbox to root, which is what continuous integration runs as. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** A browser that keeps to itself: no first-run pages, no background traffic, no updates. */
export const browserArguments: readonly string[] & string[] = [
  ...asRoot,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
