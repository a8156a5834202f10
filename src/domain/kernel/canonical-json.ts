/**
 * One text for one content. What is sealed by a hash must give the same bytes on every device, whatever order
 * the fields were set in and whichever Unicode form a keyboard produced. What JSON cannot write exactly
 * (undefined, NaN, a function) is a defect of the caller and throws, since a seal over less than the content
 * would be worse than none.
 */

/** Canonical JSON: keys sorted by UTF-16 code unit, NFC strings, no white space. Rule KERNEL-5. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (typeof value === 'number') return numberText(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlainObject(value)) return objectText(value)
  throw new TypeError(`canonicalJson: cannot write a value of type ${typeof value}`)
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('canonicalJson: a number must be finite')
  return JSON.stringify(value)
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function objectText(value: Readonly<Record<string, unknown>>): string {
  const parts = new Map<string, string>()
  for (const [key, part] of Object.entries(value)) {
    const name = key.normalize('NFC')
    if (parts.has(name)) throw new TypeError('canonicalJson: two keys are the same in NFC')
    parts.set(name, canonicalJson(part))
  }
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`
}
