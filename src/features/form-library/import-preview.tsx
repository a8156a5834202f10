// The form as it was understood, before anybody else sees it. Id and version can still be put right here: a published
// version is never changed.
import { useEffect, useState } from 'react'
import type { FormListing } from '#data/contract/form-library-contract.ts'
import { isChecklist } from '#domain/questionnaire/checklist/check-items.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formKey, isFormId, isFormVersion } from '#domain/questionnaire/library/form-key.ts'
import { FormRevisionNotice } from '#features/form-revision-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { FormFacts } from './form-facts.tsx'
import { FormOutline } from './form-outline.tsx'
import { ItemOutline } from './item-outline.tsx'
import { titleOf } from './form-words.ts'
import { TRIED_PATH, TryOut } from './try-out.tsx'

type ImportPreviewProps = {
  readonly store: ScreenProps['store']
  readonly form: Form
  readonly isBusy: boolean
  readonly onPublish: (form: Form) => void
  readonly onAgain: () => void
}

/** The newest version under the same id, where there is one. */
function useEarlier(store: ScreenProps['store'], forms: readonly FormListing[] | undefined, id: string) {
  const key = forms?.find((one) => one.id === id)?.key
  const [earlier, setEarlier] = useState<Form>()
  useEffect(() => {
    let isCurrent = true
    void (key === undefined ? Promise.resolve(undefined) : store.forms.load(key)).then((form) => {
      if (isCurrent) setEarlier(form)
    })
    return () => {
      isCurrent = false
    }
  }, [store, key])
  return earlier
}

export const ImportPreview = ({ store, form, isBusy, onPublish, onAgain }: ImportPreviewProps) => {
  const { t, language } = useText('form-library')
  const [id, setId] = useState(form.id)
  const [version, setVersion] = useState(form.version)
  const forms = useLive(() => store.forms.list(), [store])
  const earlier = useEarlier(store, forms, id)
  const wanted: Form = { ...form, id, version }
  const isTaken = forms?.some(({ key }) => key === formKey(wanted)) === true
  const isFit = isFormId(id) && isFormVersion(version) && !isTaken
  return (
    <Stack gap={5}>
      <Notice tone="good" title={t('preview.title', { title: titleOf(form, language) })} announce>
        {t('preview.text')}
      </Notice>
      <Measure>
        <Stack gap={4}>
          <Field label={t('fact.id')} hint={t('preview.idHint')} {...(!isFormId(id) && { error: t('preview.unfit') })}>
            <TextInput value={id} onChange={(event) => setId(event.target.value)} />
          </Field>
          <Field
            label={t('fact.version')}
            hint={t('preview.versionHint')}
            {...(!isFormVersion(version) && { error: t('preview.unfit') })}
            {...(isTaken && { error: t('preview.taken') })}
          >
            <TextInput value={version} onChange={(event) => setVersion(event.target.value)} />
          </Field>
        </Stack>
      </Measure>
      <FormFacts form={wanted} isNamed />
      {earlier && !isTaken && <FormRevisionNotice before={earlier} after={wanted} />}
      <Cluster>
        <Button kind="main" icon="check" busy={isBusy} disabled={!isFit} onClick={() => onPublish(wanted)}>
          {t('preview.publish')}
        </Button>
        {!isChecklist(form) && <TryOut store={store} form={wanted} backTo={TRIED_PATH} />}
        <Button icon="refresh" onClick={onAgain}>
          {t('preview.otherFile')}
        </Button>
      </Cluster>
      {isChecklist(form) ? <ItemOutline form={form} /> : <FormOutline form={form} />}
    </Stack>
  )
}
