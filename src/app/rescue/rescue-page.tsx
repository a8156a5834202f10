// Gets unsent work out of a device on which the rest no longer opens. It reads, and changes nothing.
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { PlainPage } from '#app/frame/plain-page.tsx'
import { exportEverything, exportUnsent, type RescuePerson, readRescue } from './rescue-data.ts'

type Found = { readonly at: 'looking' } | { readonly at: 'found'; readonly people: readonly RescuePerson[] }
type Outcome = { readonly name: string } | 'failed' | null

export const RescuePage = () => {
  const { t } = useText('common')
  const [found, setFound] = useState<Found>({ at: 'looking' })
  const [outcome, setOutcome] = useState<Outcome>(null)
  useEffect(() => {
    readRescue()
      .catch(() => [])
      .then((people) => setFound({ at: 'found', people }))
      .catch(reportError)
  }, [])
  const run = (work: () => Promise<string>) =>
    void work().then(
      (name) => setOutcome({ name }),
      () => setOutcome('failed'),
    )
  return (
    <PlainPage title={t('rescue.title')}>
      <p>{t('rescue.intro')}</p>
      {found.at === 'looking' ? (
        <output>{t('rescue.looking')}</output>
      ) : (
        <People people={found.people} exportOne={(person) => run(() => exportUnsent(person))} />
      )}
      <Section title={t('rescue.all')} detail={t('rescue.allText')}>
        <Button icon="download" onClick={() => run(exportEverything)}>
          {t('rescue.all')}
        </Button>
      </Section>
      <OutcomeNotice outcome={outcome} />
      <Cluster>
        <ButtonLink href="/" icon="home" kind="plain">
          {t('home')}
        </ButtonLink>
      </Cluster>
    </PlainPage>
  )
}

type PeopleProps = { readonly people: readonly RescuePerson[]; readonly exportOne: (person: RescuePerson) => void }

const People = ({ people, exportOne }: PeopleProps) => {
  const { t } = useText('common')
  if (people.length === 0) return <p>{t('rescue.nobody')}</p>
  const detailOf = ({ unsent }: RescuePerson): string => {
    if (unsent === null) return t('rescue.unreadable')
    return unsent === 0 ? t('rescue.none') : t('rescue.unsent', { count: unsent })
  }
  return (
    <Rows label={t('rescue.title')}>
      {people.map((person) => (
        <Row
          key={person.database}
          mark={<Mark tone="act" icon="user" />}
          title={person.name}
          detail={detailOf(person)}
          {...(person.unsent !== null &&
            person.unsent > 0 && { cue: t('rescue.export'), onPress: () => exportOne(person) })}
        />
      ))}
    </Rows>
  )
}

const OutcomeNotice = ({ outcome }: { readonly outcome: Outcome }) => {
  const { t } = useText('common')
  if (outcome === null) return null
  return outcome === 'failed' ? (
    <Notice tone="bad" announce>
      {t('rescue.failed')}
    </Notice>
  ) : (
    <Notice tone="good" announce>
      {t('rescue.exported', { name: outcome.name })}
    </Notice>
  )
}
