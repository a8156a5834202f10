// Asks the browser to keep our data when the device runs short of room. Chrome decides by itself, Firefox asks the
// person; so it is asked once something was saved, when the question makes sense.
export async function isPersisted(): Promise<boolean | undefined> {
  return navigator.storage?.persisted ? await navigator.storage.persisted() : undefined
}

export async function requestPersistence(): Promise<boolean> {
  if (!navigator.storage?.persist) return false
  return (await navigator.storage.persisted()) || (await navigator.storage.persist())
}

export async function storageEstimate(): Promise<{ readonly usage: number; readonly quota: number } | null> {
  const estimate = await navigator.storage?.estimate?.()
  return estimate?.usage === undefined || estimate.quota === undefined
    ? null
    : { usage: estimate.usage, quota: estimate.quota }
}
