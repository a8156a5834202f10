import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { codeReaderPlace, keepCodeReader, openCodeReader } from '#features/code-reader.ts'
import { aModule, withCachesInMemory } from '#support/caches-in-memory.ts'

const answers = vi.fn<typeof fetch>()

beforeEach(() => {
  withCachesInMemory()
  vi.stubGlobal('fetch', answers)
})

afterEach(() => {
  vi.unstubAllGlobals()
  answers.mockReset()
})

const comes = () => answers.mockImplementation(async () => new Response(aModule()))

it('HND-16: the reader is kept once, and asked of no network again', async () => {
  comes()
  expect(await codeReaderPlace()).toBe('absent')
  await keepCodeReader()
  expect(await codeReaderPlace()).toBe('here')
  await keepCodeReader()
  expect(answers).toHaveBeenCalledTimes(1)
})

it('HND-16: a page that wants somebody to sign in is not kept in its place, nor is a refusal', async () => {
  answers.mockImplementation(async () => new Response('<!doctype html><title>Wi-Fi</title>'))
  await expect(keepCodeReader()).rejects.toThrow('no reader')
  answers.mockImplementation(async () => new Response(aModule(), { status: 503 }))
  await expect(keepCodeReader()).rejects.toThrow('no reader')
  answers.mockImplementation(async () => new Response(''))
  await expect(keepCodeReader()).rejects.toThrow('no reader')
  expect(await codeReaderPlace()).toBe('absent')
})

it('HND-16: whoever opens it with a network has it afterwards without one', async () => {
  comes()
  await openCodeReader()
  answers.mockRejectedValue(new TypeError('offline'))
  expect(await codeReaderPlace()).toBe('here')
  await expect(openCodeReader()).resolves.toBeTypeOf('function')
})

it('HND-16: a browser that reads codes itself fetches nothing', async () => {
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static readonly getSupportedFormats = async () => ['qr_code']
      readonly detect = async () => []
    },
  )
  expect(await codeReaderPlace()).toBe('here')
  await keepCodeReader()
  expect(answers).not.toHaveBeenCalled()
})

it('HND-16: a browser without caches uses what the network brings and keeps nothing', async () => {
  vi.stubGlobal('caches', undefined)
  comes()
  expect(await codeReaderPlace()).toBe('never')
  await expect(openCodeReader()).resolves.toBeTypeOf('function')
})
