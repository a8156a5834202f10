import { describe, expect, it } from 'vitest'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { aForm, aSession, c, endOf, NOON, q } from '#support/questionnaire/form-builder.ts'

const clock = { now: () => NOON }
const valueAt = (session: FormSession, ref: string) => session.state(ref)?.value
const problemAt = (session: FormSession, ref: string) => session.state(ref)?.problem?.kind

describe('an answer', () => {
  it.each([
    ['integer', '007', '7', undefined],
    ['integer', '5,5', '', 'not-whole'],
    ['integer', 'năm', '', 'not-a-number'],
    ['integer', '5.5', '', 'not-whole'],
    ['integer', '2147483647', '2147483647', undefined],
    ['integer', '5000000000', '', 'too-large'],
    ['integer', '-99999999999', '', 'too-large'],
    ['decimal', '5,25', '5.25', undefined],
    ['decimal', '5', '5.0', undefined],
    ['decimal', 'năm', '', 'not-a-number'],
    ['decimal', '-0,5', '-0.5', undefined],
    ['decimal', '5.', '5.0', undefined],
    ['decimal', '0x10', '', 'not-a-number'],
    ['decimal', '1e3', '', 'not-a-number'],
    ['decimal', 'Infinity', '', 'not-a-number'],
    ['decimal', '1,000,5', '', 'not-a-number'],
    ['integer', '0x10', '', 'not-whole'],
    ['integer', '1e3', '', 'not-whole'],
    ['integer', 'Infinity', '', 'not-whole'],
    ['date', '2025-11-30', '2025-11-30', undefined],
    ['date', '30/11/2025', '2025-11-30', undefined],
    ['date', '31/11/2025', '', 'no-such-day'],
    ['date', 'hôm nay', '', 'not-a-date'],
    ['time', '08:30', '08:30', undefined],
    ['time', '25:00', '', 'not-a-time'],
    ['dateTime', '2025-11-30T08:30:00.000+07:00', '2025-11-30T08:30:00.000+07:00', undefined],
    ['geopoint', '21.85 106.76 250 5', '21.85 106.76 250 5', undefined],
    ['geopoint', '200 10', '', 'not-a-place'],
    ['text', ' giữ nguyên ', ' giữ nguyên ', undefined],
    ['barcode', '893-1', '893-1', undefined],
    ['acknowledge', 'OK', 'OK', undefined],
  ])('FRM-8, FRM-9: of kind %s written %s is read, and kept as written', (kind, written, value, problem) => {
    const session = aSession([q(kind, 'x')])
    session.answer('/x', written)
    expect(session.state('/x')).toMatchObject({ written, value })
    expect(problemAt(session, '/x')).toBe(problem)
    expect(session.answers()['/x']).toBe(written)
  })

  it('FRM-9: of several choices comes in the order of the list; what is no longer offered is kept and told', () => {
    const session = aSession(
      [q('text', 'huyện'), q('select_multiple xa', 'x', { choice_filter: 'huyện = ${huyện}' })],
      [c('xa', 'a', { huyện: '1' }), c('xa', 'b', { huyện: '1' }), c('xa', 'c', { huyện: '2' })],
    )
    session.answer('/huyện', '1')
    session.answer('/x', 'b a')
    expect(valueAt(session, '/x')).toBe('a b')
    session.answer('/huyện', '2')
    expect(session.state('/x')).toMatchObject({ value: '', written: 'b a', problem: { kind: 'choice-gone' } })
    expect(session.state('/x')?.choices.map(({ name }) => name)).toEqual(['c'])
    session.answer('/huyện', '1')
    expect(valueAt(session, '/x')).toBe('a b')
  })

  it('FRM-10: repaints what depends on it and nothing else', () => {
    const session = aSession([
      q('text', 'a'),
      q('text', 'b', { relevant: "${a} = 'x'" }),
      q('text', 'c', { relevant: "${b} = 'y'" }),
      q('calculate', 'd', { calculation: 'string-length(${a})' }),
      q('text', 'e', { constraint: "${a} != 'x'" }),
      q('text', 'lonely'),
    ])
    expect([...session.answer('/a', 'x')].sort()).toEqual(['/a', '/b', '/d'])
    expect(session.answer('/a', 'x')).toEqual([])
    expect([...session.answer('/a', 'z')].sort()).toEqual(['/a', '/b'])
    expect(session.answer('/nowhere', 'x')).toEqual([])
  })
})

