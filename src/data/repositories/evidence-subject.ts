/**
 * What a photo belongs to, and whether that is sealed: an answer of an assessment that was handed in, an item or a
 * finding of a concluded audit, a form of a visit whose record is sealed, a move of a corrective action, a stage whose
 * declaration names the photo. Read inside the gesture, so that a photo cannot slip out between a question and its write.
 */
import { feedId, parseFeed } from '#domain/change/feed.ts'
import type { EvidenceSubject } from '#domain/evidence/evidence-change.ts'
import { namesPhoto } from '#domain/evidence/named-evidence.ts'
import { inspectionOfItem } from '#domain/inspection/inspection-names.ts'
import type { StageEvidence } from '#domain/pilot/stage-event.ts'
import { fillingOfAnswer, visitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import type { GestureReader } from '#data/gesture.ts'
import { auditFeed } from './audit-names.ts'
import { field, nullable } from './entity-query.ts'

/** `ans.asm.{unit}.{round}.{question}` */
const assessmentOf = (of: string): string | undefined => /^ans\.(asm\.[^.]+\.[^.]+)\./.exec(of)?.[1]
/** `chk.{audit}.{item}` */
const auditOfItem = (of: string): string | undefined => /^chk\.([^.]+)\./.exec(of)?.[1]

const isSet = async (reader: GestureReader, feed: string, entity: string, name: string): Promise<boolean> => {
  const state = await reader.entity(feed, entity)
  return state !== undefined && nullable(state, name) !== null && field(state, name, '') !== ''
}

async function isSubmitted(reader: GestureReader, unit: string, assessment: string): Promise<boolean> {
  const [head, progress] = await Promise.all([
    isSet(reader, feedId(unit, 'self'), assessment, 'submission'),
    isSet(reader, feedId(unit, 'pub'), assessment, 'submittedAt'),
  ])
  return head || progress
}

async function isConcluded(reader: GestureReader, unit: string, audit: string): Promise<boolean> {
  const [draft, progress] = await Promise.all([
    isSet(reader, auditFeed(unit), audit, 'concludedAt'),
    isSet(reader, feedId(unit, 'pub'), audit, 'concludedAt'),
  ])
  return draft || progress
}

async function auditOfFinding(reader: GestureReader, feed: string, of: string): Promise<string | undefined> {
  const state = await reader.entity(feed, of)
  return state?.kind === 'finding' ? (nullable<string>(state, 'audit') ?? undefined) : undefined
}

async function inspectionOf(reader: GestureReader, feed: string, of: string): Promise<string | undefined> {
  const state = await reader.entity(feed, of)
  return state?.kind === 'shortcoming' ? (nullable<string>(state, 'inspection') ?? undefined) : undefined
}

async function isClosed(reader: GestureReader, feed: string, unit: string, of: string): Promise<boolean> {
  // Photos of a move are taken before it is made; then it says what it says.
  if ((await reader.entity(feed, of))?.kind === 'corrective-move') return true
  const visit = visitOfFilling(fillingOfAnswer(of) ?? '')
  if (visit !== null) return isSet(reader, feed, visit, 'record')
  const assessment = assessmentOf(of) ?? fillingOfAnswer(of)
  if (assessment !== undefined) return isSubmitted(reader, unit, assessment)
  const audit = auditOfItem(of) ?? (await auditOfFinding(reader, feed, of))
  if (audit !== undefined) return isConcluded(reader, unit, audit)
  const inspection = inspectionOfItem(of) ?? (await inspectionOf(reader, feed, of))
  return inspection !== undefined && isSet(reader, feed, inspection, 'minutes')
}

/** Minutes and remedy reports name photos by their hash (INS-7, INS-11). */
async function isInInspection(reader: GestureReader, feed: string, id: string): Promise<boolean> {
  const [photo, minutes, reports] = await Promise.all([
    reader.entity(feed, id),
    reader.ofKind(feed, 'inspection-minutes'),
    reader.ofKind(feed, 'remedy-report'),
  ])
  return photo !== undefined && [...minutes, ...reports].some(({ regs }) => namesPhoto(regs, id, photo.regs))
}

/** Declarations name photos by the id of their record (PIL-12). */
async function isNamed(reader: GestureReader, feed: string, id: string): Promise<boolean> {
  if (await isInInspection(reader, feed, id)) return true
  const events = await reader.ofKind(feed, 'stage-event')
  return events
    .flatMap((event) => field<readonly StageEvidence[]>(event, 'deliverables', []))
    .some(({ evidenceId }) => evidenceId === id)
}

/** `id` is null for a photo that is only being added. */
export async function readEvidenceSubject(
  reader: GestureReader,
  feed: string,
  of: string,
  id: string | null,
): Promise<EvidenceSubject> {
  const unit = parseFeed(feed)?.scope ?? ''
  const [closed, isNamedNow] = await Promise.all([
    isClosed(reader, feed, unit, of),
    id === null ? false : isNamed(reader, feed, id),
  ])
  return { isClosed: closed, isNamed: isNamedNow }
}
