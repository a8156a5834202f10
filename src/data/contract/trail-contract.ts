/** The trail and a person's own data, asked of the endpoint each time and never kept on the device. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export interface TrailLine {
  readonly chain: string
  readonly num: number
  readonly atMs: number
  readonly type: string
  readonly account: string
  readonly subject: string
  readonly accountName?: string | undefined
  readonly subjectName?: string | undefined
  readonly device: string
  readonly deviceLabel?: string | undefined
  readonly place: string
  readonly placeName?: string | undefined
  readonly kinds?: Readonly<Record<string, number>> | undefined
  readonly detail?: Readonly<Record<string, unknown>> | undefined
}

export interface TrailLines {
  readonly entries: readonly TrailLine[]
  readonly next: string | null
}

/** `of`: `me`, `office`, a unit, or `record` with `feed` and `entity`. */
export interface TrailQuestion {
  readonly of: string
  readonly feed?: string
  readonly entity?: string
  readonly types?: readonly string[]
  readonly account?: string
  readonly fromMs?: number
  readonly untilMs?: number
  readonly before?: string
}

export interface TrailAccess {
  page(question: TrailQuestion): Promise<Result<TrailLines, Problem>>
  /** Everything kept about the person, as one zip file in these words. */
  ownData(words: PersonFileWords): Promise<Result<NamedFile, Problem>>
}

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Title of the page and names of its sections. */
export interface PersonFileWords {
  readonly title: string
  readonly language: string
  sectionName(name: string): string
}
