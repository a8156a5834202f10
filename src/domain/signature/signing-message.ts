/**
 * How a second person signs on a device of their own without a network: the first screen shows what is to be signed, the
 * second shows the signature back. Both are a few hundred bytes of text and trusted as little as anything from outside.
 * The content itself does not travel: who signs elsewhere reads it on the first screen and compares the short hash.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { checkSignature, isSha256, type GivenSignature, type SignatureSide, signatureSides } from './signature.ts'
import { areStrokes, type Stroke } from './strokes.ts'

export interface SigningRequest {
  readonly of: string
  readonly ofKind: string
  readonly unit: string
  readonly sha256: string
  /** What the screen of the second device calls it. */
  readonly title: string
  readonly side: SignatureSide
}

export type SigningAnswer = GivenSignature & Pick<SigningRequest, 'of' | 'sha256'>

const MOST_TEXT = 300
const damaged = err({ code: 'signature.message-damaged' } as const)

/** Each number as the step from the one before: fewer digits. */
const steps = (stroke: Stroke): readonly number[] =>
  stroke.map((value, i) => value - (i < 2 ? 0 : (stroke[i - 2] ?? 0)))

function unstepped(values: readonly number[]): Stroke {
  const stroke: number[] = []
  for (const [i, value] of values.entries()) stroke.push(value + (i < 2 ? 0 : (stroke[i - 2] ?? 0)))
  return stroke
}

export const requestBytes = ({ of, ofKind, unit, sha256, title, side }: SigningRequest): Uint8Array =>
  utf8Bytes(JSON.stringify({ t: 'sign', v: 1, of, ofKind, unit, sha256, title: title.slice(0, MOST_TEXT), side }))

export const answerBytes = ({ of, sha256, side, name, post, on, strokes }: SigningAnswer): Uint8Array =>
  utf8Bytes(JSON.stringify({ t: 'signed', v: 1, of, sha256, side, name, post, on, strokes: strokes.map(steps) }))

type Fields = Readonly<Record<string, unknown>>

function fieldsIn(text: string, type: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isOne = typeof value === 'object' && value !== null && (value as Fields)['t'] === type
    return isOne && (value as Fields)['v'] === 1 ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MOST_TEXT
const isSide = (value: unknown): value is SignatureSide => signatureSides.includes(value as SignatureSide)

/** Rule SGN-6. */
export function readRequest(text: string): Result<SigningRequest, Problem> {
  const { of, ofKind, unit, sha256, title, side } = fieldsIn(text, 'sign') ?? {}
  const isWhole = [of, ofKind, unit, title].every(isText) && isSha256(sha256) && isSide(side)
  return isWhole ? ok({ of, ofKind, unit, sha256, title, side } as SigningRequest) : damaged
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => Number.isInteger(one))

/** The signature out of an answer, when it is about exactly what was asked. Rule SGN-6. */
export function readAnswer(text: string, request: SigningRequest): Result<GivenSignature, Problem> {
  const { of, sha256, side, name, post, on, strokes: stepped } = fieldsIn(text, 'signed') ?? {}
  if (![of, name, post, on].every(isText) || !isSha256(sha256) || !isSide(side)) return damaged
  if (!Array.isArray(stepped) || !stepped.every(isNumbers)) return damaged
  const strokes = (stepped as readonly (readonly number[])[]).map(unstepped)
  if (!areStrokes(strokes)) return damaged
  if (of !== request.of || sha256 !== request.sha256 || side !== request.side) {
    return err({ code: 'signature.other-content' })
  }
  return checkSignature({ side, name: name as string, post: post as string, on: on as string, strokes })
}
