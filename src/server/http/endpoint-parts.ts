/** What the routes share; made once when the endpoint starts. */
import type { Clock } from '#domain/kernel/clock.ts'
import type { EndpointMetrics } from '#server/care/endpoint-metrics.ts'
import type { LiveDirectory } from '#server/identity/live-directory.ts'
import type { Notices } from '#server/ingest/take-in.ts'
import type { BlobBackup } from '#server/photo/blob-backup.ts'
import type { BlobFiles } from '#server/photo/blob-files.ts'
import type { PhotoRoom } from '#server/photo/photo-room.ts'
import type { SessionDesk } from '#server/session/session-desk.ts'
import type { SignInParts } from '#server/sign-in-parts.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'

export interface EndpointParts {
  readonly store: EndpointStore
  readonly directory: LiveDirectory
  readonly desk: SessionDesk
  readonly signIn: SignInParts
  readonly blobs: BlobFiles
  readonly photoCopies: BlobBackup
  readonly photoRoom: PhotoRoom
  /** Folder of the archive beside the data. */
  readonly archive: string
  readonly clock: Clock
  readonly metrics: EndpointMetrics
  /** None where a test does without. */
  readonly notices?: Notices | undefined
  readonly metricsToken?: string | undefined
  /** Where this installation went; then it takes nothing more (END-63). */
  readonly movedTo?: string | undefined
}
