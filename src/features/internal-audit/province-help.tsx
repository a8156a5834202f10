// What the province's form says beside a question that was taken from it: what to look at and why, where the form is here.
import type { ScreenProps } from '#features/screen-props.ts'
import { useAuditWords } from './use-audit-words.ts'
import { useFormItems } from './use-form-items.ts'

type ProvinceHelpProps = {
  readonly store: ScreenProps['store']
  /** `id@version#name`; undefined for items of another origin. */
  readonly origin: string | undefined
}

export const ProvinceHelp = ({ store, origin }: ProvinceHelpProps) =>
  origin === undefined ? null : <Help {...{ store, origin }} />

const Help = ({ store, origin }: ProvinceHelpProps & { readonly origin: string }) => {
  const { t, textOf } = useAuditWords()
  const [form = '', name] = origin.split('#')
  const item = useFormItems(store, form)?.items.find(({ id }) => id === name)
  if (item === undefined) return null
  return (
    <>
      {item.notes.map((note) => (
        <p key={note.vi}>{textOf(note)}</p>
      ))}
      {textOf(item.why) !== '' && <p>{textOf(item.why)}</p>}
      {textOf(item.lookAt) !== '' && <p>{t('province.lookAt', { text: textOf(item.lookAt) })}</p>}
    </>
  )
}
