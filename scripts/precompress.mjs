// Leaves a brotli and a gzip copy beside every file of the built app that compresses well, so that the endpoint sends
// them as they are and compresses nothing per request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const TEXT = /\.(?:js|css|html|svg|json|webmanifest|wasm|txt)$/
const WORTH_IT_BYTES = 600
const AT_ONCE = 4

const [brotli, gzip] = [promisify(zlib.brotliCompress), promisify(zlib.gzip)]

/** @param {string} folder */
const textFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))

/** @param {string} file */
async function compressFile(file) {
  const content = readFileSync(file)
  if (content.length < WORTH_IT_BYTES) return
  const hint = { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length } }
  const [small, common] = await Promise.all([brotli(content, hint), gzip(content, { level: 9 })])
  writeFileSync(`${file}.br`, small)
  writeFileSync(`${file}.gz`, common)
}

/** @param {string} folder */
export async function precompress(folder) {
  const open = textFiles(folder)
  const work = async () => {
    for (let file = open.pop(); file !== undefined; file = open.pop()) await compressFile(file)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
