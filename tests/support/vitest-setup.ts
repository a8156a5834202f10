// Tests of screens: a database engine, readable assertions about the page, and a clean page after each test. The engine
// comes first, because Dexie answers live queries only where the global one is there before Dexie itself.
import 'fake-indexeddb/auto'
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { giveJsdomDialogs } from './dialog-in-jsdom.ts'

giveJsdomDialogs()
// jsdom has no layout to scroll.
Element.prototype.scrollIntoView ??= () => {}
// A busy machine may take longer than the second that is allowed by default; a test that passes waits no longer.
configure({ asyncUtilTimeout: 5000 })
afterEach(cleanup)
