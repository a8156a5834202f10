// A person's data as one zip file: for machines, for reading and for a spreadsheet. Fetched with the first such file.
import type { NamedFile, PersonFileWords } from '#data/contract/trail-contract.ts'
import { personFiles } from '#domain/personal-data/export-files.ts'
import type { PersonExport } from '#protocol/trail-message.ts'
import { zipFiles } from '#sync/zip-files.ts'

export async function personFile(data: PersonExport, words: PersonFileWords): Promise<NamedFile> {
  const day = new Date(data.madeMs).toISOString().slice(0, 10)
  return { name: `so-tay-iso-${day}.zip`, bytes: await zipFiles(personFiles(data, words)) }
}
