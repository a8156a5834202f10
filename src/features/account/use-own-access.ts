// What the endpoint says about one's own ways in, asked when the page opens and again after every change.
import { useCallback, useEffect, useState } from 'react'
import type { AccountAccess, OwnAccess } from '#data/contract/account-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export interface OwnAccessState {
  /** Undefined while it is asked for the first time. */
  readonly own: Result<OwnAccess, Problem> | undefined
  readonly reload: () => Promise<void>
}

const ask = async (access: () => Promise<AccountAccess>): Promise<Result<OwnAccess, Problem>> => (await access()).own()

export function useOwnAccess(access: () => Promise<AccountAccess>): OwnAccessState {
  const [own, setOwn] = useState<Result<OwnAccess, Problem>>()
  useEffect(() => {
    void ask(access).then(setOwn)
  }, [access])
  const reload = useCallback(async () => setOwn(await ask(access)), [access])
  return { own, reload }
}
