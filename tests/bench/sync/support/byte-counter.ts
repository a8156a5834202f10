// Counts what really passes between the browser and a server, for every side by the same method: a TCP relay on an
// address of its own in front of each device. Headers and chunk marks count; nothing is changed or held back. Being an
// address of its own, it also gives each device its own storage in the one browser.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export interface Bytes {
  readonly up: number
  readonly down: number
}

export class ByteCounter {
  readonly address: string
  #bytes = { up: 0, down: 0 }
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server, targetPort: number) {
    this.#server = server
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('connection', (browser) => this.#relay(browser, connect({ port: targetPort, host: '127.0.0.1' })))
  }

  static async before(targetPort: number): Promise<ByteCounter> {
    const server = createServer({ noDelay: true })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ByteCounter(server, targetPort)
  }

  /** So far, since the last call. */
  take(): Bytes {
    const taken = this.#bytes
    this.#bytes = { up: 0, down: 0 }
    return taken
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #relay(browser: Socket, server: Socket): void {
    server.setNoDelay(true)
    browser.on('data', (part) => {
      this.#bytes.up += part.length
    })
    server.on('data', (part) => {
      this.#bytes.down += part.length
    })
    browser.pipe(server)
    server.pipe(browser)
    for (const [socket, other] of [
      [browser, server],
      [server, browser],
    ] as const) {
      this.#sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
  }
}
