// Known lines, confirmed or corrected one by one on the spot. What was known stays beside what was found.
import { useState } from 'react'
import { lineState } from '#domain/field-visit/checked-line.ts'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useVisitWords } from './use-visit-words.ts'
import type { LineForm } from './visit-form.ts'

type KnownLinesProps = {
  readonly lines: readonly LineForm[]
  readonly onChange: (lines: LineForm[]) => void
}

export const KnownLines = ({ lines, onChange }: KnownLinesProps) => {
  const { t } = useVisitWords()
  const open = lines.filter((line) => lineState(line) === 'open').length
  const answer = (about: string, found: string): void =>
    onChange(lines.map((line) => (line.about === about ? { ...line, found } : line)))
  return (
    <Section title={t('known.title')} detail={open === 0 ? t('known.allChecked') : t('known.open', { count: open })}>
      <Stack gap={4}>
        {lines.length === 0 && <p>{t('known.none')}</p>}
        {lines.map((line) => (
          <KnownLine key={line.about} line={line} onFound={(found) => answer(line.about, found)} />
        ))}
      </Stack>
    </Section>
  )
}

type KnownLineProps = { readonly line: LineForm; readonly onFound: (found: string) => void }

const KnownLine = ({ line, onFound }: KnownLineProps) => {
  const { t } = useVisitWords()
  const state = lineState(line)
  const [isCorrecting, setCorrecting] = useState(state === 'corrected')
  const value = isCorrecting || state === 'corrected' ? 'corrected' : state === 'confirmed' ? 'confirmed' : undefined
  const choose = (choice: string): void => {
    setCorrecting(choice === 'corrected')
    if (choice === 'confirmed') onFound(line.known)
    else if (state === 'confirmed') onFound('')
  }
  return (
    <Stack gap={2}>
      <ChoiceGroup
        legend={line.known}
        name={`known.${line.about}`}
        value={value}
        onChange={choose}
        columns={2}
        options={[
          { value: 'confirmed', label: t('known.confirm') },
          { value: 'corrected', label: t('known.correct') },
        ]}
      />
      {value === 'corrected' && (
        <Field label={t('known.found')} hint={t('known.foundHint')}>
          <TextArea name={`found.${line.about}`} value={line.found} onChange={({ target }) => onFound(target.value)} />
        </Field>
      )}
    </Stack>
  )
}
