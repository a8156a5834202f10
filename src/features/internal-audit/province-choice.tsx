// The province's forms of questions, offered while an audit is begun: each is taken whole or not at all, and none by itself.
// Single questions are chosen once the audit is open, or taken out again there (AUD-27).
import type { OfferedChecklist } from '#features/offered-checklists.ts'
import { CheckRow } from '#ui/check-row.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useAuditWords } from './use-audit-words.ts'

type ProvinceChoiceProps = {
  readonly offered: readonly OfferedChecklist[]
  /** `id@version`; what is offered no longer is not shown. */
  readonly chosen: readonly string[]
  readonly change: (chosen: string[]) => void
}

/** What was chosen and can still be taken. */
export const stillOffered = (offered: readonly OfferedChecklist[], chosen: readonly string[]): string[] =>
  offered.flatMap(({ key }) => (chosen.includes(key) ? [key] : []))

export const ProvinceChoice = ({ offered, chosen, change }: ProvinceChoiceProps) => {
  const { t } = useAuditWords()
  if (offered.length === 0) return null
  const toggle = (form: string, isChosen: boolean) =>
    change(stillOffered(offered, isChosen ? [...chosen, form] : chosen.filter((one) => one !== form)))
  return (
    <Section title={t('new.province')} detail={t('new.provinceHint')}>
      <Stack gap={2}>
        {offered.map(({ key, title, version, items }) => (
          <CheckRow
            key={key}
            label={title}
            detail={t('new.provinceForm', { version, count: items })}
            checked={chosen.includes(key)}
            onChange={(event) => toggle(key, event.target.checked)}
          />
        ))}
      </Stack>
    </Section>
  )
}
