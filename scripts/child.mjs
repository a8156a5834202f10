// Starts the tools. They are called by their JavaScript entry with this very Node, never through `.bin/*.cmd`
// or a shell, so that a path with spaces and Windows behave as Linux does. Children are ended with us.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { environment, inProject, projectRoot } from './project.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** Ends what we started when we are ended. Returns the way back, for when this process becomes the endpoint. */
export function endChildrenWithUs() {
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of running) child.kill(signal)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  for (const signal of SIGNALS) process.on(signal, end)
  return () => {
    for (const signal of SIGNALS) process.off(signal, end)
  }
}

/**
 * Runs a program to its end. With `quiet` its output is collected instead of shown.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string, timeout?: number, env?: Record<string, string | undefined>, shell?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(program, args, options = {}) {
  const { quiet = false, cwd = projectRoot, timeout, env = {}, shell = false } = options
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd,
      env: { ...environment, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: true,
      shell,
      ...(timeout === undefined ? {} : { timeout }),
    })
    running.add(child)
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    const finish = (/** @type {boolean} */ ok, /** @type {string} */ more) => {
      running.delete(child)
      resolve({ ok, output: output + more })
    }
    child.on('error', (error) => finish(false, String(error)))
    child.on('close', (code) => finish(code === 0, ''))
  })
}

/** Runs a Node program, given by its path inside the project. */
export const runNode = (
  /** @type {string} */ entry,
  /** @type {readonly string[]} */ args = [],
  /** @type {Parameters<typeof run>[2]} */ options = {},
) => run(process.execPath, [inProject(entry), ...args], options)

/** npm's own JavaScript entry: told by npm when it started us, else looked for beside this Node. */
function npmEntry() {
  const beside = path.dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath ?? '',
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  return candidates.find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file))
}

/** @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNpm(args, options = {}) {
  const entry = npmEntry()
  if (entry) return run(process.execPath, [entry, ...args], options)
  const isWindows = process.platform === 'win32'
  return run(isWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: isWindows })
}
