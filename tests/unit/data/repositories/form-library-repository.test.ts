import { describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formText } from '#domain/questionnaire/library/form-text.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { longList } from '#support/questionnaire/large-forms.ts'
import { receive } from '#support/store/receive.ts'
import { aClock, anIdentity, aStore, codeOf, NOW, sha256, TODAY, valueOf } from '#support/store/test-store.ts'

const feed = 'p20/plan'

const identityOf = (role: Role, scope = 'p20') => ({
  ...anIdentity(),
  grants: [{ account: 'acc-secretary', scope, role, from: '2026-01-01' as LocalDate, to: null }],
})
const publisher = () => aStore({ identity: identityOf('provincial-department') })

const aVersion = (version: string, question = 'a'): Form => ({
  ...aForm([q('text', question)]).form,
  id: 'phieu-a',
  version,
  title: { 'Vietnamese (vi)': 'Phiếu A' },
})

const large = (): Form => ({ ...aForm([q('select_one xã', 'x')], longList().choices).form, id: 'lớn', version: '1' })

const ours = async (store: OpenedPersonStore) =>
  (await store.forms.list()).filter(({ origin }) => origin === 'published')

/** As another device publishes it; `spoil` changes what is sent of a part. */
async function receiveForm(store: OpenedPersonStore, form: Form, spoil = (text: string) => text, at = feed) {
  const text = formText(form)
  const key = `${form.id}@${form.version}`
  const hash = sha256(new TextEncoder().encode(text))
  const half = Math.ceil(text.length / 2)
  const parts = [text.slice(0, half), text.slice(half)]
  const part = (place: number) => ({
    feed: at,
    kind: 'form-part',
    entity: `fpt.${key}.${hash.slice(0, 16)}.${place}`,
    fields: { form: `frm.${key}`, at: place, text: spoil(parts[place] ?? '') },
  })
  const head = {
    form: form.id,
    version: form.version,
    title: form.title,
    defaultLanguage: '',
    languages: [],
    edition: null,
    questions: 1,
    publishedOn: '2026-11-20',
    parts: 2,
    length: text.length,
    sha256: hash,
  }
  return {
    part: (place: number) => receive(store, part(place)),
    head: () => receive(store, { feed: at, kind: 'form', entity: `frm.${key}`, fields: head }),
  }
}

describe('publishing a form', () => {
  it('LIB-2: a form with a list of 2 MB is published in parts before itself, and opens as it was', async () => {
    const store = await publisher()
    const form = large()
    expect(valueOf(await store.forms.publish(form))).toBe('lớn@1')
    const ops = await store.syncCentre.unsentOps()
    const kinds = ops.map(({ k }) => k)
    expect(kinds.indexOf('form')).toBe(kinds.length - 1)
    expect(kinds.filter((kind) => kind === 'form-part').length).toBeGreaterThan(10)
    expect(Math.max(...ops.map((op) => JSON.stringify(op.f).length))).toBeLessThan(300_000)
    expect(new Set(ops.map(({ g }) => g))).toEqual(new Set([undefined]))
    expect(await store.forms.load('lớn@1')).toEqual(form)
    expect(await ours(store)).toMatchObject([{ key: 'lớn@1', isWhole: true, location: 'on-device', questions: 1 }])
  })

  it('LIB-3: a version is given once, whatever is in it; a correction takes another', async () => {
    const store = await publisher()
    valueOf(await store.forms.publish(aVersion('1')))
    expect(codeOf(await store.forms.publish(aVersion('1', 'b')))).toBe('form.version-taken')
    expect(codeOf(await store.forms.publish({ ...aVersion('1'), id: 'local-government-18091' }))).toBe(
      'form.version-taken',
    )
    expect(codeOf(await store.forms.publish(aVersion('hai mốt')))).toBe('form.key-unfit')
    expect(codeOf(await store.forms.publish(aVersion('')))).toBe('form.key-unfit')
    valueOf(await store.forms.publish(aVersion('2', 'b')))
    expect((await store.forms.load('phieu-a@1'))?.nodes[0]?.name).toBe('a')
    expect((await store.forms.load('phieu-a@2'))?.nodes[0]?.name).toBe('b')
  })

  it('LIB-3: publishing the same once more writes nothing', async () => {
    const store = await publisher()
    const form = large()
    valueOf(await store.forms.publish(form))
    const { lastN } = await store.syncCentre.status()
    expect(codeOf(await store.forms.publish(form))).toBe('form.version-taken')
    expect((await store.syncCentre.status()).lastN).toBe(lastN)
  })

  it('LIB-11: it goes into the feed of the province, whoever publishes', async () => {
    for (const role of ['provincial-department', 'administrator'] as const) {
      const store = await aStore({ identity: identityOf(role) })
      valueOf(await store.forms.publish(aVersion('1')))
      expect(new Set((await store.syncCentre.unsentOps()).map(({ s }) => s))).toEqual(new Set([feed]))
    }
  })
})

