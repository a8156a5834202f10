// Only where the endpoint says that it is a demonstration: that its figures are invented, and which accounts there are.
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { SignInWays } from './sign-in-access.ts'

export const DemonstrationNote = ({ demoAccounts }: Pick<SignInWays, 'demoAccounts'>) => {
  const { t } = useText('sign-in')
  const items = demoAccounts.map(({ username, displayName }) => ({ term: displayName, value: username }))
  return (
    <Stack gap={3}>
      <Notice tone="note">{t('demo')}</Notice>
      {items.length > 0 && (
        <Disclosure summary={t('demoAccounts')}>
          <Stack gap={3}>
            <p>{t('demoPassword')}</p>
            <DefinitionList items={items} />
          </Stack>
        </Disclosure>
      )}
    </Stack>
  )
}
