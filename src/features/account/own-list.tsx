// What one's devices and one's passkeys have in common: a list that is asked for and may fail, a change that is told and
// asks for the list again, and a name that is written anew.
import { type ReactNode, useState } from 'react'
import type { AccountAccess } from '#data/contract/account-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Field } from '#ui/field.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { Question } from './question.tsx'

type Run = (access: AccountAccess) => Promise<Result<null, Problem>>

/** Runs a change; on success says so and asks for the list again. */
export type Change = (done: string, run: Run) => Promise<Problem | null>

export function useChange(access: () => Promise<AccountAccess>, reload: () => Promise<void>): Change {
  const toast = useToast()
  return async (done, run) => {
    const outcome = await run(await access())
    if (!outcome.ok) return outcome.error
    toast({ text: done, tone: 'good' })
    await reload()
    return null
  }
}

type OwnListProps<Own> = {
  /** Key in the namespace `account`. */
  readonly of: 'devices' | 'passkeys'
  /** Undefined while it is asked for. */
  readonly own: Result<Own, Problem> | undefined
  readonly reload: () => Promise<void>
  /** Rows that are likely to come. */
  readonly count: number
  readonly children: (own: Own) => ReactNode
}

export const OwnList = <Own,>({ of, own, reload, count, children }: OwnListProps<Own>) => {
  const { t } = useText('account')
  return (
    <Section title={t(`${of}.title`)} detail={t(`${of}.text`)}>
      {own === undefined && <Skeleton label={t(`${of}.loading`)} shape="rows" count={count} />}
      {own?.ok === false && (
        <ProblemNotice problem={own.error} title={t(`${of}.failed`)} onRetry={() => void reload()} />
      )}
      {own?.ok && children(own.value)}
    </Section>
  )
}

type RenameProps = {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly longest: number
  readonly current: string
  readonly change: Change
  readonly rename: (own: AccountAccess, name: string) => ReturnType<Run>
  readonly onClose: () => void
}

/** An empty name leaves the present one. */
export const Rename = ({ title, label, hint, longest, current, change, rename, onClose }: RenameProps) => {
  const { t } = useText('account')
  const [typed, setTyped] = useState(current)
  const name = typed.trim() === '' ? current : typed.trim()
  return (
    <Question
      title={title}
      action={t('passkeys.renameAction')}
      kind="main"
      run={() => change(t('passkeys.renamed'), (own) => rename(own, name))}
      onClose={onClose}
    >
      <Field label={label} {...(hint !== undefined && { hint })}>
        <TextInput maxLength={longest} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </Question>
  )
}
