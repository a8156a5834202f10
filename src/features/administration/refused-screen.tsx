// Changes the endpoint refused and keeps, for whoever may decide about them: administrators, and the department that
// answers for the plan. It names them and never shows what a commune wrote.
import { useCallback, useEffect, useState } from 'react'
import type { Administration, AdminWaiting } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Platform, ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { NotAsked } from './admin-page.tsx'
import { QuarantineRows } from './quarantine-rows.tsx'

interface WaitingState {
  readonly waiting: AdminWaiting | null
  readonly problem: Problem | null
  readonly isAsking: boolean
  readonly administration: Administration | null
}

function useWaiting({ administration: open }: Platform) {
  const [state, setState] = useState<WaitingState>({
    waiting: null,
    problem: null,
    isAsking: true,
    administration: null,
  })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isGone = false
    const show = (next: Partial<WaitingState>) => !isGone && setState((before) => ({ ...before, ...next }))
    const run = async () => {
      show({ isAsking: true })
      const administration = await open?.()
      if (!administration) return show({ isAsking: false, problem: { code: 'access.forbidden' } })
      const answer = await administration.waiting()
      show({
        administration,
        isAsking: false,
        ...(answer.ok ? { waiting: answer.value, problem: null } : { problem: answer.error }),
      })
    }
    run().catch(() => show({ isAsking: false, problem: { code: 'network.offline' } }))
    return () => {
      isGone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `turn` asks again
  }, [open, turn])
  return { ...state, ask: useCallback(() => setTurn((count) => count + 1), []) }
}

export const RefusedScreen = ({ platform, person, store }: ScreenProps) => {
  const { t } = useText('administration')
  const formats = useFormats()
  const { waiting, problem, isAsking, administration, ask } = useWaiting(platform)
  const moment = waiting && formats.dateTime(waiting.nowMs)
  const isOfAdministration = person.roles.includes('administrator')
  const nameOf = (account: string): string =>
    administration?.last()?.accounts.find(({ id }) => id === account)?.displayName ??
    store.identity.people?.find(({ id }) => id === account)?.displayName ??
    account
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('quarantine.title')}
        subtitle={moment === null ? t('quarantine.detail') : t('askedAt', { time: moment })}
        back={isOfAdministration ? { href: '/more/admin', label: t('title') } : { href: '/more', label: t('back') }}
        actions={
          <Button icon="refresh" busy={isAsking} onClick={ask}>
            {t('again')}
          </Button>
        }
      />
      <p>{t('quarantine.about')}</p>
      {problem && <NotAsked problem={problem} moment={moment} />}
      {!waiting && !problem && <Skeleton label={t('common:loading')} shape="rows" count={3} />}
      {waiting && administration && (
        <QuarantineRows
          items={waiting.quarantine}
          total={waiting.quarantine.length}
          nameOf={nameOf}
          administration={administration}
          onDecided={ask}
        />
      )}
    </Stack>
  )
}
