/**
 * The line between a device and its endpoint, byte by byte: it can end after so many bytes in either direction, in the
 * middle of a chunk, and it can turn a byte over. What the endpoint gets is what came through before.
 */
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface LineFault {
  /** `damage` turns over one byte of a large piece on its way up and lets the line live. */
  readonly kind: 'cut-up' | 'cut-down' | 'damage' | 'damage-and-cut'
  /** Bytes that come through before, in that direction. */
  readonly after: number
}

/** Headers come in small pieces; only the bytes of photos are damaged. */
const PHOTO_PIECE = 4096

export class CuttingProxy {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #next: () => LineFault | null = () => null
  #fault: LineFault | null = null
  #passed = { up: 0, down: 0 }
  targetPort: number
  /** Bytes that came through to the endpoint. */
  bytesUp = 0
  /** Faults that came about. */
  readonly hits: LineFault['kind'][] = []

  constructor(targetPort: number) {
    this.targetPort = targetPort
    this.#server = createServer((client) => this.#join(client))
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.hangUp()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Asked at once and after every fault for the next one; null for a good line from then on. */
  set faults(next: () => LineFault | null) {
    this.#next = next
    this.#draw()
  }

  #draw(): void {
    this.#fault = this.#next()
    this.#passed = { up: 0, down: 0 }
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #join(client: Socket): void {
    const endpoint = connect(this.targetPort, '127.0.0.1')
    for (const socket of [client, endpoint]) {
      this.#sockets.add(socket)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        client.destroy()
        endpoint.destroy()
      })
      socket.on('error', () => undefined)
    }
    client.on('data', (piece: Buffer) => this.#pass(piece, 'up', client, endpoint))
    endpoint.on('data', (piece: Buffer) => this.#pass(piece, 'down', endpoint, client))
  }

  #pass(piece: Buffer, way: 'up' | 'down', from: Socket, to: Socket): void {
    const fault = this.#fault
    const before = this.#passed[way]
    this.#passed[way] += piece.byteLength
    const isDue = fault !== null && this.#passed[way] > fault.after && (fault.kind === 'cut-down') === (way === 'down')
    if (!isDue || (fault.kind.startsWith('damage') && piece.byteLength < PHOTO_PIECE))
      return this.#write(to, piece, way)
    this.#draw()
    this.hits.push(fault.kind)
    const damaged = Buffer.from(piece)
    const last = damaged.byteLength - 1
    if (fault.kind.startsWith('damage')) damaged[last] = (damaged[last] ?? 0) ^ 0xff
    if (fault.kind === 'damage') return this.#write(to, damaged, way)
    const through = fault.kind === 'damage-and-cut' ? damaged : damaged.subarray(0, Math.max(0, fault.after - before))
    // What was let through still arrives: only then the line ends.
    this.#write(to, through, way)
    from.pause()
    to.end(() => this.hangUp())
  }

  #write(to: Socket, piece: Buffer, way: 'up' | 'down'): void {
    if (way === 'up') this.bytesUp += piece.byteLength
    to.write(piece)
  }
}
