/**
 * The records a publication consists of, the same on a device and at the endpoint: the parts of the form's text first,
 * then the form, so that nobody ever has a form whose parts were never written.
 */
import type { JsonValue } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Form } from '../form/form.ts'
import { formKey } from './form-key.ts'
import { sizeOfForm } from './form-size.ts'
import { cutText } from './form-text.ts'

export const formEntity = (key: string): string => `frm.${key}`
/** Under the first digits of the hash: a part belongs to one text and no other. */
export const partEntity = (key: string, sha256: string, at: number): string => `fpt.${key}.${sha256.slice(0, 16)}.${at}`
export const withdrawalEntity = (key: string): string => `fwd.${key}`

export interface FormRecord {
  readonly kind: 'form' | 'form-part'
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
}

/** `text` is the form's (`formText`), `sha256` that of its UTF-8 bytes. Rule LIB-2. */
export function formRecords(
  form: Form,
  text: string,
  sha256: string,
  publishedOn: LocalDate,
): { readonly parts: readonly FormRecord[]; readonly form: FormRecord } {
  const key = formKey(form)
  const pieces = cutText(text)
  const { languages, questions } = sizeOfForm(form)
  const { id, version, title, defaultLanguage, edition } = form
  const length = text.length
  return {
    parts: pieces.map((piece, at) => ({
      kind: 'form-part',
      entity: partEntity(key, sha256, at),
      fields: { form: formEntity(key), at, text: piece },
    })),
    form: {
      kind: 'form',
      entity: formEntity(key),
      fields: {
        form: id,
        version,
        title,
        defaultLanguage,
        languages,
        edition,
        use: form.use ?? 'commune',
        questions,
        publishedOn,
        parts: pieces.length,
        length,
        sha256,
      },
    },
  }
}
