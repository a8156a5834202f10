import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { RoundScreen } from '#features/self-assessment/round-screen.tsx'
import { answer as answerOfEndpoint } from '#support/store/receive.ts'
import { anIdentity, aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { answer, answerAll, aRound, show } from './round-bench.tsx'

const PUBLISHED = `${UNIT}/pub`

/** The device of an internal auditor, who is sent what the commune published and none of its drafts. */
async function auditorsDevice(from: OpenedPersonStore): Promise<OpenedPersonStore> {
  const identity = anIdentity('b1', 'acc-auditor')
  const store = await aStore({
    storeId: 'store-auditor',
    identity: {
      ...identity,
      grants: identity.grants.map((grant) => ({ ...grant, role: 'internal-auditor' as const })),
    },
  })
  const sent = valueOf(await from.sync.nextPush(10_000_000)).ops.filter(({ s }) => s === PUBLISHED)
  await answerOfEndpoint(store, { feeds: [{ feed: PUBLISHED, ops: sent, snap: null, after: null, to: sent.length }] })
  return store
}

describe('a round whose draft the person does not read', () => {
  it('says how far it is and why there is nothing else to see', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 2 })
    await show(await auditorsDevice(store), (props) => <RoundScreen {...props} id={id} />)
    expect(await screen.findByText('Vai trò của anh/chị không xem bản nháp tự đánh giá của xã.')).toBeVisible()
    expect(screen.getByText('Đã trả lời 1 trong 52 câu')).toBeVisible()
    expect(screen.queryByText('Không thấy lần tự đánh giá này')).toBeNull()
  })

  it('shows every sealed answer once it was submitted', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q4.3': { score: 0 } })
    valueOf(await store.assessments.submit(id))
    await show(await auditorsDevice(store), (props) => <RoundScreen {...props} id={id} />)
    expect(await screen.findByText(/Khoản 4 · Bối cảnh của tổ chức/)).toBeVisible()
    expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(52)
    expect(screen.getByRole('button', { name: 'In' })).toBeVisible()
  })

  it('says that it was not found where nothing at all is known of it', async () => {
    const { store } = await aRound()
    await show(await auditorsDevice(store), (props) => <RoundScreen {...props} id={`asm.${UNIT}.2026-9`} />)
    expect(await screen.findByText('Không thấy lần tự đánh giá này')).toBeVisible()
  })
})
