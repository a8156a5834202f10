/** Work under way may take this long when the endpoint is told to stop. */
const STOP_WITHIN_MS = 2000

/** Waits for what is under way, but not for ever: whatever it leaves undone is made up for at the next start. */
export async function withPatience(underWay: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, STOP_WITHIN_MS)
  })
  await Promise.race([underWay, patience])
  clearTimeout(timer)
}
