// What both peers' servers share: the bench page from the same origin, gzipped JSON both ways, and a line on the
// output once it listens. Plain Node, no framework: nothing here may be slower than it has to be.
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]
const COMPRESS_FROM_BYTES = 600
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }

/** Answers with a file of the page, or tells that there is none. */
export function sendPage(folder, request, response) {
  const file = path.join(folder, path.normalize(new URL(request.url, 'http://bench').pathname))
  if (!file.startsWith(folder) || path.extname(file) === '' || !existsSync(file)) return false
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
  return true
}

export async function readJson(request) {
  const parts = []
  for await (const part of request) parts.push(part)
  const body = Buffer.concat(parts)
  return JSON.parse(String(request.headers['content-encoding'] === 'gzip' ? await unpack(body) : body))
}

export async function sendJson(response, value) {
  const text = JSON.stringify(value)
  const isSmall = text.length < COMPRESS_FROM_BYTES
  const body = isSmall ? Buffer.from(text) : await pack(text)
  const coding = isSmall ? {} : { 'content-encoding': 'gzip' }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length, ...coding })
  response.end(body)
}

export function listen(server) {
  server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('listening\n'))
}
