/** Addresses of the endpoint, relative to the installation's origin. */
export const paths = {
  health: '/v1/health',
  signIn: '/v1/session/sign-in',
  challenge: '/v1/session/challenge',
  renew: '/v1/session/renew',
  signOut: '/v1/session/sign-out',
  /** POST: what a one-time code opens; `redeem` uses it up. Both without a session. */
  invitation: '/v1/session/invitation',
  redeem: '/v1/session/redeem',
  /** POST: the caller's own password. */
  password: '/v1/session/password',
  /** GET: the caller's own devices. POST: names or revokes one. */
  ownDevices: '/v1/session/devices',
  /** POST: the key of the caller's own sealed store, for whoever forgot its PIN and gives the password. */
  storeKey: '/v1/session/store-key',
  identity: '/v1/identity',
  sync: '/v1/sync',
  /** tus 1.0 creation and, below it, uploads. Metadata: sha256, feed, mime, kind (thumbnail | photo). */
  uploads: '/v1/uploads',
  /** `/v1/blobs/{sha256}`: a photo or document, for members of a feed that refers to it. */
  blobs: '/v1/blobs',
  /** POST: a hand-over file as it is; GET `/pass` below it: what a device needs to make and check files offline. */
  handOver: '/v1/hand-over',
  handOverPass: '/v1/hand-over/pass',
  adminOverview: '/v1/admin/overview',
  /** GET: refused operations the caller decides about. POST: a decision. */
  adminQuarantine: '/v1/admin/quarantine',
  adminGrants: '/v1/admin/grants',
  /** GET: accounts. POST: makes one or many, `dryRun` to see what would happen. */
  adminAccounts: '/v1/admin/accounts',
  /** POST: renames, disables or enables one account. */
  adminAccount: '/v1/admin/account',
  /** POST: a one-time code for one account, shown once. */
  adminInvitations: '/v1/admin/invitations',
  /** POST: a person leaves; `dryRun` lists what would happen and what waits. */
  adminLeaving: '/v1/admin/leaving',
  adminNameDevice: '/v1/admin/name-device',
  adminRevokeDevice: '/v1/admin/revoke-device',
  adminUnits: '/v1/admin/units',
  /** GET `?of=me|office|{unit}`: who did what, newest first. */
  trail: '/v1/trail',
  /** GET: everything that is kept about the caller. */
  personExport: '/v1/me/export',
  /** POST: the same about another account, for an administrator. */
  adminPersonExport: '/v1/admin/person-export',
  /** POST: takes the names out of an account, where the law allows. */
  adminErase: '/v1/admin/erase',
  /** POST: what would go and what would stay; changes nothing. */
  adminErasePreview: '/v1/admin/erase-preview',
  /** GET: journal, room on the disk, photos of each commune. */
  adminSystem: '/v1/admin/system',
} as const

/** Every request but sign-in and health carries `Authorization: Bearer {token}`. */
export const sessionHeader = 'authorization'

/** Every answer of the endpoint carries this header, so that a captive portal's page is told from it. */
export const endpointHeader = 'x-so-tay'
