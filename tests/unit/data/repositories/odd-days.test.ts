// Days that exist and cannot be meant: the store refuses them with the bound, and nothing is written.
import { describe, expect, it } from 'vitest'
import { draftFaults } from '#domain/declaration/declaration.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { aStore, codeOf, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const day = (text: string) => text as LocalDate

describe('a day outside its bounds', () => {
  it('AUD-29: of an audit and of its meetings', async () => {
    const store = await aStore()
    const start = (on: string) =>
      store.audits.start({
        unitId: UNIT,
        instrument: INTERNAL_AUDIT_SHORT,
        title: 'x',
        on: writtenDate(on),
        department: 'Văn phòng',
      })
    expect([codeOf(await start('20/11/1926')), codeOf(await start('20/11/9999'))]).toEqual([
      'date.too-early',
      'date.too-late',
    ])
    expect(await store.audits.list(UNIT)).toEqual([])
    const id = valueOf(await start('20/11/2026'))
    const meet = (on: string) =>
      store.onSite.saveMeeting(id, {
        type: 'opening',
        on: day(on),
        from: '08:00',
        to: '09:00',
        place: 'Phòng họp',
        notes: '',
      })
    expect([codeOf(await meet('2026-11-19')), codeOf(await meet('2027-11-21'))]).toEqual([
      'date.too-early',
      'date.too-late',
    ])
    valueOf(await meet('2026-11-20'))
    expect((await store.audits.get(id))?.meetings).toHaveLength(1)
  })

  it('CA-28: of a request, and of the day an analysis promises, with a reason too', async () => {
    const store = await aStore()
    const request = {
      unit: UNIT,
      source: 'self-found',
      of: null,
      grade: 'observation',
      clause: '',
      department: '',
      description: 'x',
      requirement: 'y',
      evidence: '',
      inspection: null,
    } as const
    const open = (dueOn: string) => store.corrective.open({ ...request, dueOn: writtenDate(dueOn) })
    expect(codeOf(await open('22/11/2028'))).toBe('date.too-late')
    const id = valueOf(await open('21/11/2028'))
    valueOf(await store.corrective.move(UNIT, id, { name: 'start-analysis' }))
    const analysis = { name: 'submit-analysis', whys: ['x'], action: 'y', words: 'Chờ kinh phí' } as const
    const promise = (dueOn: string) => store.corrective.move(UNIT, id, { ...analysis, dueOn: writtenDate(dueOn) })
    expect(codeOf(await promise('01/01/2999'))).toBe('date.too-late')
    valueOf(await promise('21/11/2028'))
  })

  it('MR-10, AP-22: of a review, a plan and an auditor', async () => {
    const store = await aStore()
    const head = { place: 'x', chair: 'y', secretary: 'z' }
    expect(codeOf(await store.managementReviews.start(UNIT, day('1900-01-01'), head))).toBe('date.too-early')
    const review = valueOf(await store.managementReviews.start(UNIT, TODAY, head))
    expect(codeOf(await store.managementReviews.save(UNIT, review, { on: day('9999-01-01') }))).toBe('date.too-late')
    const plan = { from: day('9999-01-01'), to: day('9999-01-02'), programme: null }
    expect(codeOf(await store.auditPlanning.startPlan(UNIT, plan))).toBe('date.too-late')
    const auditor = { name: 'x', post: '', account: null, fields: [], since: day('1900-01-01'), until: null }
    expect(codeOf(await store.auditPlanning.saveAuditor(UNIT, null, auditor))).toBe('date.too-early')
  })

  it('DEC-14: of a declaration, and of the day a certificate expires', () => {
    const draft = {
      unit: UNIT,
      type: 'certification',
      number: '1',
      on: '20/11/2026',
      edition: '2015',
      scope: 'x',
      address: '',
      signer: 'Chủ tịch',
      signerName: '',
      body: 'Tổ chức',
      expiresOn: '20/11/2031',
      overrideReason: '',
    } as const
    const codes = (more: object) => draftFaults({ ...draft, ...more }, TODAY).map(({ problem }) => problem.code)
    expect(codes({})).toEqual([])
    expect(codes({ on: '20/11/1900', expiresOn: '20/11/1903' })).toEqual(['date.too-early'])
    expect(codes({ on: '22/11/2026' })).toContain('declaration.in-future')
    expect(codes({ expiresOn: '21/11/2031' })).toEqual(['date.too-late'])
    expect(codes({ expiresOn: '31/12/9999' })).toEqual(['date.too-late'])
    expect(codes({ type: 'declaration', expiresOn: '20/11/2036' })).toEqual([])
    expect(codes({ expiresOn: '20/11/2026' })).toEqual(['declaration.expiry-before'])
  })
})
