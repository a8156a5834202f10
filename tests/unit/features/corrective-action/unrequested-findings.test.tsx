// Findings that wait for their corrective action, where late requests are told.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Role } from '#domain/access/role.ts'
import { CorrectiveActionsScreen } from '#features/corrective-action/corrective-actions-screen.tsx'
import { NeedsOfCorrective } from '#features/needs-of-corrective.tsx'
import { aCorrectiveRequest as request } from '#support/corrective-request.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { anIdentity, aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

async function storeAs(role: Role): Promise<OpenedPersonStore> {
  const identity = anIdentity()
  return aStore({ identity: { ...identity, grants: identity.grants.map((grant) => ({ ...grant, role })) } })
}

describe('a finding nobody opened a request for', () => {
  const publish = (store: OpenedPersonStore, entity: string, days: number) => {
    const fields = { unit: UNIT, number: `KPH/${entity}`, audit: 'a', grade: 'minor', facts: `Việc ${entity}` }
    return receive(store, { feed: `${UNIT}/pub`, kind: 'finding', entity, fields, at: NOW - days * 86_400_000 })
  }
  const needsOf = async (store: OpenedPersonStore) => {
    const drawn = await renderScreen((props) => <NeedsOfCorrective screen={props} />, { store })
    return { ...drawn, needs: await screen.findByRole('region', { name: 'Hành động khắc phục đến việc' }) }
  }

  for (const role of ['iso-secretary', 'area-monitor'] as const) {
    it(`CA-29: is told as late on Today, and leads to where one is opened (${role})`, async () => {
      const store = await storeAs(role)
      await publish(store, 'fnd-1', 6)
      await publish(store, 'fnd-2', 5)
      const { needs, unmount } = await needsOf(store)
      const link = within(needs).getByRole('link')
      expect(link).toHaveTextContent('Việc fnd-1')
      expect(link).toHaveTextContent('Quá hạn lập phiếu 1 ngày')
      expect(link).toHaveAttribute('href', `/findings/${UNIT}/fnd-1`)
      unmount()
      await publish(store, 'fnd-3', 10)
      const { needs: several } = await needsOf(store)
      const line = within(several).getByRole('link')
      expect(line).toHaveTextContent('2 phát hiện quá hạn lập phiếu')
      expect(line).toHaveTextContent('lâu nhất quá 5 ngày')
      expect(line).toHaveAttribute('href', '/corrective-actions?show=late')
    })
  }

  it('CA-29: stands above the requests until one is opened, only the late ones where late ones are asked for', async () => {
    const store = await storeAs('area-monitor')
    for (const [i, days] of [2, 5, 8].entries()) await publish(store, `fnd-${i + 1}`, days)
    const { user } = await renderScreen((props) => <CorrectiveActionsScreen {...props} />, { store })
    const section = await screen.findByRole('region', { name: 'Phát hiện chưa lập phiếu' })
    const texts = () =>
      within(section)
        .getAllByRole('link')
        .map(({ textContent }) => textContent)
    expect(texts()).toEqual([
      expect.stringContaining('Quá hạn lập phiếu 3 ngày'),
      expect.stringContaining('Hôm nay là ngày cuối để lập phiếu'),
      expect.stringContaining('Còn 3 ngày để lập phiếu'),
    ])
    valueOf(await store.corrective.open(request))
    await waitFor(() => expect(texts()).toHaveLength(2))
    await user.selectOptions(await screen.findByLabelText('Hiện'), 'late')
    await waitFor(() => expect(texts()).toEqual([expect.stringContaining('Việc fnd-3')]))
    await user.selectOptions(screen.getByLabelText('Hiện'), 'ended')
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Phát hiện chưa lập phiếu' })).toBeNull())
  })
})
