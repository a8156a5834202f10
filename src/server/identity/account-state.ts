/** Whether an account may be used on a day. Its devices count as revoked from that day on (END-92). */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Account, Device } from '#server/store/store-contract.ts'

export const isDisabled = ({ disabledFrom }: Pick<Account, 'disabledFrom'>, today: LocalDate): boolean =>
  disabledFrom !== undefined && disabledFrom !== null && disabledFrom <= today

/** The device as it counts today: like a revoked one where its account is disabled. */
export const deviceOf = (account: Account | null, device: Device, today: LocalDate): Device =>
  account && !device.isRevoked && isDisabled(account, today) ? { ...device, isRevoked: true } : device
