/** Pieces of a file beside its sections: wishes and answers that travel, and their form in the store. */
import type { KeptExtra } from '#data/contract/hand-over-contract.ts'
import type { ExtraKind, FileExtra } from '#protocol/hand-over/hand-over-file.ts'
import { sha256Text } from './crypto-texts.ts'

export async function extraOf(
  kind: ExtraKind,
  origin: string,
  atMs: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<FileExtra> {
  return { entry: { kind, origin, atMs, bytes: bytes.length, sha256: await sha256Text(bytes) }, bytes }
}

export const extraOfKept = ({ kind, origin, atMs, sha256, bytes }: KeptExtra): FileExtra => ({
  entry: { kind, origin, atMs, bytes: bytes.length, sha256 },
  bytes,
})

/** What is carried in the given kind. */
export const carriedExtras = async (
  store: { extras(): Promise<readonly KeptExtra[]> },
  kind: KeptExtra['kind'],
): Promise<readonly KeptExtra[]> => (await store.extras()).filter((extra) => extra.kind === kind)
