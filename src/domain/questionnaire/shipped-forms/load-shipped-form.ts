/** Opens one of the forms the program brings; each is a chunk of its own. */
import type { Form } from '../form/form.ts'

const loaders: ReadonlyMap<string, () => Promise<Form>> = new Map([
  ['local-government-18091@1', async () => (await import('./local-government-v1.ts')).localGovernmentV1()],
  [
    'administrative-reform-sample@1',
    async () => (await import('./administrative-reform-v1.ts')).administrativeReformV1(),
  ],
])

/** The form with this key, or undefined when this program does not bring it. Rule LIB-8. */
export async function loadShippedForm(key: string): Promise<Form | undefined> {
  return loaders.get(key)?.()
}
