// One unit that is gone: until when it was, who stands in its place, and its records with what became of each.
import { useState } from 'react'
import type { InheritableView } from '#data/contract/inheritance-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { isPlain } from '#domain/inheritance/inheritance.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { standingUnits } from '#domain/place/successor-places.ts'
import { mergerPath, standingTones, unitPath, useMergerWords, waits } from '#features/merger-words.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { mayTakeOver } from './may-take-over.ts'

type FormerUnitProps = {
  readonly screen: ScreenProps
  readonly former: Place
  readonly views: readonly InheritableView[]
}

export const FormerUnit = ({ screen, former, views }: FormerUnitProps) => {
  const { t, formats, factsText } = useMergerWords()
  const { places } = screen.store.identity
  const heirs = standingUnits(former.id, places)
  const names = formats.list(heirs.map((id) => places.find((place) => place.id === id)?.name ?? id))
  const day = former.until === undefined ? '' : formats.day(former.until as LocalDate)
  return (
    <Section
      title={t('former', { name: former.name, day })}
      detail={t(heirs.length === 1 ? 'oneHeir' : 'severalHeirs', { names })}
      actions={
        <ButtonLink kind="plain" href={unitPath(former.id)}>
          {t('history')}
        </ButtonLink>
      }
    >
      <Stack gap={3}>
        {views.length === 0 ? (
          <p>{t('noRecords')}</p>
        ) : (
          <Rows label={t('former', { name: former.name, day })}>
            {views.map((view) => (
              <Row
                key={view.id}
                title={view.title}
                detail={factsText(view)}
                trailing={<Tag tone={standingTones[view.standing]}>{t(`standing.${view.standing}`)}</Tag>}
                href={mergerPath(former.id, view.id)}
                cue={t(waits(view) ? 'decide' : 'seeDecision')}
              />
            ))}
          </Rows>
        )}
        <TakeAll screen={screen} views={views} />
      </Stack>
    </Section>
  )
}

/** One by one, each a gesture of its own: where one is refused, the others are done and its reason is told. Rule INH-12. */
const TakeAll = ({ screen, views }: Omit<FormerUnitProps, 'former'>) => {
  const { t } = useMergerWords()
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const plain = views.filter(
    (view) => view.standing === 'pending' && isPlain(view, screen.today) && mayTakeOver(screen, view, view.proposed),
  )
  const take = async (): Promise<void> => {
    setBusy(true)
    let done = 0
    let first: Problem | null = null
    for (const { from, id, proposed } of plain) {
      const saved = await screen.store.inheritances.decide(from.id, id, { decision: 'taken-over', heir: proposed })
      if (saved.ok) done += 1
      else first ??= saved.error
    }
    setBusy(false)
    setProblem(first)
    toast({ tone: first === null ? 'good' : 'warn', text: t('takenAll', { count: done }) })
  }
  if (plain.length === 0 && problem === null) return null
  const rest = views.filter(waits).length - plain.length
  return (
    <Stack gap={2}>
      <ProblemNotice problem={problem} />
      {plain.length > 0 && (
        <div>
          <Button kind="main" icon="check" busy={isBusy} onClick={() => void take()}>
            {t('takeAll', { count: plain.length })}
          </Button>
        </div>
      )}
      {rest > 0 && <p>{t('takeRest', { count: rest })}</p>}
    </Stack>
  )
}
