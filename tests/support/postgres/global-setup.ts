/**
 * One PostgreSQL for all test files of the run. Where there is none, the tests that need it fail with the reason, and
 * all others run: a set-up that threw would end the whole run.
 */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the database `postgres` of the tests' own server, or why there is none. */
    postgres: { readonly url: string } | { readonly reason: string }
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const cluster = await startPostgres()
    project.provide('postgres', { url: cluster.urlOf('postgres') })
    return () => cluster.stop()
  } catch (error) {
    project.provide('postgres', { reason: error instanceof Error ? error.message : String(error) })
    return async () => undefined
  }
}
