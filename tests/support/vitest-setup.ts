// Tests of screens: a database engine, readable assertions about the page, and a clean page after each test. The engine
// comes first, because Dexie answers live queries only where the global one is there before Dexie itself.
import 'fake-indexeddb/auto'
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { giveJsdomDialogs } from './dialog-in-jsdom.ts'

giveJsdomDialogs()
// Files share a page: each begins with an empty one at its first address, and nothing kept from before.
document.body.replaceChildren()
for (const { name } of Array.from(document.documentElement.attributes)) document.documentElement.removeAttribute(name)
localStorage.clear()
sessionStorage.clear()
history.replaceState(null, '', '/')
// jsdom has no layout to scroll.
Element.prototype.scrollIntoView ??= () => {}
// A busy machine may take longer than the second that is allowed by default; a test that passes waits no longer.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)

// jsdom's Blob has no stream; every browser's has. The bytes of requests are packed through it.
if (!('stream' in Blob.prototype)) {
  Object.defineProperty(Blob.prototype, 'stream', {
    value(this: Blob) {
      const bytes = new Promise<Uint8Array>((resolve) => {
        const reader = new FileReader()
        reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer))
        reader.readAsArrayBuffer(this)
      })
      return new ReadableStream({
        async start(controller) {
          controller.enqueue(await bytes)
          controller.close()
        },
      })
    },
  })
}