describe('forms that came', () => {
  it('LIB-4: one opens when all its parts are here, in whatever order they came', async () => {
    const store = await aStore()
    const form = aVersion('1')
    const sent = await receiveForm(store, form)
    await sent.head()
    await sent.part(1)
    expect(await ours(store)).toMatchObject([{ isWhole: false }])
    expect(await store.forms.load('phieu-a@1')).toBeUndefined()
    await sent.part(0)
    expect(await ours(store)).toMatchObject([{ isWhole: true, publishedBy: 'acc-colleague' }])
    expect(await store.forms.load('phieu-a@1')).toEqual(form)
  })

  it('LIB-4: one whose text is not what was published is not opened', async () => {
    const store = await aStore()
    const sent = await receiveForm(store, aVersion('1'), (text) => text.replace('"a"', '"b"'))
    await Promise.all([sent.head(), sent.part(0), sent.part(1)])
    expect(await store.forms.load('phieu-a@1')).toBeUndefined()
  })

  it('LIB-4: one in a commune’s feed, or under another name than its own, is not listed', async () => {
    const store = await aStore()
    const sent = await receiveForm(store, aVersion('1'), undefined, 'ls25-06001/pub')
    await Promise.all([sent.head(), sent.part(0), sent.part(1)])
    const fields = { form: 'phieu-b', version: '1', title: {}, parts: 1, sha256: '', publishedOn: '2026-11-20' }
    await receive(store, { feed, kind: 'form', entity: 'frm.local-government-18091@1', fields })
    expect(await ours(store)).toEqual([])
    expect(await store.forms.load('phieu-a@1')).toBeUndefined()
    expect((await store.forms.load('local-government-18091@1'))?.id).toBe('local-government-18091')
  })

  it('LIB-6: the newest version of a form stands first, forms by the day of their newest, those of the program among them', async () => {
    const clock = aClock()
    const store = await aStore({ identity: identityOf('provincial-department'), clock })
    for (const version of ['9', '10']) valueOf(await store.forms.publish(aVersion(version)))
    clock.at = NOW + 40 * 86_400_000
    valueOf(await store.forms.publish({ ...aVersion('1'), id: 'phieu-b' }))
    expect((await store.forms.list()).map(({ key }) => key)).toEqual([
      'phieu-b@1',
      'administrative-reform-sample@1',
      'local-government-18091@1',
      'phieu-a@10',
      'phieu-a@9',
    ])
    expect(
      (await store.forms.list()).filter(({ origin }) => origin === 'shipped').map(({ isWhole }) => isWhole),
    ).toEqual([true, true])
  })
})

describe('withdrawing a form', () => {
  it('LIB-5: takes a reason, leaves it to be opened, and can be taken back', async () => {
    const store = await publisher()
    valueOf(await store.forms.publish(aVersion('1')))
    expect(codeOf(await store.forms.withdraw('phieu-a@1', '  '))).toBe('form.reason-missing')
    expect(codeOf(await store.forms.withdraw('phieu-a@7', 'x'))).toBe('form.unknown')
    valueOf(await store.forms.withdraw('phieu-a@1', ' đã có phiếu mới '))
    expect(await ours(store)).toMatchObject([
      { isWithdrawn: true, withdrawal: { on: TODAY, reason: 'đã có phiếu mới' }, publishedOn: TODAY },
    ])
    expect(await store.forms.load('phieu-a@1')).toEqual(aVersion('1'))
    valueOf(await store.forms.offerAgain('phieu-a@1'))
    expect(await ours(store)).toMatchObject([{ isWithdrawn: false, withdrawal: null }])
  })

  it('LIB-5: one the program brings can be withdrawn in the province like any other', async () => {
    const store = await publisher()
    const key = 'administrative-reform-sample@1'
    valueOf(await store.forms.withdraw(key, 'tỉnh có bảng riêng'))
    expect((await store.forms.list()).find((form) => form.key === key)).toMatchObject({ isWithdrawn: true })
    expect((await store.forms.load(key))?.lists['muc']?.choices).toEqual(expect.arrayContaining([expect.anything()]))
  })
})

it('LIB-1: a choice list without choices does no harm', async () => {
  const store = await publisher()
  const form = { ...aForm([q('select_one a', 'x')], [c('a', '1')]).form, id: 'nhỏ', version: '1' }
  valueOf(await store.forms.publish(form))
  expect(await store.forms.load('nhỏ@1')).toEqual(form)
})
