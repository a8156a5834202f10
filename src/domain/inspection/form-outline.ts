/** From a form that a province published to the outline of an inspection. Apart from the rest, because only devices that begin or hold one need to read forms. */
import { checklistOf, type FormItem, formTitle } from '#domain/questionnaire/checklist/form-items.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import type { Outline } from './inspection-outline.ts'
import type { OutlineItem } from './outline.ts'

const hasWords = ({ vi, en }: LocalText): boolean => vi !== '' || en !== ''

const itemOf = ({ id, question, lookAt, why, section, clause, notes }: FormItem): OutlineItem => ({
  id,
  title: question,
  question,
  lookAt,
  ...(section !== null && { section }),
  ...(clause !== null && { clause }),
  ...(hasWords(why) && { why }),
  ...(notes.length > 0 && { notes }),
})

/** The outline a form is, or null where the form is for something else. Rule INS-14. */
export const outlineOfForm = (form: Form): Outline | null =>
  form.use === 'inspection'
    ? { form: formKey(form), title: formTitle(form), items: checklistOf(form).map(itemOf) }
    : null
