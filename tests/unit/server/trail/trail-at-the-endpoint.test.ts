import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { personExportSchema, type TrailEntry, trailPageSchema } from '#protocol/trail-message.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { COMMUNE, idOf, NEIGHBOUR, PASSWORD } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice, trySignIn } from '#support/endpoint/test-device.ts'
import { sealedFields } from '#support/sealed-fields.ts'

const SELF = `${COMMUNE}/self`
const PUB = `${COMMUNE}/pub`

const ask = (device: TestDevice, query: string) => device.scene.get(`${paths.trail}?${query}`, device.headers)

async function trailOf(device: TestDevice, query: string): Promise<readonly TrailEntry[]> {
  return trailPageSchema.parse((await ask(device, query)).json()).entries
}

const typesOf = (entries: readonly TrailEntry[]): readonly string[] => entries.map(({ type }) => type)
const post = (device: TestDevice, url: string, body: object) => device.scene.post(url, body, device.headers)

describe('the trail of the endpoint', () => {
  it('TRL-14: sign-ins, refused ones and sign-outs are recorded with account and device, and no password or name', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    await trySignIn(scene, 'secretary', { password: 'mật khẩu lạ' })
    await device.scene.post(paths.signOut, {}, device.headers)
    const links = await scene.store.trailPage({ chains: ['office'], limit: 9 })
    expect(links.map(({ type, account, subject, device: on }) => [type, account, subject, on])).toEqual([
      ['sign-out', idOf('secretary'), '', device.replica],
      ['sign-in-refused', '', idOf('secretary'), ''],
      ['sign-in', idOf('secretary'), '', device.replica],
    ])
    expect(JSON.stringify(links)).not.toMatch(/mật khẩu lạ|"username"/)
    expect(JSON.stringify(links)).not.toContain(PASSWORD)
  })

  it('TRL-21: who asks for what is not theirs leaves a link, the same route once in ten minutes', async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    const ask = (device: TestDevice) => scene.get(paths.adminOverview, device.headers)
    const links = () => scene.store.trailPage({ chains: ['office'], types: ['access-refused'], limit: 9 })
    expect([(await ask(secretary)).statusCode, (await ask(secretary)).statusCode]).toEqual([403, 403])
    await ask(chairman)
    await scene.get(`${paths.trail}?of=office`, secretary.headers)
    expect((await scene.get(paths.adminOverview)).statusCode).toBe(401)
    const told = (await links()).map(({ account, device, detail }) => [
      account,
      device,
      (JSON.parse(detail ?? '{}') as { way: string }).way,
    ])
    expect(told).toEqual([
      [idOf('secretary'), secretary.replica, paths.trail],
      [idOf('chairman'), chairman.replica, paths.adminOverview],
      [idOf('secretary'), secretary.replica, paths.adminOverview],
    ])
    scene.clock.advance(10 * 60_000)
    await ask(secretary)
    expect(await links()).toHaveLength(4)
  })

  it('TRL-14: a guess at a name nobody has is recorded without that name', async () => {
    const scene = await createScene()
    await trySignIn(scene, 'nobody-at-all')
    expect(JSON.stringify(await scene.store.trailPage({ chains: ['office'], limit: 9 }))).not.toContain('nobody-at-all')
  })

  it('TRL-14: grants, decisions and revocations are recorded with who, whom and where; what was refused is not', async () => {
    const scene = await createScene()
    const [administrator, auditor] = [await signIn(scene, 'administrator'), await signIn(scene, 'auditor')]
    await auditor.push(auditor.op({ e: 'one', f: { note: ['nháp'] } }))
    const decision = { device: auditor.replica, n: 1, verdict: 'dismissed', reason: 'không thuộc vai trò' }
    await post(administrator, paths.adminQuarantine, decision)
    await post(administrator, paths.adminQuarantine, decision)
    const grant = { account: idOf('auditor'), scope: NEIGHBOUR, role: 'internal-auditor', from: '2026-11-01', to: null }
    await post(administrator, paths.adminGrants, grant)
    await post(auditor, paths.adminGrants, grant)
    await post(administrator, paths.adminRevokeDevice, { device: auditor.replica })
    const entries = await trailOf(administrator, 'of=office&types=decision,grant,device')
    expect(typesOf(entries)).toEqual(['device', 'grant', 'decision'])
    expect(entries[1]).toMatchObject({
      account: idOf('administrator'),
      subject: idOf('auditor'),
      place: NEIGHBOUR,
      detail: { role: 'internal-auditor' },
    })
    expect(entries[2]).toMatchObject({
      subject: idOf('auditor'),
      detail: { verdict: 'dismissed', n: 1, reason: 'không thuộc vai trò' },
    })
    expect(typesOf(await trailOf(administrator, `of=office&types=grant&account=${idOf('secretary')}`))).toEqual([])
  })

  it('TRL-12: whoever is not of the commune leaves a link when a feed first reaches a device, and with every submission after', async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    await secretary.push(
      secretary.op({ e: 'evt', k: 'stage-event', s: PUB, f: { type: ['started'], stage: ['G1'] } }),
      secretary.op({ e: 'ans', f: { score: [1] } }),
    )
    const monitor = await signIn(scene, 'monitor')
    const first = await monitor.sync()
    const cur = { [PUB]: first.feeds[PUB]?.to ?? 0 }
    await secretary.push(secretary.op({ e: 'prg', k: 'assessment-progress', s: PUB, f: { answered: [1] } }))
    const second = await monitor.sync({ cur, inc: first.inc })
    await secretary.push(secretary.op({ e: 'sub', k: 'submission', s: PUB, f: sealedFields() }))
    await monitor.sync({ cur: { [PUB]: second.feeds[PUB]?.to ?? 0 }, inc: first.inc })
    await chairman.sync()
    const seen = await trailOf(chairman, `of=${COMMUNE}&types=handed-out`)
    expect(seen).toMatchObject([
      { account: idOf('monitor'), device: monitor.replica, place: PUB, detail: { records: ['sub'] } },
      { account: idOf('monitor'), device: monitor.replica, place: PUB, detail: { whole: true } },
    ])
  })

  it('TRL-13: the chairman reads the commune’s, everybody their own and that of a record they may read, administrators the office’s, and nobody more', async () => {
    const scene = await createScene()
    const of = async (name: string) => signIn(scene, name)
    const [secretary, chairman, monitor] = [await of('secretary'), await of('chairman'), await of('monitor')]
    await secretary.push(secretary.op({ e: 'ans', f: { score: [1], note: ['chữ riêng'] } }))
    await chairman.push(chairman.op({ e: 'ans', f: { score: [2] } }))
    const [commune] = await trailOf(chairman, `of=${COMMUNE}`)
    expect(commune).toMatchObject({ type: 'ops', account: idOf('chairman'), kinds: { answer: 1 }, place: SELF })
    expect([...typesOf(await trailOf(secretary, 'of=me'))].sort()).toEqual(['ops', 'sign-in'])
    const record = await trailOf(secretary, `of=record&feed=${SELF}&entity=ans`)
    expect(record).toMatchObject([
      { type: 'written', account: idOf('chairman'), detail: { fields: ['score'] } },
      { type: 'written', account: idOf('secretary'), detail: { fields: ['score', 'note'] } },
    ])
    expect(JSON.stringify([record, commune])).not.toContain('chữ riêng')
    const refused = [
      await ask(secretary, `of=${COMMUNE}`),
      await ask(secretary, 'of=office'),
      await ask(chairman, `of=${NEIGHBOUR}`),
      await ask(monitor, `of=${COMMUNE}`),
      await ask(monitor, `of=record&feed=${SELF}&entity=ans`),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403])
  })
})

