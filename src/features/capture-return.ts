// A phone that killed the page for its camera may start the app anew at its first screen. That screen then goes on to
// the question whose photo was being taken (EVI-6). Asked by code that is fetched after the first screen is drawn.
import { navigate } from 'wouter/use-browser-location'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { leadsBack, readCaptureIntent } from '#domain/evidence/capture-intent.ts'
import { CAPTURE_INTENT, thisPage } from './capture-intent.ts'

let wasAsked = false

/** Once in the life of a page: whoever goes back to the first screen by hand stays there. */
export async function returnToCapture({ drafts }: Pick<PersonStore, 'drafts'>): Promise<void> {
  if (wasAsked) return
  wasAsked = true
  const intent = readCaptureIntent(await drafts.get(CAPTURE_INTENT).catch(() => undefined))
  if (intent && leadsBack(intent, Date.now(), thisPage(), location.pathname)) navigate(intent.path, { replace: true })
}
