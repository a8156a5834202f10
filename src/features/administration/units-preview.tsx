// What a merger or a division does, before it is enacted: books that close, people whose rights pass on or must be given.
import type { UnitsChange } from '#data/contract/administration-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Seen } from './admin-page.tsx'
import { nameWithParent, outcomeOf } from './units-change.ts'
import { useChange } from './use-change.ts'

type UnitsPreviewProps = {
  readonly seen: Seen
  readonly change: UnitsChange
  readonly places: readonly Place[]
  readonly onBack: () => void
  readonly onDone: () => void
}

export const UnitsPreview = ({ seen, change, places, onBack, onDone }: UnitsPreviewProps) => {
  const { t } = useText('administration')
  const { day, list } = useFormats()
  const asked = useChange()
  const nameOf = (id: string) => {
    const place = places.find((one) => one.id === id)
    return place ? nameWithParent(place, places) : id
  }
  const { grants, passOn } = outcomeOf(change, seen.overview.accounts)
  const people = t('units.people', { count: grants.length })
  return (
    <Stack gap={4}>
      <DefinitionList
        items={[
          { term: t('units.closes'), value: list(change.predecessors.map(nameOf)) },
          { term: t('units.follows'), value: list(change.successors.map(({ id, name }) => name || nameOf(id))) },
          { term: t('units.lastDay'), value: day(addDays(change.on, -1)) },
          { term: t('units.firstDay'), value: day(change.on) },
        ]}
      />
      <p>{t('units.books')}</p>
      <Section title={people} level={2} detail={t(passOn ? 'units.passOn' : 'units.giveAgain')}>
        {grants.length > 0 && (
          <Rows label={people}>
            {grants.map(({ account, grant }) => (
              <Row
                key={`${account.id} ${grant.role} ${grant.scope} ${grant.from}`}
                title={account.displayName}
                detail={t('people.duty', { role: t(`common:role.${grant.role}`), place: grant.place })}
              />
            ))}
          </Rows>
        )}
      </Section>
      <Notice tone="warn" title={t('units.final')}>
        {t('units.finalText')}
      </Notice>
      <ProblemNotice problem={asked.problem} title={t('notDone')} />
      <Cluster>
        <Button onClick={onBack}>{t('units.back')}</Button>
        <Button
          kind="danger"
          busy={asked.busy}
          onClick={() => asked.run(() => seen.administration.changeUnits(change), onDone)}
        >
          {t('units.enact')}
        </Button>
      </Cluster>
    </Stack>
  )
}
