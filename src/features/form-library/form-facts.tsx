// The facts of a form that somebody checks before it is used: name, version, size, languages, what standard it asks about.
import { editionById } from '#domain/standard/edition.ts'
import { type Form, purposeOf } from '#domain/questionnaire/form/form.ts'
import { sizeOfForm } from '#domain/questionnaire/library/form-size.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

type FormFactsProps = {
  readonly form: Form
  /** Id and version stand beside it already. */
  readonly isNamed?: boolean
  readonly more?: readonly { readonly term: string; readonly value: string }[]
}

export const FormFacts = ({ form, isNamed = false, more = [] }: FormFactsProps) => {
  const { t, language } = useText('form-library')
  const { number } = useFormats()
  const { questions, choices, languages } = sizeOfForm(form)
  const edition = form.edition === null ? undefined : editionById(form.edition)
  return (
    <DefinitionList
      items={[
        ...(isNamed
          ? []
          : [
              { term: t('fact.id'), value: form.id },
              { term: t('fact.version'), value: form.version || t('fact.none') },
            ]),
        { term: t('fact.use'), value: t(`use.${purposeOf(form)}`) },
        { term: t('fact.questions'), value: number(questions) },
        { term: t('fact.choices'), value: number(choices) },
        { term: t('fact.languages'), value: languages.map((one) => one || t('fact.unnamed')).join(', ') },
        ...(edition
          ? [{ term: t('fact.edition'), value: language === 'en' ? edition.label.en : edition.label.vi }]
          : []),
        ...more,
      ]}
    />
  )
}
