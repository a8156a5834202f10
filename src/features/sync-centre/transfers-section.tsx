// The last transfers, so that "did it go?" and "what did it cost?" have an answer that can be read out on the telephone.
import type { PersonStore, TransferEntry } from '#data/contract/store-contract.ts'
import { isProblemCode } from '#domain/kernel/problem-code.ts'
import { useLive } from '#features/use-live.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import type { WordContext } from './sync-words.ts'
import { movedSentence, transferFigures } from './transfer-words.ts'

type TransfersSectionProps = { readonly store: Pick<PersonStore, 'syncCentre'>; readonly words: WordContext }

const SHOWN_AT_ONCE = 5

export const TransfersSection = ({ store, words }: TransfersSectionProps) => {
  const { t } = words
  const entries = useLive(() => store.syncCentre.transfers(), [store])
  if (entries === undefined) return null
  const [latest, older] = [entries.slice(0, SHOWN_AT_ONCE), entries.slice(SHOWN_AT_ONCE)]
  if (latest.length === 0)
    return (
      <Section title={t('transfers.title')}>
        <p>{t('transfers.none')}</p>
      </Section>
    )
  return (
    <Section title={t('transfers.title')} detail={t('transfers.detail')}>
      <Stack gap={3}>
        <TransferRows label={t('transfers.title')} entries={latest} words={words} />
        {older.length > 0 && (
          <Disclosure summary={t('transfers.older', { count: older.length })}>
            <TransferRows label={t('transfers.older', { count: older.length })} entries={older} words={words} />
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}

type TransferRowsProps = {
  readonly label: string
  readonly entries: readonly TransferEntry[]
  readonly words: WordContext
}

const TransferRows = ({ label, entries, words }: TransferRowsProps) => (
  <Rows label={label}>
    {entries.map((entry) => (
      <TransferRow key={`${entry.at} ${entry.ms} ${entry.up} ${entry.down}`} entry={entry} words={words} />
    ))}
  </Rows>
)

type TransferRowProps = { readonly entry: TransferEntry; readonly words: WordContext }

const TransferRow = ({ entry, words }: TransferRowProps) => {
  const textOf = useProblemText()
  const { problem } = entry
  const figures = transferFigures(entry, words)
  if (problem === null)
    return <Row mark={<Mark tone="good" icon="cloud-check" />} title={movedSentence(entry, words)} detail={figures} />
  const known = isProblemCode(problem.code) ? problem : ({ code: 'server.internal' } as const)
  return (
    <Row
      mark={<Mark tone="warn" icon="cloud-off" />}
      title={movedSentence(entry, words)}
      detail={
        <>
          {textOf(known)}
          <br />
          {figures}
        </>
      }
    />
  )
}
