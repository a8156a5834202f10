// Everything a person may do on the sign-in page, over the network; a chunk of its own that nobody at work ever loads.
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SignInAccess } from '#features/sign-in/sign-in-access.ts'
import { readInvitationCode } from '#protocol/invitation-code.ts'
import { paths } from '#protocol/paths.ts'
import { invitationSchema } from '#protocol/session-message.ts'
import { providerAddressSchema, signInWaysSchema } from '#protocol/sign-in-message.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import { schemaReader } from '#sync/schema-reader.ts'
import type { AppSession } from '#app/session/app-session.ts'
import { endpointEdge } from '#app/session/endpoint-edge.ts'
import { enrolmentOf, openAt, replicaOf, type SignInWay } from '#app/session/sign-in-service.ts'
import { ask } from './ask.ts'
import { knowsPasskeys, readOptions, signWithPasskey } from './passkey-ceremony.ts'
import { bindingOf, forgetJourney, journeySecret, newJourney } from './provider-journey.ts'

/** Every replica on this device: who it is, is known only afterwards. */
const replicasOn = async (device: DeviceStore): Promise<readonly string[]> =>
  (await device.people()).flatMap(({ replica }) => (replica === null ? [] : [replica]))

/** Opens a session by something that is no name and password. */
const byProof =
  (path: string, proof: object): SignInWay =>
  async (device, edge) => {
    const enrolment = await enrolmentOf(device)
    if (!enrolment.ok) return enrolment
    return openAt(device, edge, path, { ...proof, ...enrolment.value, replicas: await replicasOn(device) })
  }

const byPasskey: SignInWay = async (device, edge) => {
  const asked = await ask(edge, signInPaths.passkeyChallenge, readOptions, {})
  if (!asked.ok) return asked
  const credential = await signWithPasskey(asked.value.options)
  return credential.ok ? byProof(signInPaths.passkeySignIn, { credential: credential.value })(device, edge) : credential
}

const byCode =
  (code: string, username: string, password: string): SignInWay =>
  async (device, edge) => {
    const enrolment = await enrolmentOf(device)
    if (!enrolment.ok) return enrolment
    const replica = await replicaOf(device, username)
    return openAt(device, edge, paths.redeem, { code, password, ...enrolment.value, replica })
  }

/** Leaves this page for the provider's; comes back to `/sign-in` with a query. */
async function toProvider(): Promise<Result<null, Problem>> {
  const binding = await bindingOf(newJourney())
  const asked = await ask(endpointEdge, signInPaths.providerBegin, schemaReader(providerAddressSchema), { binding })
  if (!asked.ok) return asked
  location.assign(asked.value.url)
  return ok(null)
}

export function createSignInAccess(app: AppSession): SignInAccess {
  return {
    knowsPasskeys: knowsPasskeys(),
    signIn: (username, password) => app.signIn(username, password),
    async ways() {
      const answer = await ask(endpointEdge, signInPaths.ways, schemaReader(signInWaysSchema))
      return answer.ok ? { ...answer.value, here: location.origin } : null
    },
    byPasskey: () => app.enter(byPasskey),
    async invitation(typed) {
      const code = readInvitationCode(typed)
      if (code === undefined) return err({ code: 'invitation.unknown' })
      const answer = await ask(endpointEdge, paths.invitation, schemaReader(invitationSchema), { code })
      return answer.ok ? ok({ ...answer.value, code }) : answer
    },
    redeem: ({ code, username }, password) => app.enter(byCode(code, username, password)),
    toProvider,
    async finishProvider(search) {
      const secret = journeySecret()
      forgetJourney()
      if (secret === null) return err({ code: 'provider.stale' })
      return app.enter(byProof(signInPaths.providerFinish, { search, secret }))
    },
  }
}
