// Plans are made by the department of the province; whoever comes here otherwise is told so and led to reading them.
import type { ReactNode } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { mayKeepPlans, PLANS_PATH } from './paths.ts'
import { usePlanWords } from './use-plan-words.ts'

type PlanGateProps = { readonly screen: ScreenProps; readonly children: ReactNode }

export const PlanGate = ({ screen, children }: PlanGateProps) => {
  const { t } = usePlanWords()
  if (mayKeepPlans(screen)) return children
  return (
    <EmptyState
      icon="lock"
      title={t('role.title')}
      text={t('role.text')}
      action={<ButtonLink href={PLANS_PATH}>{t('title')}</ButtonLink>}
    />
  )
}