describe('long trails', () => {
  it('TRL-7: are read page by page to the end, each line once, also over the three chains of a commune', async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    for (let i = 0; i < 60; i++)
      await secretary.push(
        secretary.op({ e: `a${i}`, f: { score: [1] } }),
        secretary.op({ e: `p${i}`, k: 'assessment-progress', s: PUB, f: { answered: [i] } }),
      )
    for (const [device, of, all] of [
      [chairman, COMMUNE, 120],
      [secretary, 'me', 121],
    ] as const) {
      const seen = new Set<string>()
      let [next, pages]: [string | null, number] = ['', 0]
      for (; next !== null; pages++) {
        const before = next === '' ? '' : `&before=${encodeURIComponent(next)}`
        const page = trailPageSchema.parse((await ask(device, `of=${of}${before}`)).json())
        for (const { chain, num } of page.entries) seen.add(`${chain} ${num}`)
        next = page.next
      }
      expect([pages, seen.size]).toEqual([3, all])
    }
  })
})

describe('a person’s own data', () => {
  it('PER-4: everybody gets a copy without any credential, and that is recorded; an administrator gets another’s only in their place', async () => {
    const scene = await createScene()
    const [secretary, administrator] = [await signIn(scene, 'secretary'), await signIn(scene, 'administrator')]
    await secretary.push(secretary.op({ e: 'ans', f: { note: ['của tôi'] } }))
    const copy = personExportSchema.parse((await scene.get(paths.personExport, secretary.headers)).json())
    const rowsOf = (name: string) => copy.sections.find((section) => section.name === name)?.rows ?? []
    expect(rowsOf('account')).toMatchObject([{ username: 'secretary', hasPassword: true }])
    expect(rowsOf('records')).toMatchObject([{ record: 'ans', fields: '{"note":"của tôi"}' }])
    expect(rowsOf('archived')).toEqual([])
    expect(copy.isCut).toBe(false)
    expect(rowsOf('whatFor').length).toBeGreaterThan(20)
    expect(JSON.stringify(copy)).not.toMatch(/argon2|"pubkey":"\{/)
    expect((await trailOf(secretary, 'of=me&types=export')).length).toBe(1)
    const wanted = { account: idOf('secretary') }
    expect((await post(administrator, paths.adminPersonExport, wanted)).statusCode).toBe(200)
    expect((await post(secretary, paths.adminPersonExport, wanted)).statusCode).toBe(403)
  })
})
