// The questions of a form in their order, to read through before it is published or used. Long forms are drawn in pieces.
import { useState } from 'react'
import { type Form, type FormNode, isQuestion, isShown, textIn } from '#domain/questionnaire/form/form.ts'
import { sizeOfForm } from '#domain/questionnaire/library/form-size.ts'
import { formLanguage } from '#domain/questionnaire/library/form-language.ts'
import { Button } from '#ui/button.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'

interface Line {
  readonly node: FormNode
  /** Names of the groups around it. */
  readonly around: readonly FormNode[]
}

const linesOf = (nodes: readonly FormNode[], around: readonly FormNode[] = []): readonly Line[] =>
  nodes.flatMap((node) =>
    isQuestion(node) ? (isShown(node) ? [{ node, around }] : []) : linesOf(node.children, [...around, node]),
  )

/** Lines drawn at once. */
const PIECE = 40

export const FormOutline = ({ form }: { readonly form: Form }) => {
  const { t, language } = useText('form-library')
  const [shown, setShown] = useState(PIECE)
  const wanted = formLanguage(sizeOfForm(form).languages, language, form.defaultLanguage)
  const words = ({ label, name }: FormNode) => textIn(label, wanted, form.defaultLanguage) || name
  const lines = linesOf(form.nodes)
  const left = lines.length - shown
  return (
    <Section title={t('outline.title')} detail={t('outline.text')}>
      <Rows label={t('outline.title')}>
        {lines.slice(0, shown).map(({ node, around }) => (
          <Row
            key={node.name}
            title={words(node)}
            detail={[t(`type.${node.kind.replace('_', '-')}`), ...around.map(words)].join(' · ')}
          />
        ))}
      </Rows>
      {left > 0 && (
        <Button icon="chevron-down" onClick={() => setShown(shown + 5 * PIECE)}>
          {t('outline.more', { count: left })}
        </Button>
      )}
    </Section>
  )
}
