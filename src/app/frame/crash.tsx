// What is shown in place of a broken screen.
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const Crash = ({ problem }: { readonly problem: Problem | undefined }) => {
  const { t } = useText('common')
  return (
    <Stack>
      <PageHeader title={t('crash.title')} />
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
        <ButtonLink href="/rescue" icon="download" kind="plain">
          {t('crash.rescue')}
        </ButtonLink>
      </Cluster>
    </Stack>
  )
}
