import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import { deriveStages, type StageEvent } from '#domain/pilot/stage-event.ts'
import { fieldValue } from '#domain/change/entity-state.ts'
import { courseOf } from '#domain/corrective-action/course.ts'
import { storedMove } from '#domain/corrective-action/stored-move.ts'
import { paths } from '#protocol/paths.ts'
import { adminOverviewSchema } from '#protocol/admin-message.ts'
import { DAY, NOW, SetClock } from '#support/endpoint/edges.ts'
import { openInstallation } from '#support/endpoint/demonstration.ts'
import { demoSignIn, readEverything } from '#support/endpoint/demo-reader.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { scheduleOf } from '#domain/plan/plan-time.ts'
import { todayAt } from '#server/identity/caller.ts'
import { demoPeople } from '#server/seed/demo-accounts.ts'
import { formerUnitsChange } from '#server/seed/seed-merger.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const LEAD = 'ls25-06001'
const kindsOf = (entities: readonly { kind: string }[]) => new Set(entities.map(({ kind }) => kind))

/** For tests that only read. */
let shared: Awaited<ReturnType<typeof openInstallation>>
beforeAll(async () => {
  shared = await openInstallation({
    dataDir: mkdtempSync(path.join(tmpdir(), 'sotay-demo-')),
    whenDone: () => undefined,
  })
})
afterAll(async () => {
  await shared.close()
  rmSync(shared.dataDir, { recursive: true, force: true })
})