describe('relevance', () => {
  const survey = [
    q('text', 'a'),
    q('begin group', 'g', { relevant: "${a} = 'x'" }),
    q('text', 'b', { required: 'yes' }),
    endOf('group'),
    q('calculate', 'n', { calculation: "if(${b} = '', 'không', ${b})" }),
  ]

  it('FRM-11: what is not relevant counts as empty, asks for nothing, and has its text again when it is', () => {
    const session = aSession(survey)
    session.answer('/a', 'x')
    session.answer('/g/b', 'có')
    expect(valueAt(session, '/n')).toBe('có')
    session.answer('/a', '')
    expect(session.state('/g/b')).toMatchObject({ relevant: false, value: '', written: 'có', problem: null })
    expect(valueAt(session, '/n')).toBe('không')
    expect(session.answers()['/g/b']).toBe('có')
    session.answer('/a', 'x')
    expect(valueAt(session, '/n')).toBe('có')
  })

  it('FRM-13: required and constraint are told with the form’s sentence, the empty answer only by required', () => {
    const session = aSession([
      q('integer', 'n', {
        required: 'yes',
        required_message: 'Xin điền số',
        constraint: '. > 0 and . <= ${most}',
        constraint_message: 'Từ 1 đến ${most}',
      }),
      q('integer', 'most', { default: '10' }),
    ])
    expect(session.problems()).toMatchObject([{ ref: '/n', problem: { kind: 'required', message: 'Xin điền số' } }])
    session.answer('/n', '11')
    expect(session.state('/n')?.problem).toEqual({ kind: 'constraint', message: 'Từ 1 đến 10' })
    session.answer('/most', '20')
    expect(session.problems()).toEqual([])
  })
})

