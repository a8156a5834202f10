// Somebody leaves or moves on: the last day, who follows, and, before anything is done, what ends, what passes on, which
// devices close and what is still waiting.
import { useState } from 'react'
import type { AdminAccount, LeavingOutcome } from '#data/contract/administration-contract.ts'
import { formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AdminPage, type Seen } from './admin-page.tsx'
import { LeavingPreview } from './leaving-preview.tsx'
import { dayOf } from './new-person.ts'
import { PersonField } from './person-field.tsx'
import { useChange } from './use-change.ts'

type LeavingScreenProps = ScreenProps & { readonly account: string }

const PEOPLE = '/more/admin/people'

export const LeavingScreen = ({ platform, today, account: id }: LeavingScreenProps) => {
  const { t } = useText('administration')
  return (
    <AdminPage
      platform={platform}
      title={t('leaving.title')}
      back={{ href: `${PEOPLE}/${encodeURIComponent(id)}`, label: t('person.title') }}
    >
      {(seen) => {
        const account = seen.overview.accounts.find((one) => one.id === id)
        return account ? (
          <Leaving seen={seen} account={account} today={today} />
        ) : (
          <EmptyState icon="user" title={t('person.none')} text={t('person.noneText')} />
        )
      }}
    </AdminPage>
  )
}

type LeavingProps = { readonly seen: Seen; readonly account: AdminAccount; readonly today: LocalDate }

function useLeaving({ seen, account, today }: LeavingProps) {
  const [last, setLast] = useState(formatLocalDate(today))
  const [successor, setSuccessor] = useState('')
  const [outcome, setOutcome] = useState<LeavingOutcome>()
  const [mistake, setMistake] = useState<'day' | 'missing'>()
  const change = useChange()
  const ask = (dryRun: boolean) => {
    const on = dayOf(last)
    setMistake(on === null ? 'missing' : on === undefined ? 'day' : undefined)
    if (!on) return
    const leaving = { account: account.id, on, successor: successor === '' ? null : successor }
    change.run(
      () => seen.administration.leave(leaving, dryRun),
      (answer) => {
        setOutcome(answer)
        if (answer.isDone) seen.ask()
      },
    )
  }
  /** What was shown belongs to what was chosen. */
  const choose = (set: (text: string) => void) => (text: string) => {
    setOutcome(undefined)
    set(text)
  }
  return {
    last,
    successor,
    outcome,
    mistake,
    ask,
    setLast: choose(setLast),
    setSuccessor: choose(setSuccessor),
    ...change,
  }
}

const Leaving = (props: LeavingProps) => {
  const { t } = useText('administration')
  const { day } = useFormats()
  const { seen, account, today } = props
  const leaving = useLeaving(props)
  const { outcome, last } = leaving
  if (outcome?.isDone)
    return (
      <Stack gap={4}>
        <Notice tone="good" title={t('leaving.done', { name: account.displayName })} announce>
          {t('leaving.doneText', { day: day(dayOf(last) ?? today) })}
        </Notice>
        <LeavingPreview outcome={outcome} />
        <ButtonLink href={PEOPLE}>{t('slip.toPeople')}</ButtonLink>
      </Stack>
    )
  return (
    <Stack gap={5}>
      <Measure>
        <Stack gap={4}>
          <h2>{account.displayName}</h2>
          <p>{t('leaving.about')}</p>
          <DateField
            name="on"
            label={t('leaving.lastDay')}
            hint={t('leaving.lastDayHint')}
            value={last}
            onChange={leaving.setLast}
            error={leaving.mistake && t(`mistake.${leaving.mistake}`)}
          />
          <PersonField
            name="successor"
            label={t('leaving.successor')}
            hint={t('leaving.successorHint')}
            accounts={seen.overview.accounts}
            not={account.id}
            near={account.grants[0]?.scope}
            today={today}
            value={leaving.successor}
            onChange={leaving.setSuccessor}
          />
          <ProblemNotice problem={leaving.problem} title={t('notDone')} />
          {!outcome && (
            <Button kind="main" busy={leaving.busy} onClick={() => leaving.ask(true)} wide>
              {t('leaving.preview')}
            </Button>
          )}
        </Stack>
      </Measure>
      {outcome && (
        <Stack gap={4}>
          <LeavingPreview outcome={outcome} />
          <Cluster>
            <Button kind="danger" busy={leaving.busy} onClick={() => leaving.ask(false)}>
              {t('leaving.do')}
            </Button>
          </Cluster>
        </Stack>
      )}
    </Stack>
  )
}
