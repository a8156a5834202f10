/**
 * Node's cryptography takes an ArrayBuffer of another world, as jsdom has it, for none; a view of the same bytes it takes.
 * So every buffer handed to it in a test of screens is handed over as a view.
 */
type Method = (...given: unknown[]) => unknown

const viewed = (value: unknown): unknown => {
  if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') return new Uint8Array(value as ArrayBuffer)
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, viewed(inner)]))
}

export function useBuffersOfThisWorld(): void {
  const subtle = crypto.subtle as unknown as Record<string, Method>
  for (const name of ['importKey', 'sign', 'verify', 'digest', 'encrypt', 'decrypt', 'deriveBits']) {
    const original = subtle[name]?.bind(crypto.subtle)
    if (original)
      Object.defineProperty(subtle, name, { value: (...given: unknown[]) => original(...given.map(viewed)) })
  }
}
