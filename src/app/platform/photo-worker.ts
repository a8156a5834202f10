// Shrinks one photo away from the page, so that typing and scrolling go on meanwhile. It is thrown away after each photo,
// and with it all the memory the decoding took.
import { browserHasher } from './browser-kernel.ts'
import { preparePhoto } from './prepare-photo.ts'

addEventListener('message', (event: MessageEvent<Blob>) => {
  void preparePhoto(event.data, browserHasher).then((prepared) => {
    const transfer = prepared.ok ? [prepared.value.bytes.buffer, prepared.value.thumbnail.buffer] : []
    postMessage(prepared, { transfer: transfer as ArrayBuffer[] })
  })
})
