/** Addresses of the endpoint, relative to the installation's origin. */
export const paths = {
  health: '/v1/health',
  signIn: '/v1/session/sign-in',
  challenge: '/v1/session/challenge',
  renew: '/v1/session/renew',
  signOut: '/v1/session/sign-out',
  identity: '/v1/identity',
  sync: '/v1/sync',
  /** tus 1.0 creation and, below it, uploads. Metadata: sha256, feed, mime, kind (thumbnail | photo). */
  uploads: '/v1/uploads',
  /** `/v1/blobs/{sha256}`: a photo, for members of a feed that refers to it. */
  blobs: '/v1/blobs',
  /** POST: a hand-over file as it is; GET `/pass` below it: what a device needs to make and check files offline. */
  handOver: '/v1/hand-over',
  handOverPass: '/v1/hand-over/pass',
  adminOverview: '/v1/admin/overview',
  /** GET: refused operations the caller decides about. POST: a decision. */
  adminQuarantine: '/v1/admin/quarantine',
  adminGrants: '/v1/admin/grants',
  adminRevokeDevice: '/v1/admin/revoke-device',
  adminUnits: '/v1/admin/units',
} as const

/** Every request but sign-in and health carries `Authorization: Bearer {token}`. */
export const sessionHeader = 'authorization'

/** Every answer of the endpoint carries this header, so that a captive portal's page is told from it. */
export const endpointHeader = 'x-so-tay'