describe('the demonstration data', () => {
  it('END-12: is made once: a restart, days later, adds nothing and changes no password', async () => {
    const clock = new SetClock()
    const first = await openInstallation({ clock })
    const before = await readEverything(first.endpoint, 'sokhcn.langson')
    await first.close()
    clock.advance(3 * DAY)
    const second = await openInstallation({ clock, dataDir: first.dataDir })
    const after = await readEverything(second.endpoint, 'sokhcn.langson')
    expect(after).toEqual(before)
    expect(second.endpoint.demoAccounts).toEqual(first.endpoint.demoAccounts)
  })

  it('END-12: goes through the same ingest as everything else: nothing of it was refused', async () => {
    const { endpoint } = shared
    const administrator = await demoSignIn(endpoint, 'quantri')
    const response = await endpoint.inject({
      url: paths.adminOverview,
      headers: { authorization: `Bearer ${administrator.token}` },
    })
    const { facts, devices, quarantine, accounts } = adminOverviewSchema.parse(response.json())
    expect([facts.quarantined, quarantine, facts.openConflicts]).toEqual([0, [], 0])
    expect(facts.ops).toBe(devices.reduce((sum, { lastN }) => sum + lastN, 0))
    expect(facts.lastBackup?.ops).toBe(facts.ops)
    expect(accounts.every(({ isIllustrative }) => isIllustrative)).toBe(true)
  })

  it('END-12: lies in the same distance from whichever day it was made', async () => {
    const shapeAt = async (nowMs: number) => {
      const { endpoint } = await openInstallation({ clock: new SetClock(nowMs) })
      const today = todayAt(nowMs)
      const events = (await readEverything(endpoint, 'sokhcn.langson')).filter(({ kind }) => kind === 'stage-event')
      const future = events.filter(({ regs }) => JSON.stringify(fieldValue(regs, 'on')) > JSON.stringify(today))
      return { count: events.length, future: future.length }
    }
    const [autumn, spring] = [await shapeAt(NOW), await shapeAt(NOW + 120 * DAY)]
    expect([autumn.future, spring.future]).toEqual([0, 0])
    expect(Math.abs(autumn.count - spring.count)).toBeLessThan(60)
  })

  it('CA-11, END-12: every step of the corrective actions counts, and they stand in different states', async () => {
    const { endpoint } = shared
    const entities = await readEverything(endpoint, 'sokhcn.langson')
    const moves = entities.flatMap(({ kind, entity, regs }) =>
      kind === 'corrective-move' ? (storedMove(entity, regs) ?? []) : [],
    )
    const requests = entities.filter(({ kind }) => kind === 'corrective-action')
    const courses = requests.map(({ entity }) => courseOf(moves.filter(({ of }) => of === entity)))
    expect(courses.flatMap(({ refused }) => refused)).toEqual([])
    expect(new Set(courses.map(({ state }) => state)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(requests.map(({ feed }) => feed)).size).toBeGreaterThanOrEqual(2)
  })

  it('END-5: the province sees all fifty communes, and no draft of any', async () => {
    const { endpoint } = shared
    const entities = await readEverything(endpoint, 'sokhcn.langson')
    const communes = new Set(entities.filter(({ feed }) => feed.endsWith('/pub')).map(({ feed }) => feed.slice(0, -4)))
    expect([...communes].filter((id) => !id.startsWith('ls17-')).sort()).toEqual(
      demonstrationCohort()
        .map(({ id }) => id)
        .sort(),
    )
    expect(kindsOf(entities)).not.toContain('answer')
    expect(entities.filter(({ kind }) => kind === 'plan')).toHaveLength(2)
    const submitted = entities.filter(({ kind }) => kind === 'submission').length
    expect(submitted).toBeGreaterThanOrEqual(25)
    expect(submitted).toBeLessThan(50)
  })

  it('INH-3, END-12: what two communes of before the merger of 01/07/2025 left open waits for whoever follows it', async () => {
    const { endpoint } = shared
    const formerRecords = (await readEverything(endpoint, 'sokhcn.langson')).filter(({ feed }) =>
      feed.startsWith('ls17-'),
    )
    expect(formerRecords.map(({ kind }) => kind).sort()).toEqual([
      'corrective-action',
      'corrective-action',
      'corrective-action',
      'procedure',
      'procedure',
    ])
    const { places, successions } = formerUnitsChange(
      demoPeople('', '2026-05-01' as LocalDate),
      '2026-05-01' as LocalDate,
    )
    expect(places.map(({ name, until }) => [name, until])).toEqual([
      ['Xã Tri Phương', '2025-06-30'],
      ['Xã Bính Xá', '2025-06-30'],
    ])
    expect(successions.map(({ successor }) => successor)).toEqual(['ls25-06004', 'ls25-06613', 'ls25-06625'])
  })

  it('END-5: each monitor sees the communes of the own area and no other', async () => {
    const { endpoint } = shared
    const scopesOf = async (username: string) => {
      const entities = await readEverything(endpoint, username)
      return new Set(entities.map(({ feed }) => feed).filter((feed) => !feed.endsWith('/plan')))
    }
    const [here, there] = [await scopesOf('giamsat.trangdinh'), await scopesOf('giamsat.binhgia')]
    expect([here.size >= 5, there.size >= 5, here.has(`${LEAD}/pub`)]).toEqual([true, true, true])
    expect([...here].filter((feed) => there.has(feed) || !feed.endsWith('/pub'))).toEqual([])
  })

  it('the commune of the story has a submitted round and one with 21 of 52 answers', async () => {
    const { endpoint } = shared
    const entities = await readEverything(endpoint, 'thuky.doanket')
    const answersOf = (round: string) =>
      entities.filter(({ kind, entity }) => kind === 'answer' && entity.startsWith(`ans.asm.${LEAD}.${round}.`)).length
    const year = todayAt(NOW).slice(0, 4)
    expect([answersOf(`${year}-1`), answersOf(`${year}-2`)]).toEqual([52, 21])
    const running = entities.find(({ kind, entity }) => kind === 'assessment-progress' && entity.endsWith(`${year}-2`))
    expect(running && [fieldValue(running.regs, 'answered'), fieldValue(running.regs, 'submittedAt')]).toEqual([
      21,
      null,
    ])
  })

  it('the commune of the story has a form under way, a review begun, and an action that is late', async () => {
    const { endpoint } = shared
    const entities = await readEverything(endpoint, 'thuky.doanket')
    const count = (kind: string) => entities.filter((one) => one.kind === kind).length
    expect([count('filling'), count('filling-answer'), count('verification'), count('action')]).toEqual([2, 11, 13, 2])
    const progress = entities
      .filter(({ kind }) => kind === 'filling-progress')
      .map(({ regs }) => [
        fieldValue(regs, 'answered'),
        fieldValue(regs, 'total'),
        fieldValue(regs, 'submittedAt') === null,
      ])
    expect(progress.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [3, 8, true],
      [8, 8, false],
    ])
    const lowered = entities.filter(({ kind, regs }) => kind === 'verification' && fieldValue(regs, 'reason') !== '')
    expect(lowered).toHaveLength(2)
    const today = todayAt(NOW)
    const days = entities.flatMap(({ kind, regs }) => {
      const until = fieldValue(regs, 'until') as { readonly date: string } | undefined
      return kind === 'action' && until ? [until.date < today] : []
    })
    expect(days.filter(Boolean)).toHaveLength(1)
    expect(days).toHaveLength(2)
  })

  it('shows every pace: communes that are done early, on their way and late', async () => {
    const { endpoint } = shared
    const entities = await readEverything(endpoint, 'sokhcn.langson')
    const today = todayAt(NOW)
    const schedule = scheduleOf(createDemonstrationPlan(today, []))
    const statuses = new Set(
      demonstrationCohort().flatMap(({ id }) => {
        const events = entities
          .filter(({ kind, feed }) => kind === 'stage-event' && feed === `${id}/pub`)
          .map(({ entity, regs }) => {
            const field = (name: string) => fieldValue(regs, name)
            return {
              id: entity,
              stage: field('stage'),
              type: field('type'),
              on: field('on'),
              note: '',
              evidence: [],
              by: '',
              at: regs.type?.h[0]?.h ?? 0,
            } as unknown as StageEvent
          })
        return deriveStages(events, schedule, today).map(({ status }) => status)
      }),
    )
    expect([...statuses].sort()).toEqual(['confirmed', 'declared', 'in-progress', 'late', 'not-reached'])
  })

  it('keeps its passphrase where only the owner of the folder can read it', async () => {
    const { dataDir, endpoint } = await openInstallation()
    expect(statSync(path.join(dataDir, 'demo-accounts.json')).mode & 0o777).toBe(0o600)
    expect(endpoint.demoAccounts.map(({ username }) => username)).toEqual([
      'thuky.doanket',
      'chutich.doanket',
      'danhgia.doanket',
      'giamsat.trangdinh',
      'giamsat.binhgia',
      'sokhcn.langson',
      'quantri',
    ])
    expect(new Set(endpoint.demoAccounts.map(({ password }) => password)).size).toBe(1)
  })

  it('is left out where nobody asked for it', async () => {
    const { endpoint } = await openInstallation({ demo: false })
    expect(endpoint.demoAccounts).toEqual([])
    expect((await endpoint.inject({ url: paths.health })).statusCode).toBe(200)
  })
})
