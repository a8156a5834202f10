// Questions that the province publishes for internal audits, offered beside the commune's own: chosen part by part or one
// by one, and taken in one gesture. Those the audit has already are shown and left out (AUD-22).
import { useState } from 'react'
import type { FormItems } from '#domain/internal-audit/form-items.ts'
import { takenNames } from '#domain/internal-audit/form-items.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { type OfferedChecklist, useOfferedChecklists } from '#features/offered-checklists.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { ProvinceParts } from './province-parts.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { useFormItems } from './use-form-items.ts'

type ProvinceItemsProps = Pick<LoadedAudit, 'audit'> & { readonly screen: ScreenProps }

export const ProvinceItems = ({ audit, screen }: ProvinceItemsProps) => {
  const { t } = useAuditWords()
  const offered = useOfferedChecklists(screen.store, 'audit')
  const [isOpen, setOpen] = useState(false)
  const [first] = offered ?? []
  if (offered === undefined || first === undefined) return null
  if (isOpen) return <Chooser {...{ audit, screen, offered, first }} onClose={() => setOpen(false)} />
  return (
    <Cluster>
      <Button icon="download" onClick={() => setOpen(true)}>
        {t('province.open')}
      </Button>
    </Cluster>
  )
}

type ChooserProps = ProvinceItemsProps & {
  readonly offered: readonly OfferedChecklist[]
  readonly first: OfferedChecklist
  readonly onClose: () => void
}

const Chooser = ({ audit, screen, offered, first, onClose }: ChooserProps) => {
  const { t } = useAuditWords()
  const [form, setForm] = useState(first.key)
  const items = useFormItems(screen.store, form)
  return (
    <Card title={t('province.open')} level={3}>
      <Stack gap={4}>
        <SelectField
          label={t('province.form')}
          value={form}
          onChange={(event) => setForm(event.target.value)}
          options={offered.map(({ key, title, version, items: count }) => ({
            value: key,
            label: t('province.option', { title, version, count }),
          }))}
        />
        {items === undefined && <Skeleton label={t('loading')} shape="rows" count={4} />}
        {items === null && <Notice tone="warn">{t('problems:checklist.form-missing')}</Notice>}
        {items && <Choice key={form} {...{ audit, screen, items, onClose }} />}
      </Stack>
    </Card>
  )
}

type ChoiceProps = ProvinceItemsProps & { readonly items: FormItems; readonly onClose: () => void }

const Choice = ({ audit, screen, items, onClose }: ChoiceProps) => {
  const { t } = useAuditWords()
  const showToast = useToast()
  const taken = takenNames(items, audit.ownItems)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem | null>(null)
  const wanted = items.items.filter(({ id }) => chosen.has(id) && !taken.has(id)).map(({ id }) => id)
  const add = async (): Promise<void> => {
    const added = await screen.store.onSite.addFormItems(audit.id, items.form, wanted)
    setProblem(added.ok ? null : added.error)
    if (!added.ok) return
    showToast({ text: t('province.added', { count: added.value }), tone: 'good' })
    onClose()
  }
  return (
    <>
      {taken.size > 0 && (
        <Notice tone="note">{t('province.taken', { count: taken.size, total: items.items.length })}</Notice>
      )}
      <ProvinceParts {...{ items, taken, chosen }} change={setChosen} />
      <ProblemNotice problem={problem} />
      <Cluster>
        <Button kind="main" icon="plus" disabled={wanted.length === 0} onClick={() => void add()}>
          {t('province.add', { count: wanted.length })}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </Cluster>
    </>
  )
}
