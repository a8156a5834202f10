import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import {
  COMMUNE_SELF_ASSESSMENT,
  INTERNAL_AUDIT_SHORT,
  loadInstrument,
} from '#domain/questionnaire/instrument-registry.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import { receivePlan } from '#support/store/receive.ts'
import { aDocument } from '#support/evidence/a-document.ts'
import { aPhoto, aPlan, aStore, codeOf, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const idsOf = async (key: string) => ((await loadInstrument(key))?.questions ?? []).map(({ id }) => id)
const questions = await idsOf(COMMUNE_SELF_ASSESSMENT)
const items = await idsOf(INTERNAL_AUDIT_SHORT)

const add = (store: OpenedPersonStore, feed: string, of: string, name: string) =>
  store.evidence.add({ feed, of, caption: '', photo: aPhoto(name) })

/** What the repository answers to each change of a photo that is there. */
async function codesOfChanges(store: OpenedPersonStore, feed: string, of: string, id: string) {
  return {
    add: codeOf(await add(store, feed, of, 'after')),
    caption: codeOf(await store.evidence.describe(feed, id, { caption: 'sau khi nộp' })),
    remove: codeOf(await store.evidence.remove(feed, id)),
  }
}

const all = { add: 'evidence.sealed', caption: 'evidence.sealed', remove: 'evidence.sealed' }

describe('photos of what is sealed', () => {
  it('EVI-1: those of a submitted assessment stay, in the commune’s feed and in the shared one', async () => {
    const store = await aStore({ storeId: 'evidence-1' })
    const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    const of = `ans.${id}.${questions[0]}`
    const photo = valueOf(await add(store, `${UNIT}/self`, of, 'before'))
    valueOf(await store.evidence.describe(`${UNIT}/self`, photo.id, { caption: 'Bảng niêm yết' }))
    for (const question of questions) valueOf(await store.assessments.saveAnswer(id, question, { score: 2 }))
    valueOf(await store.assessments.submit(id))
    for (const feed of [`${UNIT}/self`, `${UNIT}/pub`]) {
      expect(await codesOfChanges(store, feed, of, photo.id)).toEqual(all)
      expect(await store.evidence.listOf(feed, of)).toMatchObject([{ id: photo.id, caption: 'Bảng niêm yết' }])
    }
    const next = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    valueOf(await add(store, `${UNIT}/self`, `ans.${next}.${questions[0]}`, 'next round'))
  })

  it('EVI-1: those of a concluded audit stay, of its items and of its findings', async () => {
    const store = await aStore({ storeId: 'evidence-2' })
    const feed = `${UNIT}/audit`
    const draft = { unitId: UNIT, instrument: INTERNAL_AUDIT_SHORT, title: 'Đánh giá', department: 'Văn phòng' }
    const id = valueOf(await store.audits.start({ ...draft, on: writtenDate('20/11/2026') }))
    const words = { clause: '8.5.1', facts: 'Sự việc', requirement: '', objectiveEvidence: '', department: '' }
    const finding = valueOf(
      await store.audits.saveFinding(id, { item: items[0] ?? '', grade: 'minor', dueOn: null, ...words }),
    )
    const subjects = [`chk.${id}.${items[0]}`, finding]
    const photos = []
    for (const of of subjects) photos.push(valueOf(await add(store, feed, of, `of ${of}`)))
    for (const item of items) valueOf(await store.audits.saveItem(id, item, { result: 'C' }))
    valueOf(await store.audits.conclude(id))
    for (const { of, id: photo } of photos) {
      expect(await codesOfChanges(store, feed, of, photo)).toEqual(all)
      expect(await codesOfChanges(store, `${UNIT}/pub`, of, photo)).toEqual(all)
    }
  })

  it('EVI-1: one that a declaration names stays, and the stage goes on taking photos', async () => {
    const store = await aStore({ storeId: 'evidence-3' })
    const plan = aPlan()
    await receivePlan(store, plan)
    const feed = `${UNIT}/pub`
    const of = store.pilot.stageEntity(UNIT, plan.id, 'G0')
    const deliverables = (stageByCode('G0')?.deliverables ?? []).map(({ id }) => id)
    const deliverable = deliverables[0] ?? ''
    const photoOf = async (name: string) =>
      valueOf(await store.evidence.add({ feed, of, deliverable, caption: '', photo: aPhoto(name) }))
    const [named, loose] = [await photoOf('named'), await photoOf('loose')]
    const proof = deliverables.map((one) => ({
      deliverable: one,
      evidenceId: one === deliverable ? named.id : null,
      attestation: one === deliverable ? '' : 'Bản giấy ở văn phòng',
    }))
    valueOf(await store.pilot.declare({ unitId: UNIT, stage: 'G0', on: TODAY, note: '', deliverables: proof }))
    expect(await codesOfChanges(store, feed, of, named.id)).toEqual({ ...all, add: undefined })
    valueOf(await store.evidence.remove(feed, loose.id))
  })

  it('EVI-7: a photo has the camera’s day or the one it was put in, until another is written', async () => {
    const store = await aStore({ storeId: 'evidence-5' })
    const [feed, of] = [`${UNIT}/self`, 'ans.x']
    const taken = { ...aPhoto('old'), takenOn: '2024-02-29' as LocalDate }
    const { id } = valueOf(await store.evidence.add({ feed, of, caption: '', photo: taken }))
    const other = valueOf(await add(store, feed, of, 'new'))
    expect(other.on.date).toBe(TODAY)
    const days = async () => (await store.evidence.listOf(feed, of)).map(({ on }) => on.text).toSorted()
    expect(await days()).toEqual([other.on.text, '29/02/2024'])
    valueOf(await store.evidence.describe(feed, id, { on: writtenDate('31/11/2024') }))
    expect(await days()).toEqual([other.on.text, '31/11/2024'])
  })

  it('EVI-1: a photo that is not there (any more) is told as removed, and nothing is written', async () => {
    const store = await aStore({ storeId: 'evidence-4' })
    valueOf(await store.evidence.remove(`${UNIT}/self`, 'nobody'))
    expect(valueOf(await store.sync.position()).lastN).toBe(0)
  })
})

describe('documents', () => {
  const of = `ans.asm.${UNIT}.2026-1.Q4.1`
  const feed = `${UNIT}/self`

  it('EVI-14: is kept and waits like a photo, with its name and without a thumbnail', async () => {
    const store = await aStore({ storeId: 'evidence-document' })
    const document = aDocument('Quyết định 12.pdf')
    const added = valueOf(await store.evidence.addDocument({ feed, of, caption: '', document }))
    const [listed] = await store.evidence.listOf(feed, of)
    expect(listed).toEqual(added)
    expect(listed).toMatchObject({
      document: { name: 'Quyết định 12.pdf', mime: 'application/pdf' },
      caption: 'Quyết định 12.pdf',
      thumbnailSha256: '',
      location: 'on-device',
    })
    expect(await store.evidence.bytes(document.sha256)).toEqual(document.bytes)
    expect(valueOf(await store.sync.pendingBlobs(9))).toMatchObject([
      { sha256: document.sha256, role: 'photo', mime: 'application/pdf', size: document.bytes.length },
    ])
    expect(await store.sync.missingThumbnails(9)).toEqual([])
    valueOf(await store.evidence.remove(feed, added.id))
    expect(valueOf(await store.sync.pendingBlobs(9))).toEqual([])
  })

  it('EVI-13: a name out of a record is made fit before anybody reads it', async () => {
    const store = await aStore({ storeId: 'evidence-document-name' })
    const document = { ...aDocument('x.pdf'), name: '../a\u202Efdp.exe' }
    valueOf(await store.evidence.addDocument({ feed, of, caption: '', document }))
    const [listed] = await store.evidence.listOf(feed, of)
    expect(listed?.document?.name).toBe('a fdp.exe.pdf')
  })
})
