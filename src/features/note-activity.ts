// Notes for the trail that what a person exports leaves this device, and that somebody who follows a commune opened what
// it handed in. What an export cannot be noted of does not leave; a look that could not be noted keeps nobody from reading.
import { useEffect } from 'react'
import type { Exported } from '#data/contract/activity-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Platform } from './screen-props.ts'

type Noting = { readonly store: Pick<PersonStore, 'activities'> }

/** A problem means that nothing may leave. */
export async function noteExport({ store }: Noting, exported: Exported): Promise<Problem | undefined> {
  const noted = await store.activities.exported(exported)
  return noted.ok ? undefined : noted.error
}

/** Notes the print, then opens the browser's dialog. */
export async function notedPrint(
  screen: Noting & { readonly platform: Pick<Platform, 'print'> },
  printed: Omit<Exported, 'form'>,
): Promise<Problem | undefined> {
  const problem = await noteExport(screen, { ...printed, form: 'print' })
  if (!problem) screen.platform.print()
  return problem
}

/** `record` is undefined while it is not known or not there. */
export function useNotedLook({ store }: Noting, what: string, unit: string, record: string | undefined): void {
  useEffect(() => {
    if (record !== undefined) void store.activities.looked({ what, unit, record })
  }, [store, what, unit, record])
}

/** The same for what stands on one page together; one after the other, so that each is known to be noted. */
export function useNotedLooks({ store }: Noting, what: string, unit: string, records: readonly string[]): void {
  const all = records.join(' ')
  useEffect(() => {
    const note = async (): Promise<void> => {
      for (const record of all.split(' ').filter(Boolean)) await store.activities.looked({ what, unit, record })
    }
    void note()
  }, [store, what, unit, all])
}
