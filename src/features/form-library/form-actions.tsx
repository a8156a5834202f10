// What can be done with a version: kept as a spreadsheet by anybody, withdrawn and offered again by whoever publishes.
import { useState } from 'react'
import type { FormListing } from '#data/contract/form-library-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { isChecklist } from '#domain/questionnaire/checklist/check-items.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { noteExport } from '#features/note-activity.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { exportForm } from './export-form.ts'
import { mayPublish } from './publish-right.ts'
import { TryOut } from './try-out.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type FormActionsProps = {
  readonly screen: ScreenProps
  readonly listing: FormListing
  readonly form: Form | null
}

export const FormActions = ({ screen, listing, form }: FormActionsProps) => {
  const { t } = useText('form-library')
  const toast = useToast()
  const { store, platform } = screen
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (): Promise<void> => {
    const workbooks = await platform.workbooks?.()
    if (form === null || workbooks === undefined) return
    const refused = await noteExport({ store }, { what: 'form', form: 'xlsx', record: listing.key })
    setProblem(refused ?? null)
    if (refused) return
    setBusy(true)
    await exportForm(form, workbooks).finally(() => setBusy(false))
  }
  const offerAgain = async (): Promise<void> => {
    const saved = await store.forms.offerAgain(listing.key)
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) toast({ text: t('offeredAgain'), tone: 'good' })
  }
  return (
    <Stack gap={3}>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Cluster>
        {platform.workbooks !== undefined && (
          <Button icon="download" busy={isBusy} disabled={form === null} onClick={() => void save()}>
            {t('export')}
          </Button>
        )}
        {form !== null && !isChecklist(form) && mayPublish(screen) && (
          <TryOut {...{ store, form }} backTo={`/more/forms/${encodeURIComponent(listing.key)}`} />
        )}
        {mayPublish(screen) && listing.isWithdrawn && (
          <Button icon="refresh" onClick={() => void offerAgain()}>
            {t('offerAgain')}
          </Button>
        )}
        {mayPublish(screen) && !listing.isWithdrawn && (
          <Button icon="eye-off" onClick={() => setWithdrawing(true)}>
            {t('withdraw.open')}
          </Button>
        )}
      </Cluster>
      {isWithdrawing && <WithdrawDialog store={store} formKey={listing.key} onClose={() => setWithdrawing(false)} />}
    </Stack>
  )
}
