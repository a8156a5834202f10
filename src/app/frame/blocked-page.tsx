// Data that cannot be opened: says which of the three it is, that nothing was changed, and what to do.
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { PlainPage } from './plain-page.tsx'

type BlockedPageProps = { readonly problem: Problem; readonly beginAnew: () => void }

const titles: Readonly<Record<string, string>> = {
  'storage.newer-version': 'blocked.newerTitle',
  'storage.evicted': 'blocked.evictedTitle',
}

export const BlockedPage = ({ problem, beginAnew }: BlockedPageProps) => {
  const { t } = useText('common')
  const isEvicted = problem.code === 'storage.evicted'
  return (
    <PlainPage title={t(titles[problem.code] ?? 'blocked.otherTitle')}>
      <Notice tone="bad" announce>
        {t(`problems:${problem.code}`, problem.params)}
      </Notice>
      <Cluster>
        {isEvicted ? (
          <Button kind="main" onClick={beginAnew}>
            {t('blocked.signIn')}
          </Button>
        ) : (
          <Button kind="main" icon="refresh" onClick={() => location.reload()}>
            {t(problem.code === 'storage.newer-version' ? 'blocked.update' : 'reload')}
          </Button>
        )}
        <ButtonLink href="/rescue.html" kind="plain" icon="download">
          {t('blocked.rescue')}
        </ButtonLink>
      </Cluster>
    </PlainPage>
  )
}
