import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { fillingAnswerId, fillingVerificationId } from '#domain/questionnaire/filling/filling-names.ts'
import { aForm, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { receive } from '#support/store/receive.ts'
import { aClock, aPhoto, aStore, anIdentity, codeOf, NOW, sha256, UNIT, valueOf } from '#support/store/test-store.ts'

const [self, pub] = [`${UNIT}/self`, `${UNIT}/pub`]

const form = aForm(
  [
    q('text', 'tên', { label: 'Tên', required: 'yes' }),
    q('select_one mức', 'câu', { label: 'Câu' }),
    q('calculate', 'gấp', { calculation: '${câu} * 2' }),
    q('begin repeat', 'người', { label: 'Người' }),
    q('text', 'họ', { label: 'Họ' }),
    endOf('repeat'),
    q('image', 'ảnh', { label: 'Ảnh' }),
  ],
  ['1', '2'].map((name) => c('mức', name, { label: `Mức ${name}` })),
)

const progress = { answered: 2, total: 4 }

async function handedIn(clock = aClock()) {
  const store = await aStore({ clock })
  const id = valueOf(
    await store.fillings.start({ unitId: UNIT, form: 'phieu@1', answers: [], progress: { answered: 0, total: 4 } }),
  )
  const patches = [
    { path: '/tên', value: 'Xã số 1' },
    { path: '/câu', value: '2' },
    { path: '/người[1]/họ', value: 'Minh họa' },
  ]
  valueOf(await store.fillings.save(id, patches, progress))
  clock.at += 60_000
  valueOf(await store.fillings.submit(id, form, 'vi'))
  return { store, id, clock, submission: await latestOf(store, id) }
}

const latestOf = async (store: OpenedPersonStore, id: string) => (await store.fillings.submission(id))?.id ?? ''
const agreed = { level: 'agreed', value: '', reason: '' } as const
const all = { '/tên': agreed, '/câu': agreed, '/người[1]/họ': agreed }
const stateOf = async (store: OpenedPersonStore, id: string, submission?: string) =>
  (await store.fillingReviews.of(id, submission))?.state

describe('verifying a form on the device', () => {
  it('FIL-11, FIL-12: question by question; what was reckoned takes none, and without a reason nothing is written', async () => {
    const { store, id, submission } = await handedIn()
    const { verify } = store.fillingReviews
    expect(codeOf(await verify(id, submission, { '/gấp': agreed }))).toBe('filling.not-found')
    const other = { level: 'other', value: '1', reason: '' } as const
    expect(codeOf(await verify(id, submission, { ...all, '/câu': other }))).toBe('verification.reason-missing')
    expect(await store.fillingReviews.of(id)).toMatchObject({ state: 'submitted', verifications: {} })
    valueOf(await verify(id, submission, { '/câu': { ...other, reason: 'Chưa có biên bản' } }))
    const review = await store.fillingReviews.of(id)
    expect(review).toMatchObject({ state: 'verifying', revision: 1, isCorrecting: false })
    expect(review?.verifications).toMatchObject({
      '/câu': { level: 'other', value: '1', reason: 'Chưa có biên bản', by: 'acc-secretary', hasConflict: false },
    })
    expect((await store.fillingReviews.ofSubmission(UNIT, submission))?.submission.filling).toBe(id)
    expect(await store.fillingReviews.ofSubmission(UNIT, 'unknown')).toBeNull()
  })

  it('FIL-13: closed when every answer is verified, sent back with a reason; the list says where it stands', async () => {
    const { store, id, clock, submission } = await handedIn()
    const { verify, decide } = store.fillingReviews
    const listed = async () => (await store.fillings.list([UNIT]))[0]?.review
    expect(await listed()).toBe('submitted')
    expect(codeOf(await decide(id, submission, 'closed', ''))).toBe('verification.incomplete')
    valueOf(await verify(id, submission, all))
    valueOf(await decide(id, submission, 'closed', ''))
    expect([await stateOf(store, id), await listed()]).toEqual(['closed', 'closed'])
    expect(codeOf(await verify(id, submission, all))).toBe('verification.not-open')
    expect(codeOf(await decide(id, submission, 'reopened', ' '))).toBe('verification.reason-missing')
    clock.at += 60_000
    valueOf(await decide(id, submission, 'reopened', 'Nhầm kỳ'))
    expect([await stateOf(store, id), await listed()]).toEqual(['reopened', 'reopened'])
  })

  it('SA-29: two different findings about one answer are chosen between before the form is closed', async () => {
    const { store, id, submission } = await handedIn()
    const { verify, decide } = store.fillingReviews
    valueOf(await verify(id, submission, all))
    await receive(store, {
      feed: pub,
      kind: 'verification',
      entity: fillingVerificationId(submission, '/câu'),
      fields: { unit: UNIT, submission, question: '/câu', level: 'other', value: '1', reason: 'Không có' },
      at: NOW + 5000,
    })
    expect(codeOf(await decide(id, submission, 'closed', ''))).toBe('verification.disputed')
    valueOf(await verify(id, submission, { '/câu': { level: 'other', value: '1', reason: 'Chưa có biên bản' } }))
    valueOf(await decide(id, submission, 'closed', ''))
  })

  it('FIL-14: a correction is a new revision beside the first, which stays byte-identical', async () => {
    const { store, id, clock, submission } = await handedIn()
    const { decide, startRevision } = store.fillingReviews
    const first = await store.fillings.submission(id)
    expect(Object.keys(first?.content ?? {})).not.toContain('revision')
    expect(codeOf(await startRevision(id))).toBe('assessment.not-reopened')
    clock.at += 60_000
    valueOf(await decide(id, submission, 'reopened', 'Sai tên'))
    expect(codeOf(await store.fillings.save(id, [{ path: '/tên', value: 'x' }], progress))).toBe('filling.submitted')
    valueOf(await startRevision(id))
    valueOf(await startRevision(id))
    expect((await store.fillings.list([UNIT]))[0]).toMatchObject({ submittedAt: null, review: 'reopened' })
    expect(await store.fillingReviews.of(id)).toMatchObject({ state: 'reopened', isCorrecting: true })
    valueOf(await store.fillings.save(id, [{ path: '/tên', value: 'Xã số một' }], progress))
    const photo = { feed: self, of: fillingAnswerId(id, '/ảnh'), caption: '', photo: aPhoto('mới') }
    valueOf(await store.evidence.add(photo))
    clock.at += 60_000
    valueOf(await store.fillings.submit(id, form, 'vi'))
    const second = await store.fillings.submission(id)
    expect(second?.content).toMatchObject({ revision: 2, corrects: submission })
    expect(sha256(new TextEncoder().encode(canonicalJson(second?.content)))).toBe(second?.sha256)
    const review = await store.fillingReviews.of(id, submission)
    expect(review?.state).toBe('superseded')
    expect(review?.submission).toEqual(first)
    expect(review?.revisions.map(({ revision, state }) => [revision, state])).toEqual([
      [2, 'submitted'],
      [1, 'superseded'],
    ])
    expect(codeOf(await store.fillingReviews.verify(id, submission, all))).toBe('verification.not-open')
    expect((await store.fillings.list([UNIT]))[0]?.review).toBe('submitted')
  })

  it('FIL-13: two people who verified differently are both kept and shown, on both devices', async () => {
    const { store, id, submission } = await handedIn()
    const relay = new MemoryRelay()
    await syncAll(store.sync, relay, [self, pub])
    const other = await aStore({ identity: anIdentity('b2', 'acc-chairman') })
    await syncAll(other.sync, relay, [self, pub])
    valueOf(await store.fillingReviews.verify(id, submission, { '/câu': agreed, '/tên': agreed }))
    const no = { level: 'other', value: '1', reason: 'Khác' } as const
    valueOf(await other.fillingReviews.verify(id, submission, { '/câu': no }))
    for (const one of [store, other, store]) await syncAll(one.sync, relay, [self, pub])
    for (const one of [store, other]) {
      const verifications = (await one.fillingReviews.of(id))?.verifications
      expect(verifications?.['/câu']?.hasConflict).toBe(true)
      expect(verifications?.['/tên']).toMatchObject({ level: 'agreed', hasConflict: false })
    }
  })

  it('FIL-12: a level of another scale, as some other version may write it, counts as none', async () => {
    const { store, id, submission } = await handedIn()
    const fields = { unit: UNIT, submission, question: '/câu', level: 2, reason: '' }
    await receive(store, { feed: pub, kind: 'verification', entity: `ver.${submission}.câu`, fields, at: NOW + 5000 })
    expect(await store.fillingReviews.of(id)).toMatchObject({ state: 'submitted', verifications: {} })
  })
})

describe('signs of a form on the device', () => {
  it('HON-6: a hasty pace is sealed along; what was written with the start counts for none', async () => {
    const many = Array.from({ length: 40 }, (_, at) => q('text', `t${at}`))
    const long = aForm(many)
    const patches = many.map(({ name }) => ({ path: `/${name}`, value: 'x' }))
    const seal = async (atStart: boolean) => {
      const clock = aClock()
      const store = await aStore({ clock })
      const start = { unitId: UNIT, form: 'phieu@1', answers: atStart ? patches : [], progress }
      const id = valueOf(await store.fillings.start(start))
      clock.at += 60_000
      if (!atStart) valueOf(await store.fillings.save(id, patches, progress))
      valueOf(await store.fillings.submit(id, long, 'vi'))
      return (await store.fillings.submission(id))?.content.pace
    }
    expect(await seal(false)).toEqual({ answers: 40, ms: 0 })
    expect(await seal(true)).toBeUndefined()
  })

  it('HON-6: photos are compared with those handed in before, and not with those handed in later', async () => {
    const clock = aClock()
    const store = await aStore({ clock })
    const one = async () => {
      const start = { unitId: UNIT, form: 'phieu@1', answers: [{ path: '/tên', value: 'x' }], progress }
      const id = valueOf(await store.fillings.start(start))
      const of = fillingAnswerId(id, '/ảnh')
      valueOf(await store.evidence.add({ feed: self, of, caption: '', photo: aPhoto('same') }))
      clock.at += 60_000
      return id
    }
    const first = await one()
    valueOf(await store.fillings.submit(first, form, 'vi'))
    const second = await one()
    const draft = await store.fillingReviews.photos(second, 'self')
    expect(draft.photos.map(({ sha256 }) => sha256)).toEqual(draft.earlier)
    valueOf(await store.fillings.submit(second, form, 'vi'))
    expect((await store.fillingReviews.photos(second, 'pub')).earlier).toHaveLength(1)
    expect((await store.fillingReviews.photos(first, 'pub')).earlier).toEqual([])
  })
})
