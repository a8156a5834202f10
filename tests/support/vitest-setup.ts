// Tests of screens: readable assertions about the page, and a clean page after each test.
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { giveJsdomDialogs } from './dialog-in-jsdom.ts'

giveJsdomDialogs()
afterEach(cleanup)
