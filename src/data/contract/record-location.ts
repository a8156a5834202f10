/**
 * Where a record is, told the same way everywhere: on this device, at the endpoint, in a verified backup,
 * or waiting for a person. "Sent" is said only after the endpoint said so (rule DAT-4); what came from a colleague by
 * file is unconfirmed until the endpoint brings it too (rule DAT-20).
 */
export type RecordLocation = 'on-device' | 'unconfirmed' | 'sent' | 'backed-up' | 'needs-attention'
