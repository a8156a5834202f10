// What a conflict is about, in words a person recognises: the question or checklist item itself, with the way to it.
// The instrument is loaded only here, where somebody has to decide.
import type { ConflictItem, PersonStore } from '#data/contract/store-contract.ts'
import { parseFeed } from '#domain/change/feed.ts'
import {
  fillingAnswerId,
  fillingOfAnswer,
  fillingVerificationId,
  wordOfRef,
} from '#domain/questionnaire/filling/filling-names.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import { textIn } from '#domain/questionnaire/form/form.ts'
import { indexForm } from '#domain/questionnaire/form/form-index.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { LocalText } from '#domain/standard/local-text.ts'

export interface ConflictSubject {
  /** Number of the question, item or finding, or the title of the record. */
  readonly label: string
  readonly text: LocalText | null
  readonly href: string | null
}

const unknown: ConflictSubject = { label: '', text: null, href: null }

type Stored = Pick<
  PersonStore,
  'assessments' | 'audits' | 'fillings' | 'fillingReviews' | 'forms' | 'managementReviews' | 'reviews'
>

export function conflictSubject(store: Stored, { kind, entity, feed }: ConflictItem): Promise<ConflictSubject> {
  if (kind === 'answer') return answerSubject(store, entity)
  if (kind === 'assessment' || kind === 'assessment-progress') return roundSubject(store, entity)
  if (kind === 'filling' || kind === 'filling-progress') return formSubject(store, entity)
  if (kind === 'audit-item') return itemSubject(store, entity)
  if (kind === 'audit' || kind === 'audit-progress') return auditSubject(store, entity)
  if (kind === 'finding') return findingSubject(store, entity, feed)
  if (kind === 'filling-answer') return fillingSubject(store, entity)
  if (kind === 'verification') return verificationSubject(store, entity, parseFeed(feed)?.scope ?? '')
  if (kind === 'management-review') return reviewSubject(store, entity, feed)
  if (kind === 'review-input') return reviewSubject(store, entity.split('.')[1] ?? '', feed)
  return Promise.resolve(unknown)
}

/** `ans.{asm.unit.round}.{question}`; a question's own id may hold a dot. */
async function answerSubject(store: Stored, entity: string): Promise<ConflictSubject> {
  const [, prefix, unit, round, ...rest] = entity.split('.')
  const question = rest.join('.')
  const assessment = [prefix, unit, round].join('.')
  const view = await store.assessments.question(assessment, question)
  const instrument = view ? await loadInstrument(view.assessment.instrument) : undefined
  const text = instrument?.questions.find(({ id }) => id === question)?.text ?? null
  return { label: question.replace(/^Q/, ''), text, href: view ? `/self-assessment/${assessment}/q/${question}` : null }
}

/** A round as a whole: two handed it in without knowing of each other. */
async function roundSubject(store: Stored, id: string): Promise<ConflictSubject> {
  const view = await store.assessments.get(id)
  return view ? { label: inWords(view.round), text: null, href: `/self-assessment/${id}` } : unknown
}

/** `2026-1` as a person says it. */
const inWords = (round: string): string => round.split('-').toReversed().join('/')

async function formSubject(store: Stored, id: string): Promise<ConflictSubject> {
  const view = await store.fillings.get(id)
  const form = view && (await store.forms.load(view.form))
  if (!form) return unknown
  const titleIn = (language: string): string =>
    textIn(form.title, columnOfLanguage(form, language), form.defaultLanguage) || form.id
  const text = { vi: titleIn('vi'), en: titleIn('en') }
  return { label: '', text, href: `/forms/${encodeURIComponent(id)}` }
}

/** `chk.{audit}.{item}` */
async function itemSubject(store: Stored, entity: string): Promise<ConflictSubject> {
  const [, audit = '', ...rest] = entity.split('.')
  const item = rest.join('.')
  const view = await store.audits.get(audit)
  const instrument = view ? await loadInstrument(view.instrument) : undefined
  const text = instrument?.questions.find(({ id }) => id === item)?.text ?? null
  return { label: item, text, href: view ? `/internal-audit/${audit}/item/${item}` : null }
}

async function auditSubject(store: Stored, audit: string): Promise<ConflictSubject> {
  const view = await store.audits.get(audit)
  return view ? { label: view.title, text: null, href: `/internal-audit/${audit}` } : unknown
}

async function findingSubject(store: Stored, id: string, feed: string): Promise<ConflictSubject> {
  const unit = parseFeed(feed)?.scope ?? ''
  const finding = (await store.audits.publishedFindings([unit])).find((one) => one.id === id)
  return finding ? { label: finding.number, text: null, href: `/findings/${unit}/${id}` } : unknown
}

/** Of the review of the leaders by its number in the year; one of its inputs is found on its page. */
async function reviewSubject(store: Stored, id: string, feed: string): Promise<ConflictSubject> {
  const unit = parseFeed(feed)?.scope ?? ''
  const review = (await store.managementReviews.list([unit])).find((one) => one.id === id)
  if (!review) return unknown
  const label = `${review.number}/${review.on.slice(0, 4)}`
  return { label, text: null, href: `/management-review/${unit}/${id}` }
}

/** A question of a filled form, in the form's own words. */
async function fillingSubject(store: Stored, entity: string): Promise<ConflictSubject> {
  const filling = fillingOfAnswer(entity) ?? ''
  const view = await store.fillings.get(filling)
  const path = view?.answers.find((answer) => fillingAnswerId(filling, answer.path) === entity)?.path
  const form = view && (await store.forms.load(view.form))
  if (!form || path === undefined) return unknown
  const label = indexForm(form).all.find((node) => node.path === pathOf(path))?.node.label ?? {}
  const textFor = (language: string): string =>
    textIn(label, columnOfLanguage(form, language), form.defaultLanguage) || path
  const href = `/forms/${encodeURIComponent(filling)}/q/${encodeURIComponent(wordOfRef(path))}`
  return { label: '', text: { vi: textFor('vi'), en: textFor('en') }, href }
}

/** `ver.{submission}.{question}`; of a form the question is found by the id its answer has. */
async function verificationSubject(store: Stored, entity: string, unit: string): Promise<ConflictSubject> {
  const [, submission = '', ...rest] = entity.split('.')
  const question = rest.join('.')
  const ofForm = await store.fillingReviews.ofSubmission(unit, submission)
  if (ofForm === null) {
    const review = await store.reviews.of(unit, submission)
    const instrument = review ? await loadInstrument(review.submission.content.instrument) : undefined
    const text = instrument?.questions.find(({ id }) => id === question)?.text ?? null
    const href = review ? `/communes/${unit}/answers/${submission}/q/${question}` : null
    return { label: question.replace(/^Q/, ''), text, href }
  }
  const { filling, content } = ofForm.submission
  const answer = content.answers.find(({ path }) => fillingVerificationId(submission, path) === entity)
  if (answer === undefined) return unknown
  const label = answer.label || answer.path
  const at = `/forms/${encodeURIComponent(filling)}/handed-in/${encodeURIComponent(submission)}`
  return { label: '', text: { vi: label, en: label }, href: `${at}/q/${encodeURIComponent(wordOfRef(answer.path))}` }
}
