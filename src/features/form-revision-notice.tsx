// What changed between two versions of a form, to be read before one is published, or before a draft is moved. The
// buttons are the caller's: where a draft is concerned, to move it or to go on with the version it was begun in.
import { useMemo, useState } from 'react'
import { type Form, textIn, type Texts } from '#domain/questionnaire/form/form.ts'
import { formLanguage } from '#domain/questionnaire/library/form-language.ts'
import { compareVersions, type ItemRevision } from '#domain/questionnaire/revision/compare-versions.ts'
import type { AsideAnswer } from '#domain/questionnaire/revision/move-answers.ts'
import { itemsOfForm } from '#domain/questionnaire/revision/revised-item.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { useText } from '#ui/text/text-context.tsx'

type FormRevisionNoticeProps = {
  readonly before: Form
  readonly after: Form
  /** What a draft would set aside; left out where no draft is concerned. */
  readonly aside?: readonly AsideAnswer[]
  readonly isBusy?: boolean
  /** Moves the draft to the later version. */
  readonly onMove?: () => void
  /** Goes on with the version the draft was begun in. */
  readonly onStay?: () => void
}

/** Lines drawn at once. */
const PIECE = 20

const toneOf: Readonly<Record<ItemRevision['what'], Tone>> = { added: 'good', removed: 'warn', changed: 'note' }

export const FormRevisionNotice = (props: FormRevisionNoticeProps) => {
  const { before, after, aside = [], isBusy = false, onMove, onStay } = props
  const { t } = useText('form-revision')
  const revision = useMemo(() => compareVersions(itemsOfForm(before), itemsOfForm(after)), [before, after])
  const items = revision.items.filter((item) => (item.after ?? item.before)?.isShown === true)
  const values = { from: before.version, to: after.version }
  return (
    <Section title={t('title', values)} detail={t('unchanged', { count: revision.unchanged })}>
      <Stack gap={4}>
        {items.length === 0 ? <p>{t('nothing')}</p> : <Items items={items} before={before} after={after} />}
        {aside.length > 0 && <Aside aside={aside} form={before} />}
        {(onMove !== undefined || onStay !== undefined) && (
          <Cluster>
            {onMove !== undefined && (
              <Button kind="main" icon="check" busy={isBusy} onClick={onMove}>
                {t('move', values)}
              </Button>
            )}
            {onStay !== undefined && <Button onClick={onStay}>{t('stay', values)}</Button>}
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}

/** A text of a form in the reader's language. */
export function useWordsOfForm(form: Form): (texts: Texts, otherwise: string) => string {
  const { language } = useText('form-revision')
  return (texts, otherwise) => {
    const wanted = formLanguage(Object.keys(texts), language, form.defaultLanguage)
    return textIn(texts, wanted, form.defaultLanguage) || otherwise
  }
}

type ItemsProps = { readonly items: readonly ItemRevision[]; readonly before: Form; readonly after: Form }

const Items = ({ items, before, after }: ItemsProps) => {
  const { t } = useText('form-revision')
  const [shown, setShown] = useState(PIECE)
  const wordsBefore = useWordsOfForm(before)
  const wordsAfter = useWordsOfForm(after)
  const detailOf = ({ name, before: one, after: other, aspects }: ItemRevision): string | undefined => {
    if (one === null || other === null) return undefined
    const earlier = aspects.includes('words') ? [t('was', { words: wordsBefore(one.words, name) })] : []
    return [aspects.map((aspect) => t(`aspect.${aspect}`)).join(', '), ...earlier].join(' · ')
  }
  return (
    <>
      <Rows label={t('changes')}>
        {items.slice(0, shown).map((item) => (
          <Row
            key={item.name}
            mark={<Tag tone={toneOf[item.what]}>{t(`what.${item.what}`)}</Tag>}
            title={
              item.after ? wordsAfter(item.after.words, item.name) : wordsBefore(item.before?.words ?? {}, item.name)
            }
            detail={detailOf(item)}
          />
        ))}
      </Rows>
      {items.length > shown && (
        <Button icon="chevron-down" onClick={() => setShown(shown + 5 * PIECE)}>
          {t('more', { count: items.length - shown })}
        </Button>
      )}
    </>
  )
}

type AsideProps = { readonly aside: readonly AsideAnswer[]; readonly form: Form }

const Aside = ({ aside, form }: AsideProps) => {
  const { t } = useText('form-revision')
  return (
    <Notice tone="warn" title={t('asideTitle', { count: aside.length })}>
      <Stack gap={3}>
        <p>{t('asideText')}</p>
        <AsideRows {...{ aside, form }} />
      </Stack>
    </Notice>
  )
}

/** Each as it was asked and answered, and why it does not go along. */
export const AsideRows = ({ aside, form }: AsideProps) => {
  const { t } = useText('form-revision')
  const words = useWordsOfForm(form)
  return (
    <Rows label={t('asideTitle', { count: aside.length })}>
      {aside.map((answer) => (
        <Row
          key={`${answer.version} ${answer.path}`}
          title={words(answer.label, answer.path)}
          detail={[t(`why.${answer.why}`), answer.value, answer.reason, answer.note].filter(Boolean).join(' · ')}
        />
      ))}
    </Rows>
  )
}
