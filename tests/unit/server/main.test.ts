import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { UnsafeSqliteError } from '#server/store/open-store.ts'
import { explainStart } from '#server/explain-start.ts'
import { NewerStoreError } from '#server/store/newer-store-error.ts'
import { openInstallation } from '#support/endpoint/demonstration.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const settings = { port: 4180, host: '127.0.0.1', dataDir: '.data', demo: true }

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('it worked')
}

describe('a start that fails', () => {
  it('names the port that is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve())
    })
    onTestFinished(() => {
      other.close()
    })
    const { port } = other.address() as AddressInfo
    const { endpoint } = await openInstallation({ demo: false })
    const error = await failureOf(endpoint.listen(port, '127.0.0.1'))
    expect(explainStart(error, { ...settings, port })).toContain(`Cổng ${port} đang được dùng`)
  })

  it('names the folder that cannot be written', async () => {
    const file = path.join(tempFolder(), 'a-file')
    writeFileSync(file, '')
    const error = await failureOf(openInstallation({ dataDir: file, demo: false }))
    expect(explainStart(error, { ...settings, dataDir: file })).toContain(`Không ghi được vào thư mục "${file}"`)
  })

  it('END-13: says which SQLite it found', () => {
    const told = explainStart(new UnsafeSqliteError(['node:sqlite 3.50.4']), settings)
    expect(told).toContain('Cần SQLite từ 3.51.3; tìm thấy: node:sqlite 3.50.4')
  })

  it('says that the data belongs to a newer version', () => {
    expect(explainStart(new NewerStoreError('9'), settings)).toContain('phiên bản mới hơn')
  })
})

describe('an endpoint', () => {
  it('answers inside another server, as the development server mounts it', async () => {
    const { endpoint } = await openInstallation({ demo: false })
    const host = createServer((request, response) => endpoint.handle(request, response))
    await new Promise<void>((resolve) => {
      host.listen(0, '127.0.0.1', () => resolve())
    })
    onTestFinished(() => {
      host.close()
    })
    const { port } = host.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${paths.health}`)
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ ok: true })])
  })

  it('gives its whole folder back when it is closed: it can be opened again at once', async () => {
    const dataDir = path.join(tempFolder(), 'new', 'folder')
    mkdirSync(path.dirname(dataDir), { recursive: true })
    const first = await openInstallation({ dataDir, demo: false })
    await first.close()
    const second = await openInstallation({ dataDir, demo: false })
    expect((await second.endpoint.inject({ url: paths.health })).statusCode).toBe(200)
  })
})
