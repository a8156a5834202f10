import { describe, expect, it } from 'vitest'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { compileForm } from '#domain/questionnaire/form/compile-form.ts'
import { aForm, c, endOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'
import { receive } from '#support/store/receive.ts'
import { aClock, aStore, codeOf, UNIT, valueOf } from '#support/store/test-store.ts'

const choices = ['0', '1'].map((name) => c('mức', name))

function aVersion(version: string, rows: readonly RowByHeading[]): CompiledForm {
  const compiled = compileForm({ ...aForm(rows, choices).form, version })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value
}

const first = aVersion('1', [
  q('text', 'a'),
  q('text', 'bỏ', { label: 'Câu sẽ bỏ' }),
  q('text', 'số'),
  q('begin repeat', 'r'),
  q('text', 't'),
  endOf('repeat'),
])
const second = aVersion('2', [
  q('begin group', 'g'),
  q('text', 'a'),
  endOf('group'),
  q('integer', 'số'),
  q('begin repeat', 'r'),
  q('text', 't'),
  endOf('repeat'),
])

const answer = (path: string, value: string, note = '') => ({ path, value, reason: '', note })

async function aDraft() {
  const store = await aStore()
  const progress = { answered: 4, total: 4 }
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form: 'phieu@1', answers: [], progress }))
  const answers = [
    answer('/a', 'một'),
    answer('/bỏ', 'hai', 'ghi chú'),
    answer('/số', 'ba'),
    answer('/r[x]', '0'),
    answer('/r[x]/t', 'bốn'),
  ]
  valueOf(await store.fillings.save(id, answers, progress))
  return { store, id }
}

const shownOf = (view: Awaited<ReturnType<Awaited<ReturnType<typeof aStore>>['fillings']['get']>>) => ({
  form: view?.form,
  answers: view?.answers
    .filter(({ value }) => value !== '')
    .map(({ path, value }) => `${path}=${value}`)
    .sort(),
  aside: view?.aside
    .map(({ path, value, why, version, note }) => [path, value, why, version, note].join(' ').trim())
    .sort(),
  progress: `${view?.answered}/${view?.total}`,
})

describe('moving a filling to a corrected version', () => {
  it('RVS-8: is one gesture: what fits stands under the new version, what does not stands aside', async () => {
    const { store, id } = await aDraft()
    const before = await store.syncCentre.status()
    valueOf(await store.fillings.move(id, first, second))
    expect(shownOf(await store.fillings.get(id))).toEqual({
      form: 'phieu@2',
      answers: ['/g/a=một', '/r[x]/t=bốn', '/r[x]=0'],
      aside: ['/bỏ hai removed 1 ghi chú', '/số ba type 1'],
      progress: '2/3',
    })
    const made = (await store.syncCentre.unsentOps()).filter(({ n }) => n > before.lastN)
    expect(new Set(made.map(({ g }) => g)).size).toBe(1)
    expect((await store.fillings.list([UNIT])).map(({ form, answered }) => [form, answered])).toEqual([['phieu@2', 2]])
  })

  it('RVS-8: what was set aside hinders no answer, and comes back where it is asked for again', async () => {
    const { store, id } = await aDraft()
    valueOf(await store.fillings.move(id, first, second))
    valueOf(await store.fillings.save(id, [answer('/số', '3')], { answered: 3, total: 3 }))
    expect((await store.fillings.get(id))?.aside).toHaveLength(2)
    const third = aVersion('3', [q('text', 'a'), q('text', 'bỏ'), q('text', 'số')])
    valueOf(await store.fillings.move(id, second, third))
    expect(shownOf(await store.fillings.get(id))).toMatchObject({
      form: 'phieu@3',
      answers: ['/a=một', '/bỏ=hai', '/số=3'],
      aside: ['/r[x] 0 removed 2', '/r[x]/t bốn removed 2', '/số ba type 1'],
    })
  })

  it('RVS-9: what two people answered differently is still disputed, also where it is asked no longer', async () => {
    const { store, id } = await aDraft()
    for (const [path, value] of [
      ['/a', 'khác'],
      ['/bỏ', 'khác'],
    ] as const) {
      const fields = { filling: id, path, value }
      await receive(store, { feed: `${UNIT}/self`, kind: 'filling-answer', entity: fillingAnswerId(id, path), fields })
    }
    valueOf(await store.fillings.move(id, first, second))
    const disputed = (await store.fillings.get(id))?.answers.filter(({ hasConflict }) => hasConflict)
    expect(disputed?.map(({ path }) => path).sort()).toEqual(['/bỏ', '/g/a'])
    const values = (await store.syncCentre.conflicts()).flatMap(({ heads }) => heads.map(({ value }) => value))
    expect(new Set(values)).toEqual(new Set(['hai', 'khác', 'một']))
    expect((await store.fillings.get(id))?.aside.map(({ path }) => path)).toEqual(['/số'])
  })

  it('HON-6: a move to a later version is no answering', async () => {
    const clock = aClock()
    const store = await aStore({ storeId: 'moved-pace', clock })
    const names = Array.from({ length: 40 }, (_, at) => `q${at}`)
    const rows = names.map((name) => q('text', name))
    const [from, to] = [aVersion('1', rows), aVersion('2', [q('begin group', 'g'), ...rows, endOf('group')])]
    const progress = { answered: 0, total: 40 }
    const id = valueOf(await store.fillings.start({ unitId: UNIT, form: 'phieu@1', answers: [], progress }))
    for (const name of names) {
      clock.at += 60_000
      valueOf(await store.fillings.save(id, [{ path: `/${name}`, value: name }], progress))
    }
    const answered = clock.at
    clock.at += 60_000
    valueOf(await store.fillings.move(id, from, to))
    const moments = (await store.fillings.get(id))?.answers.map(({ changedAt }) => changedAt ?? 0) ?? []
    expect(Math.max(...moments)).toBe(answered)
    valueOf(await store.fillings.submit(id, to, 'vi'))
    expect((await store.fillings.submission(id))?.content.pace).toBeUndefined()
  })

  it('RVS-8: only answers of the draft are handed in, and what was handed in is not moved', async () => {
    const { store, id } = await aDraft()
    valueOf(await store.fillings.move(id, first, second))
    valueOf(await store.fillings.save(id, [answer('/số', '3')], { answered: 3, total: 3 }))
    valueOf(await store.fillings.submit(id, second, 'vi'))
    const sealed = JSON.stringify((await store.fillings.submission(id))?.content)
    expect(sealed).toContain('một')
    expect(sealed).not.toContain('hai')
    expect(codeOf(await store.fillings.move(id, second, first))).toBe('filling.submitted')
    expect(codeOf(await store.fillings.move(`${id}9`, second, first))).toBe('filling.not-found')
  })
})
