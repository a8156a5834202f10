/** What all nodes of one filling share: the form, its cells, its tables, and what the machine supplies. */
import type { Clock } from '#domain/kernel/clock.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import type { CellGraph, Source } from './cell.ts'
import type { ChoiceTables } from './choice-rows.ts'
import type { Reckoner } from './reckoner.ts'
import type { SessionNode } from './session-node.ts'

/** Answers as they were written, by reference; a repeat holds the keys of its instances, parted by spaces. */
export type StoredAnswers = Readonly<Record<string, string>>

export interface SessionContext {
  readonly compiled: CompiledForm
  readonly graph: CellGraph
  readonly tables: ChoiceTables
  readonly language: Source<string>
  readonly clock: Clock
  readonly offsetMinutes: number
  random(): number
  /** Reckons the expressions of a node; `ownText` is what a calculated question holds already. */
  reckonerAt(node: SessionNode, ownText?: () => string): Reckoner
  /** What is known of the device and the person: `deviceid`, `username`, `email`, `phonenumber`. */
  readonly environment: Readonly<Record<string, string>>
  /** What was answered before; empty in a new filling. */
  readonly stored: StoredAnswers
  /** True when nothing was answered before, so that defaults apply. */
  readonly isNew: boolean
}
