import { describe, expect, it } from 'vitest'
import { disputedPlaces } from '#domain/questionnaire/filling/disputed-places.ts'
import { definitionsOf, sealFilling } from '#domain/questionnaire/filling/filling-content.ts'
import { placedAnswers } from '#domain/questionnaire/filling/placed-answers.ts'
import { sessionAnswers } from '#domain/questionnaire/filling/stored-answers.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { aForm, endOf, NOON, q } from '#support/questionnaire/form-builder.ts'

const gave = (path: string, value: string, changedBy = 'acc-a') => ({ path, value, reason: '', note: '', changedBy })
const strayOf = ({ stray }: ReturnType<typeof placedAnswers>) =>
  stray.map(({ path, value, why }) => `${path}=${value} ${why}`)

const moved = aForm([
  q('begin group', 'g'),
  q('text', 'a'),
  q('begin repeat', 'r'),
  q('text', 't'),
  endOf('repeat'),
  endOf('group'),
])

describe('answers of another version than the draft has now', () => {
  it('FIL-20: stand where their question is asked now, what is asked no longer stands aside', () => {
    const answers = [
      gave('/a', 'một'),
      gave('/r[k]', '0'),
      gave('/r[k]/t', 'hai'),
      gave('/bỏ', 'ba'),
      gave('/t', 'bốn'),
    ]
    const placed = placedAnswers([...answers, gave('/gone', ''), gave('/lost[k]', '1')], moved)
    expect(placed.answers.map(({ path }) => path)).toEqual(['/g/a', '/g/r[k]', '/g/r[k]/t'])
    expect(strayOf(placed)).toEqual(['/bỏ=ba removed', '/t=bốn place'])
  })

  it('FIL-20: are handed in with the rest', () => {
    const parts = { filling: 'fil.u.phieu@2.2026-1', form: 'phieu@2', unit: 'u', round: '2026-1', submittedBy: 'acc-a' }
    const answers = [{ ...gave('/a', 'một'), note: 'ghi chú' }, gave('/bỏ', 'ba')]
    const sealed = sealFilling(moved, { ...parts, answers, evidence: [], at: NOON, session: {} })
    expect(sealed.ok && sealed.value.answers).toEqual([{ path: '/g/a', label: 'a', value: 'một', note: 'ghi chú' }])
  })

  it('FIL-21: what somebody wrote into an entry that another took out stands aside; own words taken out do not', () => {
    const entry = [gave('/g/r[k]', '', 'acc-a'), gave('/g/r[k]/t', 'mới', 'acc-b')]
    expect(strayOf(placedAnswers(entry, moved))).toEqual(['/g/r[k]/t=mới entry'])
    const own = [gave('/g/r[k]', '', 'acc-a'), gave('/g/r[k]/t', 'cũ', 'acc-a')]
    expect(strayOf(placedAnswers(own, moved))).toEqual([])
    const { changedBy: _nobody, ...filledIn } = gave('/g/r[k]/t', 'mặc định')
    expect(strayOf(placedAnswers([entry[0]!, filledIn], moved))).toEqual([])
  })

  it('FIL-22: disputed is what somebody is asked: nothing hidden, reckoned or taken out of the form', () => {
    const compiled = aForm([
      q('text', 'a'),
      q('text', 'b', { relevant: "${a} = 'x'" }),
      q('text', 'c', { readonly: 'yes' }),
      q('calculate', 'd', { calculation: '1 + 1' }),
    ])
    const disputed = (first: string) => {
      const answers = ['b', 'a', 'c', 'd', 'gone'].map((name) => ({ ...gave(`/${name}`, first), hasConflict: true }))
      const session = new FormSession(compiled, { clock: { now: () => NOON }, stored: sessionAnswers(answers) })
      return disputedPlaces(answers, session, definitionsOf(compiled))
    }
    expect(disputed('x')).toEqual(['/a', '/b'])
    expect(disputed('y')).toEqual(['/a'])
  })
})
