// One text of a programme or a plan that keeps itself; it says so only once there is something to say.
import type { SaveResult } from '#data/contract/store-contract.ts'
import { KeptTextField } from '#features/kept-text-field.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAutosave } from '#features/use-autosave.ts'

type KeptTextProps = {
  readonly screen: Pick<ScreenProps, 'store'>
  /** Id of the record and name of the field. */
  readonly of: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly canEdit: boolean
  readonly save: (value: string) => SaveResult
}

export const KeptText = ({ screen, of, name, value, save, ...field }: KeptTextProps) => {
  const kept = useAutosave<string>({ drafts: screen.store.drafts, draftKey: `${of}:${name}`, saved: value, save })
  const isSilent = kept.savedAt === null && !kept.isUnsaved && kept.problem === null
  return <KeptTextField name={name} kept={kept} isSilent={isSilent} {...field} />
}
