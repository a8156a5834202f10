// Moving a filling to a version in which a name that stood once stands in several groups.
import { describe, expect, it } from 'vitest'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { type CompiledForm, compileForm } from '#domain/questionnaire/form/compile-form.ts'
import { placedAnswers } from '#domain/questionnaire/filling/placed-answers.ts'
import { aForm, endOf, q } from '#support/questionnaire/form-builder.ts'
import { receive } from '#support/store/receive.ts'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

function aVersion(version: string, groups: readonly string[]): CompiledForm {
  const rows = groups.flatMap((name) => [
    q('begin group', name),
    q('text', 'tên', { label: `Tên ${name}` }),
    q('text', `riêng_${name}`),
    endOf('group'),
  ])
  const compiled = compileForm({ ...aForm(rows).form, version })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value
}

const [first, second, third] = [aVersion('1', ['hộ']), aVersion('2', ['hộ', 'chủ']), aVersion('3', ['chủ'])]
const progress = { answered: 1, total: 2 }

async function aDraft() {
  const store = await aStore()
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form: 'phieu@1', answers: [], progress }))
  valueOf(await store.fillings.save(id, [{ path: '/hộ/tên', value: 'An', note: 'đã hỏi' }], progress))
  const shown = async () => {
    const view = await store.fillings.get(id)
    const given = view?.answers.filter(({ value }) => value !== '') ?? []
    return {
      answers: given.map(({ path, value, note }) => `${path}=${value} ${note}`.trim()).sort(),
      aside: view?.aside.map(({ path, value, why }) => `${path}=${value} ${why}`).sort(),
    }
  }
  return { store, id, shown }
}

describe('moving a filling whose names come to stand in several groups', () => {
  it('RVS-11: each answer goes along by its path, and none comes under the other question', async () => {
    const { store, id, shown } = await aDraft()
    valueOf(await store.fillings.move(id, first, second))
    expect(await shown()).toEqual({ answers: ['/hộ/tên:=An đã hỏi'], aside: [] })
    valueOf(await store.fillings.save(id, [{ path: '/chủ/tên:', value: 'Bình' }], progress))
    expect((await shown()).answers).toEqual(['/chủ/tên:=Bình', '/hộ/tên:=An đã hỏi'])
    valueOf(await store.fillings.move(id, second, third))
    expect(await shown()).toEqual({ answers: ['/chủ/tên=Bình'], aside: ['/hộ/tên:=An removed'] })
    valueOf(await store.fillings.move(id, third, second))
    expect(await shown()).toEqual({ answers: ['/chủ/tên:=Bình', '/hộ/tên:=An đã hỏi'], aside: [] })
  })

  it('RVS-12: two different answers to it are both kept, aside', async () => {
    const { store, id } = await aDraft()
    const fields = { filling: id, path: '/hộ/tên', value: 'Ân' }
    const entity = fillingAnswerId(id, '/hộ/tên')
    await receive(store, { feed: `${UNIT}/self`, kind: 'filling-answer', entity, fields })
    valueOf(await store.fillings.move(id, first, second))
    const values = (await store.syncCentre.conflicts()).flatMap(({ heads }) => heads.map(({ value }) => value))
    expect(new Set(values)).toEqual(new Set(['An', 'Ân']))
    const placed = placedAnswers((await store.fillings.get(id))?.answers ?? [], second)
    expect(placed.answers).toEqual([])
    expect(placed.stray.map(({ path, why }) => `${path} ${why}`)).toEqual(['/hộ/tên place'])
  })
})