describe('a repeat', () => {
  const survey = [
    q('begin repeat', 'hộ'),
    q('text', 'tên'),
    q('begin repeat', 'người'),
    q('integer', 'tuổi'),
    q('calculate', 'thứ', { calculation: "concat(position(../..), '.', position(..))" }),
    endOf('repeat'),
    q('calculate', 'tổng', { calculation: 'sum(${tuổi})' }),
    endOf('repeat'),
    q('calculate', 'hộ_count', { calculation: 'count(${hộ})' }),
    q('calculate', 'all', { calculation: 'sum(${tuổi})' }),
    q('calculate', 'second', { calculation: 'indexed-repeat(${tuổi}, ${hộ}, 2, ${người}, 1)' }),
    q('calculate', 'names', { calculation: "join(', ', ${tên})" }),
  ]

  it('FRM-12: begins with one instance, grows by keys, and a name means the same instance', () => {
    const session = aSession(survey)
    expect(session.state('/hộ')?.instances).toEqual(['/hộ[1]'])
    expect(session.addInstance('/hộ', 'may-b')).toContain('/hộ[may-b]')
    session.addInstance('/hộ[1]/người')
    for (const [ref, text] of [
      ['/hộ[1]/tên', 'An'],
      ['/hộ[may-b]/tên', 'Bình'],
      ['/hộ[1]/người[1]/tuổi', '30'],
      ['/hộ[1]/người[2]/tuổi', '5'],
      ['/hộ[may-b]/người[1]/tuổi', '7'],
    ] as const) {
      session.answer(ref, text)
    }
    expect(valueAt(session, '/hộ[1]/tổng')).toBe('35')
    expect(valueAt(session, '/hộ[may-b]/tổng')).toBe('7')
    expect(valueAt(session, '/all')).toBe('42')
    expect(valueAt(session, '/hộ_count')).toBe('2')
    expect(valueAt(session, '/second')).toBe('7')
    expect(valueAt(session, '/names')).toBe('An, Bình')
    expect(valueAt(session, '/hộ[1]/người[2]/thứ')).toBe('1.2')
    expect(session.answer('/hộ[may-b]/người[1]/tuổi', '8')).not.toContain('/hộ[1]/tổng')
    session.removeInstance('/hộ[1]')
    expect(valueAt(session, '/hộ[may-b]/người[1]/thứ')).toBe('1.1')
    expect(valueAt(session, '/all')).toBe('8')
    expect(Object.keys(session.answers()).filter((ref) => ref.startsWith('/hộ[1]'))).toEqual([])
  })

  it('FRM-35: whose number is calculated has 1000 instances at most, and says how many the form asks for', () => {
    const session = aSession([
      q('integer', 'n'),
      q('begin repeat', 'r', { repeat_count: '${n}' }),
      q('text', 'x'),
      endOf('repeat'),
    ])
    const told = (count: string) => {
      session.answer('/n', count)
      const { instances, wantedBeyond } = session.state('/r')!
      return [instances.length, wantedBeyond]
    }
    expect(told('1000')).toEqual([1000, null])
    expect(told('2500')).toEqual([1000, 2500])
    expect(told('3000')).toEqual([1000, 3000])
    expect(told('2')).toEqual([2, null])
  })

  it('FRM-12: whose number is calculated grows and shrinks with it, and loses no answer', () => {
    const session = aSession([
      q('integer', 'n'),
      q('begin repeat', 'r', { repeat_count: '${n}' }),
      q('text', 'x', { default: 'mới' }),
      endOf('repeat'),
      q('calculate', 'all', { calculation: "join(' ', ${x})" }),
    ])
    expect(session.state('/r')?.instances).toEqual([])
    session.answer('/n', '2')
    session.answer('/r[2]/x', 'hai')
    expect(valueAt(session, '/all')).toBe('mới hai')
    session.answer('/n', '1')
    expect(valueAt(session, '/all')).toBe('mới')
    expect(session.answers()['/r[2]/x']).toBe('hai')
    session.answer('/n', '')
    expect(session.state('/r')?.instances).toHaveLength(1)
    session.answer('/n', '2')
    expect(valueAt(session, '/all')).toBe('mới hai')
  })

  it('FRM-7: a running total over the instance before is no circle', () => {
    const session = aSession([
      q('begin repeat', 'r'),
      q('integer', 'x'),
      q('calculate', 'total', { calculation: '${x} + coalesce(indexed-repeat(${total}, ${r}, position(..) - 1), 0)' }),
      endOf('repeat'),
    ])
    session.addInstance('/r')
    session.addInstance('/r')
    for (const n of ['1', '2', '3']) session.answer(`/r[${n}]/x`, n)
    expect(valueAt(session, '/r[3]/total')).toBe('6')
    session.answer('/r[1]/x', '10')
    expect(valueAt(session, '/r[3]/total')).toBe('15')
  })
})

describe('a calculation', () => {
  it('FRM-14: proposes; a person may put it right, until what it is made of changes', () => {
    const session = aSession([q('integer', 'a'), q('integer', 'b', { calculation: '${a} * 2' })])
    session.answer('/a', '2')
    expect(valueAt(session, '/b')).toBe('4')
    session.answer('/b', '5')
    expect(valueAt(session, '/b')).toBe('5')
    session.answer('/a', '3')
    expect(session.state('/b')).toMatchObject({ value: '6', written: '6' })
  })

  it('FRM-14: once keeps what it came to first, also in a later session', () => {
    const form = aForm([q('text', 'a'), q('calculate', 'x', { calculation: "once(concat('số ', ${a}))" })])
    const session = new FormSession(form, { clock })
    session.answer('/a', '1')
    expect(valueAt(session, '/x')).toBe('số ')
    const later = new FormSession(form, { clock, stored: session.answers() })
    later.answer('/a', '2')
    expect(valueAt(later, '/x')).toBe('số ')
  })

  it('FRM-14: a default is filled once, in a new filling and in a new instance', () => {
    const form = aForm([q('date', 'd', { default: 'today()' }), q('text', 't', { default: 'a-b' })])
    const session = new FormSession(form, { clock })
    expect(valueAt(session, '/d')).toBe('2026-11-21')
    session.answer('/t', '')
    const later = new FormSession(form, { clock, stored: session.answers() })
    expect(valueAt(later, '/t')).toBe('')
    expect(valueAt(later, '/d')).toBe('2026-11-21')
  })
})

