/**
 * Where a record is, told the same way everywhere: on this device, at the endpoint, in a verified backup,
 * or waiting for a person. "Sent" is said only after the endpoint said so (rule DAT-4).
 */
export type RecordLocation = 'on-device' | 'sent' | 'backed-up' | 'needs-attention'
