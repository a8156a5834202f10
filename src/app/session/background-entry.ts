// The script the service worker imports when the browser wakes it. It only says where its one function is found.
import { syncInBackground } from './background-round.ts'

Object.assign(globalThis, { soTaySyncInBackground: syncInBackground })
