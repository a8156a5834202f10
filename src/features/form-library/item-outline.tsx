// A form that is a list of items, as whoever works with it will meet them: in its parts, with what to look at and the clause.
import { checklistOf, type FormItem } from '#domain/questionnaire/checklist/form-items.ts'
import { type Form, purposeOf } from '#domain/questionnaire/form/form.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const ItemOutline = ({ form }: { readonly form: Form }) => {
  const { t, language } = useText('form-library')
  const textOf = ({ vi, en }: LocalText) => (language === 'en' ? en : vi)
  const items = checklistOf(form)
  const sections = [...new Set(items.map(({ section }) => section?.vi ?? ''))]
  const detailOf = ({ clause, notes, lookAt, why }: FormItem): string =>
    [
      ...notes.map(textOf),
      clause === null ? '' : t('item.clause', { clause }),
      textOf(lookAt) === '' ? '' : t('item.lookAt', { text: textOf(lookAt) }),
      textOf(why) === '' ? '' : t('item.why', { text: textOf(why) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section title={t('item.title')} detail={t(`item.text.${purposeOf(form)}`)}>
      <Stack gap={4}>
        {sections.map((section) => {
          const own = items.filter((item) => (item.section?.vi ?? '') === section)
          const name = own[0]?.section ? textOf(own[0].section) : t('item.noSection')
          return (
            <Section key={section} title={name} level={3}>
              <Rows label={name}>
                {own.map((item) => (
                  <Row
                    key={item.id}
                    title={`${items.indexOf(item) + 1}. ${textOf(item.question)}`}
                    detail={detailOf(item)}
                  />
                ))}
              </Rows>
            </Section>
          )
        })}
      </Stack>
    </Section>
  )
}
