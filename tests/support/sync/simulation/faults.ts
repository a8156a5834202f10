/** Everything the simulation does to its world on purpose. Each has to happen, or the run proves less than it says. */
import { type NetworkFault, networkFaults } from './sim-network.ts'

export const deviceFaults = [
  'killedIdle',
  'killedInRequest',
  'killedWhileApplying',
  'killedWhileSaving',
  'clockAhead',
  'clockBehind',
  'sessionExpired',
  'endpointRestarted',
  'endpointRestored',
  'grantRemoved',
  'grantRegained',
  'forbiddenWrite',
] as const
export type Fault = NetworkFault | (typeof deviceFaults)[number]
export const allFaults: readonly Fault[] = [...networkFaults, ...deviceFaults]

/** A count per fault, at zero. */
export const nothingInjected = (): Record<Fault, number> =>
  Object.fromEntries(allFaults.map((fault) => [fault, 0])) as Record<Fault, number>
