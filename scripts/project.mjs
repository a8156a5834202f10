// Where things are, and the environment that every tool of the project is started with. The environment is
// cleaned because a setting inherited from the caller (`NODE_ENV=production`, `npm_config_omit=dev`) would
// silently leave out what the build and the tests need.
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** What the scripts remember between runs; safe to delete. */
export const cacheFolder = path.join(projectRoot, '.cache')

const HARMFUL = /^(npm_config_(ignore_scripts|global|location|prefix|omit|only|production|dry_run)|NODE_ENV)$/i

const cleanEnvironment = () => {
  const entries = Object.entries(process.env).filter(([name]) => !HARMFUL.test(name))
  return Object.fromEntries(entries)
}

/** Handed to every child process; steps add to it what later steps need (the browser adds CHROME_PATH). */
export const environment = cleanEnvironment()

export const inProject = (...parts) => path.join(projectRoot, ...parts)
