/**
 * A network that holds every request until the simulation decides what becomes of it. Requests that were lost to
 * their sender can still arrive later, twice or in another order, as they do on a bad line.
 */
import { endpointHeader } from '#protocol/paths.ts'
import type { Lane, TaskLanes } from './task-lanes.ts'
import type { SimEndpoint } from './sim-endpoint.ts'

export const networkFaults = [
  'requestLost',
  'answerLost',
  'duplicate',
  'truncatedAnswer',
  'corruptRequest',
  'tooLarge413',
  'tooMany429',
  'serverError500',
  'badGateway502',
  'captivePortal',
  'redirectToLogin',
  'foreignJson',
  'tlsClockError',
  'timeoutThenLateSuccess',
  'cutInBody',
] as const
export type NetworkFault = (typeof networkFaults)[number]

export interface HeldRequest {
  readonly device: string
  readonly method: string
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

type Arrived = Pick<HeldRequest, 'method' | 'url' | 'headers' | 'body'>

const page = (): Response => new Response('<html>Đăng nhập</html>', { headers: { 'content-type': 'text/html' } })
const ours = { [endpointHeader]: '1' }

/** Answers that the endpoint has not written, or that say nothing about the request. */
const readyMade: Partial<Readonly<Record<NetworkFault, () => Response>>> = {
  tooLarge413: () => new Response('{"code":"request.too-large"}', { status: 413, headers: ours }),
  tooMany429: () => new Response('{"code":"server.busy"}', { status: 429, headers: ours }),
  serverError500: () => new Response('{"code":"server.internal"}', { status: 500, headers: ours }),
  badGateway502: () => new Response('<html>502</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
  captivePortal: page,
  redirectToLogin: () => new Response(null, { status: 302, headers: { location: 'https://wifi.example/' } }),
  foreignJson: () =>
    new Response('{"ok":true,"push":{"ack":999}}', { headers: { 'content-type': 'application/json' } }),
}

export class SimNetwork {
  readonly #endpoint: SimEndpoint
  readonly #lanes: TaskLanes | undefined
  #held: HeldRequest[] = []
  /** Requests whose sender gave up and that still travel. */
  #late: Arrived[] = []
  /** Requests the endpoint works on, and how to tell their senders that it died. */
  readonly #atEndpoint = new Map<Lane, () => void>()
  /** Per device, how many answers of the endpoint it has got. */
  readonly answers = new Map<string, number>()
  /** Which process of the endpoint gets the next request. */
  instance: () => number = () => 0

  constructor(endpoint: SimEndpoint, lanes?: TaskLanes) {
    this.#endpoint = endpoint
    this.#lanes = lanes
  }

  /** The network as one device sees it: what comes back runs in the device's own lane. */
  fetchOf(device: string, inLane: (run: () => void) => void = (run) => run()): typeof fetch {
    return (url, init) =>
      new Promise((resolve, reject) => {
        const request: HeldRequest = {
          device,
          method: init?.method ?? 'GET',
          url: url as string,
          headers: new Headers(init?.headers),
          body: (init?.body ?? null) as Uint8Array | null,
          resolve: (response) => inLane(() => resolve(response)),
          reject: (error) => inLane(() => reject(error)),
          isStuck: false,
          isAbandoned: false,
        }
        this.#held.push(request)
        if (init?.signal?.aborted) this.#giveUp(request)
        init?.signal?.addEventListener('abort', () => this.#giveUp(request))
      })
  }

  #giveUp(request: HeldRequest): void {
    const isTravelling = this.#take(request)
    if (request.isAbandoned) return
    request.isAbandoned = true
    if (isTravelling) this.#late.push(request)
    request.reject(new Error('aborted'))
  }

  #take(request: HeldRequest): boolean {
    const before = this.#held.length
    this.#held = this.#held.filter((other) => other !== request)
    return this.#held.length < before
  }

  /** Requests something can still be decided about, in an order that does not depend on the machine's speed. */
  open(): readonly HeldRequest[] {
    return this.#held
      .filter((request) => !request.isStuck)
      .sort((a, b) => (a.device < b.device ? -1 : a.device > b.device ? 1 : 0))
  }

  waiting(): readonly HeldRequest[] {
    return this.#held
  }

  /** The device was killed: nobody waits any more. What was sent may still arrive. */
  abandon(device: string, isStillTravelling: boolean): void {
    for (const request of this.#held.filter((held) => held.device === device)) {
      request.isAbandoned = true
      this.#take(request)
      if (isStillTravelling) this.#late.push(request)
    }
  }

  /** The endpoint's process died: what it was working on is broken off where it is. How many requests that were. */
  breakOff(): number {
    const count = this.#atEndpoint.size
    for (const [lane, tell] of this.#atEndpoint) {
      this.#lanes?.kill(lane)
      tell()
    }
    this.#atEndpoint.clear()
    return count
  }

  get busyAtEndpoint(): number {
    return this.#atEndpoint.size
  }

  get lateCount(): number {
    return this.#late.length
  }

  /** One late request arrives; its answer reaches nobody. */
  async deliverLate(index: number): Promise<void> {
    const [request] = this.#late.splice(index, 1)
    if (request) await this.#arrive(request)
  }

  /** The endpoint works on it, in a lane of its own; rejects where the endpoint dies meanwhile. */
  async #arrive({ method, url, headers, body }: Arrived): Promise<Response> {
    const work = (): Promise<Response> => this.#endpoint.handle(url, headers, body, this.instance(), method)
    if (!this.#lanes) return work()
    const lane = this.#lanes.open('request')
    const died = new Promise<never>((_resolve, reject) => {
      this.#atEndpoint.set(lane, () => reject(new TypeError('connection reset')))
    })
    died.catch(() => undefined)
    try {
      return await Promise.race([this.#lanes.begin(lane, work).then((answer) => answer), died])
    } finally {
      this.#atEndpoint.delete(lane)
    }
  }

  async answer(request: HeldRequest): Promise<void> {
    this.#take(request)
    try {
      request.resolve(await this.#arrive(request))
      this.answers.set(request.device, (this.answers.get(request.device) ?? 0) + 1)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      request.reject(error)
    }
  }

  async spoil(request: HeldRequest, fault: NetworkFault): Promise<void> {
    if (fault === 'timeoutThenLateSuccess') {
      request.isStuck = true
      return
    }
    this.#take(request)
    try {
      request.resolve(await this.#spoilt(request, fault))
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      request.reject(error)
    }
  }

  async #spoilt(request: HeldRequest, fault: NetworkFault): Promise<Response> {
    const made = readyMade[fault]
    if (made) return made()
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the others are ready made
    switch (fault) {
      case 'answerLost':
        await this.#arrive(request)
        throw new TypeError('network')
      case 'duplicate':
        await this.#arrive(request)
        this.#late.push(request)
        return this.#arrive(request)
      case 'cutInBody':
        await this.#arrive({ ...request, body: request.body?.slice(0, Math.ceil(request.body.length / 2)) ?? null })
        throw new TypeError('network')
      case 'truncatedAnswer': {
        const text = await (await this.#arrive(request)).text()
        return new Response(text.slice(0, Math.floor(text.length / 2)), { headers: ours })
      }
      case 'corruptRequest':
        return this.#arrive({
          ...request,
          body: request.body ? request.body.map((byte, i) => (i % 7 ? byte : byte ^ 90)) : null,
        })
      default:
        throw new TypeError(fault === 'tlsClockError' ? 'certificate is not valid yet' : 'network')
    }
  }
}
