// The checks that read the sources: format, lint, types, unused files, size. Each answers ok or not and shows its
// tool's words only when there is something to say.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { runNode } from './child.mjs'
import { cacheFolder, inProject } from './project.mjs'

const TYPES_AT_ONCE = 2

const layers = () =>
  readdirSync(inProject('src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `src/${entry.name}`)

/** One program per layer, because each layer has its own `lib` and `types`: the compiler is the first fence. */
const typedFolders = () =>
  [...layers(), 'src/app/service-worker', 'tests', 'scripts'].filter((at) => existsSync(inProject(at, 'tsconfig.json')))

/** @param {string} folder */
async function checkTypesOf(folder) {
  const note = path.join(cacheFolder, 'types', `${folder.replaceAll('/', '-')}.tsbuildinfo`)
  const args = ['-p', folder, '--incremental', '--tsBuildInfoFile', note, '--pretty', 'false']
  const { ok, output } = await runNode('node_modules/typescript/bin/tsc', args, { quiet: true })
  const isEmpty = output.includes('error TS18003')
  return { ok: ok || isEmpty, output: isEmpty ? `${folder}: no source yet\n` : output }
}

async function checkTypes() {
  const open = typedFolders()
  const results = /** @type {{ ok: boolean, output: string }[]} */ ([])
  const work = async () => {
    for (let folder = open.shift(); folder !== undefined; folder = open.shift())
      results.push(await checkTypesOf(folder))
  }
  await Promise.all(Array.from({ length: TYPES_AT_ONCE }, work))
  return { ok: results.every((result) => result.ok), output: results.map((result) => result.output).join('') }
}

const quietly = (/** @type {string} */ entry, /** @type {string[]} */ args) => () =>
  runNode(entry, args, { quiet: true })

export const checks = {
  format: {
    run: quietly('node_modules/@biomejs/biome/bin/biome', ['format', '--diagnostic-level=warn']),
    advice: 'npm run format',
  },
  lint: {
    run: quietly('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
    advice: 'sửa theo từng dòng ở trên / follow the lines above',
  },
  types: {
    run: checkTypes,
    advice: 'sửa kiểu; mỗi tầng có tsconfig riêng / mend the types; each layer has its own tsconfig',
  },
  unused: {
    run: quietly('node_modules/knip/bin/knip.js', [
      '--no-progress',
      '--include',
      'files,dependencies,unlisted,unresolved',
    ]),
    advice: 'xóa hoặc dùng tệp, gói được nêu / remove or use the files and packages named',
  },
  size: {
    run: () => runNode('scripts/size-budget.mjs'),
    advice: 'tải chậm phần nặng bằng import() / load what is heavy lazily with import()',
  },
}
