// Puts communes into the data of an endpoint that does not run: units of an earlier time, for which no screen is made, since
// the administrator opens units by merging or dividing those that are there.
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Installation } from './installation.ts'

export interface EarlierUnit {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly parent: string
}

export async function addPlaces(installation: Installation, units: readonly EarlierUnit[]): Promise<void> {
  await installation.kill()
  const db = new DatabaseSync(path.join(installation.dataDir, 'endpoint.sqlite'))
  const insert = db.prepare(
    "INSERT INTO scope (id, parent, kind, name, code, position) VALUES (?, ?, 'commune', ?, ?, (SELECT max(position) + 1 FROM scope))",
  )
  for (const { id, parent, name, code } of units) insert.run(id, parent, name, code)
  db.close()
  await installation.start()
}
