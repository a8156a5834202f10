/**
 * Where a visit was, as coarse as it is useful: hundredths of a degree, about a kilometre. It says that somebody was in
 * the commune and cannot say in which house; it is written only when the visitor asks for it, and can be taken out again.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

/** Whole hundredths of a degree: 21.853 north is 2185. South and west are negative. */
export interface Spot {
  readonly north: number
  readonly east: number
}

const PER_DEGREE = 100

/** Adding 0 keeps a rounded minus zero from being written. */
const rounded = (degrees: number): number => Math.round(degrees * PER_DEGREE) + 0

const isWithin = (degrees: number, limit: number): boolean => Number.isFinite(degrees) && Math.abs(degrees) <= limit

/** Degrees as a receiver gives them; `visit.spot-unreadable` for what is no place on earth. Rule VIS-9. */
export function roundedSpot(latitude: number, longitude: number): Result<Spot, Problem> {
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return err({ code: 'visit.spot-unreadable' })
  return ok({ north: rounded(latitude), east: rounded(longitude) })
}

/** Degrees again, both rounded. */
export const spotDegrees = ({ north, east }: Spot): { readonly north: number; readonly east: number } => ({
  north: north / PER_DEGREE,
  east: east / PER_DEGREE,
})
