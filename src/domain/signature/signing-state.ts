/** What the signatures of a content come to: which sides stand, which are broken, and whether all have agreed. */
import { isStanding, type Signature, type SignatureSide } from './signature.ts'

type Given = Pick<Signature, 'side' | 'sha256'>

export interface SideState<S extends Given> {
  readonly side: SignatureSide
  /** The signature that counts; undefined where none stands. */
  readonly standing: S | undefined
  /** Signatures of another content, oldest first: shown, never left out. */
  readonly broken: readonly S[]
  /** Standing ones that a later one followed. */
  readonly earlier: readonly S[]
}

export interface SigningState<S extends Given> {
  readonly sides: readonly SideState<S>[]
  /** Every side has signed this very content. */
  readonly isAgreed: boolean
}

/** `signatures` in the order they were given. A side that nobody asked for comes last. Rules SGN-2, SGN-3 and SGN-7. */
export function signingState<S extends Given>(
  signatures: readonly S[],
  asked: readonly SignatureSide[],
  contentSha256: string,
): SigningState<S> {
  const others = signatures.map(({ side }) => side).filter((side) => !asked.includes(side))
  const sides = [...asked, ...new Set(others)].map((side): SideState<S> => {
    const given = signatures.filter((signature) => signature.side === side)
    const standing = given.filter((signature) => isStanding(signature, contentSha256))
    return {
      side,
      standing: standing.at(-1),
      broken: given.filter((signature) => !isStanding(signature, contentSha256)),
      earlier: standing.slice(0, -1),
    }
  })
  const isAgreed = sides.every(({ side, standing }) => standing !== undefined || !asked.includes(side))
  return { sides, isAgreed: asked.length > 0 && isAgreed }
}
