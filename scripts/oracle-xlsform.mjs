// Builds the comparison of our form engine with ODK's as the endpoint itself is built, and runs it in Vietnam's time:
// the other engine reads its zone from the machine.
import path from 'node:path'
import { runNode } from './child.mjs'
import { cacheFolder, inProject } from './project.mjs'

/** @param {readonly string[]} args --forms, --seed, --steps */
export const oracleXlsform = (args) => besideTheirs('main', args)

/** What the form of 500 questions costs both engines. */
export const largeFormOfBoth = () => besideTheirs('large-form', [])

/** @param {'main' | 'large-form'} entry @param {readonly string[]} args */
async function besideTheirs(entry, args) {
  const out = path.join(cacheFolder, `oracle-xlsform-${entry}`)
  const build = ['build', '--ssr', `tests/oracle/xlsform/${entry}.ts`, '--outDir', out, '--logLevel', 'warn']
  const built = await runNode('node_modules/vite/bin/vite.js', build, { quiet: true })
  if (!built.ok) {
    console.error(built.output.trimEnd())
    return built
  }
  const peers = `--peers=${path.join(cacheFolder, 'oracle-peers')}`
  return runNode(path.relative(inProject(), path.join(out, `${entry}.js`)), [peers, ...args], {
    env: { TZ: 'Asia/Ho_Chi_Minh' },
  })
}