describe('a long chain', () => {
  it.each([
    ['onwards', (at: number) => at - 1],
    ['backwards', (at: number) => at + 1],
  ])('FRM-22: of 3,000 calculations written %s is reckoned to its end', (_title, next) => {
    const last = 3000
    const rows = Array.from({ length: last }, (_, index) => {
      const on = next(index + 1)
      return q('calculate', `c${index + 1}`, { calculation: on < 1 || on > last ? '${a} + 1' : `\${c${on}} + 1` })
    })
    const session = aSession([q('integer', 'a', { default: '0' }), ...rows])
    const end = next(2) === 1 ? '/c3000' : '/c1'
    expect(valueAt(session, end)).toBe('3000')
    session.answer('/a', '5')
    expect(valueAt(session, end)).toBe('3005')
  })
})

describe('the rest of a filling', () => {
  it('FRM-15: “not applicable” on the conformity scale needs its reason', () => {
    const session = aSession(
      [q('select_one mức', 'q1', { appearance: 'conformity' })],
      ['0', '1', '2', '3', 'na'].map((name) => c('mức', name)),
    )
    session.answer('/q1', 'na')
    expect(problemAt(session, '/q1')).toBe('reason-missing')
    session.giveReason('/q1', 'Không có thủ tục này')
    expect(problemAt(session, '/q1')).toBeUndefined()
    expect(session.answers()['/q1#reason']).toBe('Không có thủ tục này')
  })

  it('FRM-16: what is read-only takes no answer', () => {
    const session = aSession([q('text', 'a'), q('text', 'b', { read_only: "${a} = 'khóa'", default: 'x' })])
    session.answer('/b', 'y')
    session.answer('/a', 'khóa')
    expect(session.answer('/b', 'z')).toEqual([])
    expect(session.state('/b')).toMatchObject({ readOnly: true, value: 'y' })
  })

  it('FRM-17: words come in the language of the screen, with answers and names of choices put in', () => {
    const form = aForm(
      [
        q('select_one xa', 'x', { 'label::vi': 'Xã nào?', 'label::en': 'Which commune?' }),
        q('calculate', 'tên', { calculation: 'jr:choice-name(${x}, "${x}")' }),
        q('note', 'n', { 'label::vi': 'Ở ${tên}', 'label::en': 'In ${tên}' }),
      ],
      [{ list_name: 'xa', name: 'a', 'label::vi': 'Xã A', 'label::en': 'Commune A' }],
    )
    const session = new FormSession(form, { clock, language: 'vi' })
    session.answer('/x', 'a')
    expect(session.state('/n')?.label).toBe('Ở Xã A')
    expect(session.setLanguage('en')).toContain('/n')
    expect(session.state('/n')?.label).toBe('In Commune A')
  })

  it('FRM-16: the device tells what it knows, and finishing notes the moment', () => {
    const form = aForm([
      q('start', 's'),
      q('end', 'e'),
      q('today', 'd'),
      q('username', 'u'),
      q('text', 'x', { required: 'yes' }),
    ])
    const session = new FormSession(form, { clock, environment: { username: 'thu-ky' } })
    expect([valueAt(session, '/s'), valueAt(session, '/d'), valueAt(session, '/u')]).toEqual([
      '2026-11-21T08:30:00.000+07:00',
      '2026-11-21',
      'thu-ky',
    ])
    expect(session.finish().map(({ ref }) => ref)).toEqual(['/x'])
    expect(valueAt(session, '/e')).toBe('2026-11-21T08:30:00.000+07:00')
  })

  it('FRM-10: what is stored makes the same filling again, on another device', () => {
    const form = aForm([
      q('begin repeat', 'r'),
      q('text', 'x'),
      q('text', 'y', { relevant: "${x} = 'a'" }),
      endOf('repeat'),
    ])
    const session = new FormSession(form, { clock })
    session.addInstance('/r', 'k2')
    session.answer('/r[k2]/x', 'a')
    session.answer('/r[k2]/y', 'giữ')
    session.answer('/r[k2]/x', 'b')
    const stored = { ...session.answers(), '/gone': 'câu của bản cũ' }
    const again = new FormSession(form, { clock, stored })
    expect(again.answers()).toEqual(stored)
    expect(again.refs()).toEqual(session.refs())
    expect(again.refs().map((ref) => again.state(ref))).toEqual(session.refs().map((ref) => session.state(ref)))
  })
})
