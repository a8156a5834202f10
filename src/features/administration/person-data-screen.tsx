// One person's data: a copy of everything that is kept about them, and its end where the law allows: what goes and what
// stays is shown before, the sign-in name is typed as the word that it is meant, and afterwards the names are gone.
import { useState } from 'react'
import type { AdminAccount } from '#data/contract/administration-contract.ts'
import { downloadFile } from '#features/download-file.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { AdminPage, type Seen } from './admin-page.tsx'
import { EraseSection } from './erase-section.tsx'
import { useChange } from './use-change.ts'

const PEOPLE = '/more/admin/people'

type PersonDataScreenProps = ScreenProps & { readonly account: string }

export const PersonDataScreen = ({ platform, store, account: id }: PersonDataScreenProps) => {
  const { t } = useText('administration')
  /** As it was before the erasing: afterwards the endpoint knows it no more. */
  const [erased, setErased] = useState<AdminAccount>()
  return (
    <AdminPage
      platform={platform}
      title={t('data.title')}
      back={{ href: `${PEOPLE}/${encodeURIComponent(id)}`, label: t('person.title') }}
    >
      {(seen) => {
        if (erased) return <Erased account={erased} />
        const account = seen.overview.accounts.find((one) => one.id === id)
        if (!account) return <EmptyState icon="user" title={t('person.none')} text={t('person.noneText')} />
        return (
          <Measure>
            <Stack gap={5}>
              <Stack gap={1}>
                <h2>{account.displayName}</h2>
                <p>{account.username}</p>
              </Stack>
              <CopySection seen={seen} account={account} />
              {store.identity.account.id === id ? (
                <Notice tone="note">{t('erase.notSelf')}</Notice>
              ) : (
                <EraseSection
                  seen={seen}
                  account={account}
                  onErased={() => {
                    setErased(account)
                    seen.ask()
                  }}
                />
              )}
            </Stack>
          </Measure>
        )
      }}
    </AdminPage>
  )
}

const Erased = ({ account }: { readonly account: AdminAccount }) => {
  const { t } = useText('administration')
  return (
    <Stack gap={4}>
      <Notice tone="good" title={t('erase.done', { username: account.username })} announce>
        {t('erase.doneText')}
      </Notice>
      <Cluster>
        <ButtonLink href={PEOPLE}>{t('slip.toPeople')}</ButtonLink>
      </Cluster>
    </Stack>
  )
}

const CopySection = ({ seen, account }: { readonly seen: Seen; readonly account: AdminAccount }) => {
  const { t } = useText('administration')
  const { t: words, language } = useText('trail')
  const toast = useToast()
  const change = useChange()
  const fetchData = () => {
    const sectionName = (name: string) => words(`own.section.${name}`)
    const fileWords = { title: words('own.fileTitle'), language, sectionName }
    change.run(
      () => seen.administration.personData(account.id, fileWords),
      (file) => {
        downloadFile(file)
        toast({ text: words('own.done', { name: file.name }), tone: 'good' })
      },
    )
  }
  return (
    <Section title={t('data.copy')} detail={t('data.copyText')}>
      <Stack gap={3}>
        <Cluster>
          <Button icon="download" busy={change.busy} onClick={fetchData}>
            {t('data.copyDo')}
          </Button>
        </Cluster>
        <ProblemNotice problem={change.problem} title={t('notDone')} />
      </Stack>
    </Section>
  )
}
