/** The messages between device and endpoint as JSON Schema. */
import * as z from 'zod'
import { batchSchema } from '#protocol/batch-schema.ts'
import * as session from '#protocol/session-message.ts'
import * as signIn from '#protocol/sign-in-message.ts'
import { syncAnswerSchema, syncRequestSchema } from '#protocol/sync-message.ts'

const messages = {
  batch: batchSchema,
  syncRequest: syncRequestSchema,
  syncAnswer: syncAnswerSchema,
  signInRequest: session.signInRequestSchema,
  session: session.sessionSchema,
  identity: session.identitySchema,
  challengeRequest: session.challengeRequestSchema,
  challenge: session.challengeSchema,
  renewRequest: session.renewRequestSchema,
  problem: session.problemSchema,
  signInWays: signIn.signInWaysSchema,
  passkeyRegistration: signIn.passkeyRegistrationSchema,
  passkeySignIn: signIn.passkeySignInSchema,
  providerBegin: signIn.providerBeginSchema,
  providerFinish: signIn.providerFinishSchema,
  invitationRequest: session.invitationRequestSchema,
  invitation: session.invitationSchema,
  redeemRequest: session.redeemRequestSchema,
  passwordRequest: session.passwordRequestSchema,
  ownDevices: session.ownDevicesSchema,
  ownDeviceRequest: session.ownDeviceRequestSchema,
  storeKeyRequest: session.storeKeyRequestSchema,
  storeKey: session.storeKeySchema,
}

export const wireSchemas = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(messages).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]))
