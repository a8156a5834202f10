// The end of somebody's names: what goes, what stays and why, whether it may be done, and the word that it is meant.
import { useCallback, useState } from 'react'
import type { AdminAccount, ErasePreview } from '#data/contract/administration-contract.ts'
import { isLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Seen } from './admin-page.tsx'
import { useAsked } from './use-asked.ts'
import { useChange } from './use-change.ts'

type EraseSectionProps = {
  readonly seen: Seen
  readonly account: AdminAccount
  readonly onErased: () => void
}

export const EraseSection = (props: EraseSectionProps) => {
  const { t } = useText('administration')
  const { seen, account } = props
  const { administration } = seen
  const { answer, again } = useAsked(
    useCallback(() => administration.erasePreview(account.id), [administration, account.id]),
  )
  return (
    <Section title={t('erase.title')} detail={t('erase.text')}>
      {!answer && <Skeleton label={t('common:loading')} shape="rows" count={3} />}
      {answer?.ok === false && <ProblemNotice problem={answer.error} title={t('notAsked')} onRetry={again} />}
      {answer?.ok && (
        <Stack gap={4}>
          <Parts title={t('erase.goes')} kind="goes" parts={answer.value.goes.filter(({ count }) => count > 0)} />
          <Parts title={t('erase.stays')} kind="stays" parts={answer.value.stays.filter(({ count }) => count > 0)} />
          {answer.value.problem ? (
            <Hindered problem={answer.value.problem} account={account} />
          ) : (
            <Confirmation {...props} />
          )}
        </Stack>
      )}
    </Section>
  )
}

type PartsProps = {
  readonly title: string
  readonly kind: 'goes' | 'stays'
  readonly parts: ErasePreview['goes']
}

const Parts = ({ title, kind, parts }: PartsProps) => {
  const { t } = useText('administration')
  const { number } = useFormats()
  return (
    <Section title={title} level={3}>
      {parts.length === 0 ? (
        <p>{t('erase.nothing')}</p>
      ) : (
        <Rows label={title}>
          {parts.map(({ what, count }) => (
            <Row
              key={what}
              title={t(`erase.${kind}Part.${what}.name`)}
              detail={t(`erase.${kind}Part.${what}.why`)}
              trailing={<b>{number(count)}</b>}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Hindered = ({ problem, account }: { readonly problem: Problem; readonly account: AdminAccount }) => {
  const { t } = useText('administration')
  const { day } = useFormats()
  const textOf = useProblemText()
  const until = problem.params?.until
  const told =
    typeof until === 'string' && isLocalDate(until)
      ? { ...problem, params: { ...problem.params, until: day(until) } }
      : problem
  return (
    <Stack gap={3}>
      <Notice tone="warn" title={t('erase.notYet')}>
        {textOf(told)}
      </Notice>
      {problem.code === 'person.in-office' && (
        <Cluster>
          <ButtonLink icon="user" href={`/more/admin/people/${encodeURIComponent(account.id)}/leaving`}>
            {t('erase.leaveFirst')}
          </ButtonLink>
        </Cluster>
      )}
    </Stack>
  )
}

const Confirmation = ({ seen, account, onErased }: EraseSectionProps) => {
  const { t } = useText('administration')
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const change = useChange()
  const isMeant = typed.trim().toLowerCase() === account.username
  const erase = () => {
    setAsked(true)
    if (isMeant) change.run(() => seen.administration.erase(account.id), onErased)
  }
  return (
    <Stack gap={3}>
      <Notice tone="bad" title={t('erase.final')}>
        {t('erase.finalText')}
      </Notice>
      <Field
        label={t('erase.type')}
        hint={t('erase.typeHint', { username: account.username })}
        error={isAsked && !isMeant && t('erase.typeWrong', { username: account.username })}
      >
        <TextInput
          name="confirmation"
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <ProblemNotice problem={change.problem} title={t('notDone')} />
      <Cluster>
        <Button kind="danger" icon="trash" busy={change.busy} onClick={erase}>
          {t('erase.do')}
        </Button>
      </Cluster>
    </Stack>
  )
}
