// What an inspection asks of somebody today: of the commune its shortcomings and its remedy report, of the department the
// reports that did not come. Says nothing where nothing is asked.
import { type Compilation, compileInspections } from '#domain/inspection/compilation.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

type NeedsProps = { readonly screen: ScreenProps }

const SOON_DAYS = 7

export const NeedsOfInspection = ({ screen }: NeedsProps) => {
  const { store, person, today } = screen
  const compiled = useLive(async () => {
    const units = person.communes.map(({ id }) => id)
    return compileInspections(await store.inspections.records(units), today)
  }, [store, person, today])
  if (compiled === undefined || compiled.rows.length === 0) return null
  if (person.workplace === 'commune') return <OfCommune {...{ compiled, today }} />
  return person.workplace === 'province' ? <OfDepartment compiled={compiled} /> : null
}

type CompiledProps = { readonly compiled: Compilation }

const OfCommune = ({ compiled: { rows, totals }, today }: CompiledProps & { readonly today: LocalDate }) => {
  const { t } = useText('inspections')
  const formats = useFormats()
  const asked = rows.flatMap(({ shortcomings }) => shortcomings).filter(({ grade }) => grade !== 'observation')
  const soon = asked.filter(
    ({ standing, dueOn }) => standing === 'waiting' && dueOn !== null && dueOn <= addDays(today, SOON_DAYS),
  ).length
  const open = rows.filter(({ report }) => report === 'awaited' || report === 'missing' || report === 'sent-partial')
  const [first] = open
  const lines = [
    totals.overdue > 0 ? t('needs.overdue', { count: totals.overdue }) : '',
    soon > 0 ? t('needs.soon', { count: soon }) : '',
    ...open.flatMap(({ report, reportDueOn }) =>
      reportDueOn === null || report === 'sent-partial'
        ? []
        : [t(report === 'missing' ? 'needs.reportLate' : 'needs.report', { day: formats.day(reportDueOn) })],
    ),
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  const isLate = totals.overdue > 0 || totals.reportsMissing > 0
  const href = first ? `/inspections/${first.unit}/${first.inspection}` : '/inspections'
  return <Needs {...{ lines, isLate, href }} />
}

const OfDepartment = ({ compiled: { totals } }: CompiledProps) => {
  const { t } = useText('inspections')
  if (totals.reportsMissing === 0) return null
  return <Needs lines={[t('needs.missing', { count: totals.reportsMissing })]} isLate href="/inspections/compiled" />
}

type LinesProps = { readonly lines: readonly string[]; readonly isLate: boolean; readonly href: string }

const Needs = ({ lines, isLate, href }: LinesProps) => {
  const { t } = useText('inspections')
  return (
    <Section title={t('needs.title')}>
      <Rows label={t('needs.title')}>
        {lines.map((line) => (
          <Row
            key={line}
            mark={<Mark tone={isLate ? 'bad' : 'warn'} icon="flag" />}
            title={line}
            href={href}
            cue={t('needs.open')}
          />
        ))}
      </Rows>
    </Section>
  )
}
