// The ways in besides the password: somebody's passkeys, which an administrator can only take away, and whom the
// province's own sign-in means by which name.
import { useCallback, useState } from 'react'
import type { ProviderLinks } from '#data/contract/administration-contract.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { LinkProviderDialog, RemovePasskeysDialog, UnlinkProviderDialog } from './other-ways-dialogs.tsx'
import type { PersonProps } from './person-screen.tsx'
import { useAsked } from './use-asked.ts'

export const OtherWaysSection = (props: PersonProps) => {
  const { t } = useText('administration')
  const { administration } = props.seen
  const { answer, again } = useAsked(useCallback(() => administration.providerLinks(), [administration]))
  return (
    <Section title={t('other.title')} detail={t('other.text')}>
      <Stack gap={3}>
        <Rows label={t('other.title')}>
          <PasskeyRow {...props} />
          {answer?.ok && <ProviderRow {...props} links={answer.value} again={again} />}
        </Rows>
        {!answer && <Skeleton label={t('common:loading')} shape="rows" count={1} />}
        {answer?.ok === false && <ProblemNotice problem={answer.error} title={t('notAsked')} onRetry={again} />}
      </Stack>
    </Section>
  )
}

const PasskeyRow = (props: PersonProps) => {
  const { t } = useText('administration')
  const [isOpen, setOpen] = useState(false)
  const count = props.account.passkeys ?? 0
  const close = () => setOpen(false)
  const done = () => {
    close()
    props.seen.ask()
  }
  return (
    <>
      <Row
        title={t('other.passkeys')}
        detail={count === 0 ? t('other.noPasskeys') : t('other.passkeyCount', { count })}
        {...(count > 0 && {
          actions: (
            <Button icon="trash" onClick={() => setOpen(true)}>
              {t('other.removePasskeys')}
            </Button>
          ),
        })}
      />
      {isOpen && <RemovePasskeysDialog {...props} onClose={close} onDone={done} />}
    </>
  )
}

type ProviderRowProps = PersonProps & { readonly links: ProviderLinks; readonly again: () => void }

const ProviderRow = ({ links: { isOn, issuerName, links }, again, ...props }: ProviderRowProps) => {
  const { t } = useText('administration')
  const { dayOf } = useFormats()
  const [open, setOpen] = useState<'link' | 'unlink'>()
  if (!isOn) return <Row title={t('other.provider')} detail={t('other.noProvider')} />
  const link = links.find(({ account }) => account === props.account.id)
  const dialog = {
    ...props,
    issuerName,
    identifier: link?.identifier ?? '',
    onClose: () => setOpen(undefined),
    onDone: () => {
      setOpen(undefined)
      again()
    },
  }
  return (
    <>
      <Row
        title={issuerName}
        detail={
          link
            ? t('other.linked', { identifier: link.identifier, day: dayOf(link.linkedMs) })
            : t('other.notLinked', { name: issuerName })
        }
        actions={
          <Cluster gap={2}>
            <Button icon="edit" onClick={() => setOpen('link')}>
              {t(link ? 'other.relink' : 'other.link')}
            </Button>
            {link && (
              <Button icon="trash" onClick={() => setOpen('unlink')}>
                {t('other.unlink')}
              </Button>
            )}
          </Cluster>
        }
      />
      {open === 'link' && <LinkProviderDialog {...dialog} />}
      {open === 'unlink' && <UnlinkProviderDialog {...dialog} />}
    </>
  )
}
