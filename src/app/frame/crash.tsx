// What is shown in place of a broken screen, inside the frame or, where the frame itself broke, instead of everything.
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { PlainPage } from './plain-page.tsx'

type CrashProps = { readonly problem: Problem | undefined; readonly isWholePage: boolean }

export const Crash = ({ problem, isWholePage }: CrashProps) => {
  const { t } = useText('common')
  const title = t('crash.title')
  const wayOn = <WayOn problem={problem} />
  if (isWholePage) return <PlainPage title={title}>{wayOn}</PlainPage>
  return (
    <Stack>
      <PageHeader title={title} />
      {wayOn}
    </Stack>
  )
}

const WayOn = ({ problem }: { readonly problem: Problem | undefined }) => {
  const { t } = useText('common')
  return (
    <>
      <Notice tone="bad" announce>
        {problem ? t(`problems:${problem.code}`, problem.params) : t('crash.text')}
      </Notice>
      <Cluster>
        <Button kind="main" icon="refresh" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
        <ButtonLink href="/" icon="home">
          {t('home')}
        </ButtonLink>
        <ButtonLink href="/rescue.html" icon="download" kind="plain">
          {t('crash.rescue')}
        </ButtonLink>
      </Cluster>
    </>
  )
}
