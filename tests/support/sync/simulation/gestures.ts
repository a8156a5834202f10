/** What a person of the simulation writes at a moment: small pools of records, so that people meet in them. */
import type { JsonValue } from '#domain/change/op.ts'
import type { GestureWrite } from '#data/gesture.ts'
import { hashOfContent } from '#support/sealed-fields.ts'
import type { Person, Writable } from './cast.ts'
import type { Dice } from './dice.ts'

/** One or two fields of a record, or now and then its removal. */
export function writeTo(dice: Dice, { feed, kind, entities }: Writable): GestureWrite {
  const entity = dice.pick(entities)
  if (dice.isBelow(0.06)) return { feed, kind, entity, isRemoval: true }
  const fields = dice.shuffled(['score', 'note', 'on']).slice(0, dice.whole(1, 2))
  return { feed, kind, entity, fields: Object.fromEntries(fields.map((field) => [field, dice.whole(0, 3)])) }
}

/** One record, or two that belong together. */
export function gestureOf(dice: Dice, { writes }: Person): readonly GestureWrite[] {
  const count = dice.isBelow(0.25) ? 2 : 1
  return dice
    .shuffled(writes)
    .slice(0, count)
    .map((writable) => writeTo(dice, writable))
}

/** A signed record of a commune: written once, never again. */
export const sealedOf = (commune: string, id: string, content: JsonValue): GestureWrite => ({
  feed: `${commune}/pub`,
  kind: 'submission',
  entity: id,
  fields: { unit: commune, assessment: `asm.${commune}.2026-1`, content, sha256: hashOfContent(content) },
})
