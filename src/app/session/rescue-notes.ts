// What the rescue page exported of this person's store while the app did not run, noted for the trail when the store is
// open again. A mark stays until its note is written.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { databaseName } from '#data/local-database.ts'
import { keepSetting, readSetting } from '#app/platform/device-settings.ts'
import { noteExport } from '#features/note-activity.ts'

export async function noteRescueExports(store: Pick<PersonStore, 'activities'>, storeId: string): Promise<void> {
  const setting = `rescued.${databaseName(storeId)}` as const
  const forms = (readSetting(setting) ?? '').split(' ')
  const known = (['json', 'file'] as const).filter((form) => forms.includes(form))
  for (const form of known) if (await noteExport({ store }, { what: 'rescue', form })) return
  if (known.length > 0) keepSetting(setting, null)
}
