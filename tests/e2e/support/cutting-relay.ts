// A line that breaks in the middle: a relay on an address of its own that passes bytes as they come, and on demand cuts
// the connection inside one message. Cut on its way out, the endpoint gets part of a request; cut on its way back, the
// endpoint did the work and the device hears part of the answer.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export interface Cut {
  /** Which request, by its first line. */
  readonly request: RegExp
  readonly way: 'out' | 'back'
  /** Where in the message, headers included: 0 before its first byte, 1 after its last. */
  readonly at: number
}

const HEAD_END = '\r\n\r\n'

/** Length of the message that begins here; its head is taken to be in one piece, as both sides write it. */
function lengthOf(part: Buffer): number {
  const head = part.toString('latin1').split(HEAD_END)[0] ?? ''
  const body = /^content-length: *(\d+)/im.exec(head)?.[1]
  return head.length + HEAD_END.length + Number(body ?? part.length)
}

export class CuttingRelay {
  readonly address: string
  /** How often a connection was cut. */
  cuts = 0
  #planned: Cut[] = []
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server, target: URL) {
    this.#server = server
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('connection', (device) => this.#relay(device, connect(Number(target.port), target.hostname)))
  }

  static async before(target: string): Promise<CuttingRelay> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new CuttingRelay(server, new URL(target))
  }

  /** The next requests like these, one after the other. */
  plan(...cuts: readonly Cut[]): void {
    this.#planned = [...cuts]
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #relay(device: Socket, endpoint: Socket): void {
    for (const [socket, other] of [
      [device, endpoint],
      [endpoint, device],
    ] as const) {
      this.#sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
    let cut: Cut | undefined
    /** Bytes that may still pass of the message to be cut; undefined until it begins. */
    let left: number | undefined
    const pass = (part: Buffer, to: Socket): void => {
      left ??= Math.floor(lengthOf(part) * (cut?.at ?? 1))
      const piece = part.subarray(0, left)
      left -= piece.length
      if (piece.length === part.length) return void to.write(piece)
      this.cuts += 1
      to.write(piece, () => {
        device.destroy()
        endpoint.destroy()
      })
    }
    device.on('data', (part) => {
      const [next] = this.#planned
      if (!cut && next?.request.test(part.toString('latin1', 0, 200))) cut = this.#planned.shift()
      if (cut?.way === 'out') pass(part, endpoint)
      else endpoint.write(part)
    })
    endpoint.on('data', (part) => {
      if (cut?.way === 'back') pass(part, device)
      else device.write(part)
    })
  }
}
