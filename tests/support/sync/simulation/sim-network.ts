/**
 * A network that holds every request until the simulation decides what becomes of it. Requests that were lost to
 * their sender can still arrive later, twice or in another order, as they do on a bad line.
 */
import { endpointHeader } from '#protocol/paths.ts'
import type { SimEndpoint } from './sim-endpoint.ts'

export const networkFaults = [
  'requestLost',
  'answerLost',
  'duplicate',
  'serverError',
  'busy',
  'captivePortal',
  'truncated',
  'timeoutThenLateSuccess',
] as const
export type NetworkFault = (typeof networkFaults)[number]

export interface HeldRequest {
  readonly device: string
  readonly url: string
  readonly headers: Headers
  readonly body: Uint8Array | null
  readonly resolve: (response: Response) => void
  readonly reject: (error: Error) => void
  /** Nobody answers it: it waits for its sender's patience to end. */
  isStuck: boolean
  /** Its sender was killed or gave up. */
  isAbandoned: boolean
}

type Arrived = Pick<HeldRequest, 'url' | 'headers' | 'body'>

export class SimNetwork {
  readonly #endpoint: SimEndpoint
  #held: HeldRequest[] = []
  /** Requests whose sender gave up and that still travel. */
  #late: Arrived[] = []

  constructor(endpoint: SimEndpoint) {
    this.#endpoint = endpoint
  }

  /** The network as one device sees it. */
  fetchOf(device: string): typeof fetch {
    return (url, init) =>
      new Promise((resolve, reject) => {
        const body = (init?.body ?? null) as Uint8Array | null
        const flags = { isStuck: false, isAbandoned: false }
        const request: HeldRequest = {
          device,
          url: url as string,
          headers: new Headers(init?.headers),
          body,
          resolve,
          reject,
          ...flags,
        }
        this.#held.push(request)
        if (init?.signal?.aborted) this.#giveUp(request)
        init?.signal?.addEventListener('abort', () => this.#giveUp(request))
      })
  }

  #giveUp(request: HeldRequest): void {
    this.#take(request)
    if (request.isAbandoned) return
    this.#late.push(request)
    request.reject(new Error('aborted'))
  }

  #take(request: HeldRequest): void {
    this.#held = this.#held.filter((other) => other !== request)
  }

  waiting(): readonly HeldRequest[] {
    return this.#held
  }

  /** Requests something can still be decided about, in an order that does not depend on the machine's speed. */
  open(): readonly HeldRequest[] {
    return this.#held
      .filter((request) => !request.isStuck)
      .sort((a, b) => (a.device < b.device ? -1 : a.device > b.device ? 1 : 0))
  }

  /** The device was killed: nobody waits any more. What was sent may still arrive. */
  abandon(device: string, isStillTravelling: boolean): void {
    for (const request of this.#held.filter((held) => held.device === device)) {
      request.isAbandoned = true
      this.#take(request)
      if (isStillTravelling) this.#late.push(request)
    }
  }

  get lateCount(): number {
    return this.#late.length
  }

  /** One late request arrives; its answer reaches nobody. */
  async deliverLate(index: number): Promise<void> {
    const [request] = this.#late.splice(index, 1)
    if (request) await this.#arrive(request)
  }

  #arrive({ url, headers, body }: Arrived): Promise<Response> {
    return this.#endpoint.handle(url, headers, body)
  }

  async answer(request: HeldRequest): Promise<void> {
    this.#take(request)
    request.resolve(await this.#arrive(request))
  }

  async spoil(request: HeldRequest, fault: NetworkFault): Promise<void> {
    if (fault === 'timeoutThenLateSuccess') {
      request.isStuck = true
      return
    }
    this.#take(request)
    const ours = { [endpointHeader]: '1' }
    switch (fault) {
      case 'requestLost':
        return request.reject(new TypeError('network'))
      case 'answerLost':
        await this.#arrive(request)
        return request.reject(new TypeError('network'))
      case 'duplicate':
        await this.#arrive(request)
        this.#late.push(request)
        return request.resolve(await this.#arrive(request))
      case 'serverError':
        return request.resolve(new Response('{"code":"server.internal"}', { status: 500, headers: ours }))
      case 'busy':
        return request.resolve(new Response('', { status: 503, headers: ours }))
      case 'captivePortal':
        return request.resolve(new Response('<html>Đăng nhập</html>', { headers: { 'content-type': 'text/html' } }))
      case 'truncated': {
        const text = await (await this.#arrive(request)).text()
        return request.resolve(new Response(text.slice(0, Math.floor(text.length / 2)), { headers: ours }))
      }
    }
  }
}
