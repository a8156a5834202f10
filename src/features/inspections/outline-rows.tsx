// The contents of the outline with what was found about each, and the way to the next one without an answer. A province's
// own outline stands in its parts; one whose form has not arrived says so and loses nothing.
import { inParts, judgedIn, type Outline, type OutlinePart } from '#domain/inspection/inspection-outline.ts'
import type { OutlineItem } from '#domain/inspection/outline.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Loaded, readOnlyReason } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { toneByResult, useInspectionWords } from './use-inspection-words.ts'

export const OutlineSection = ({ screen, inspection }: Loaded) => {
  const { t, textOf } = useInspectionWords()
  const { outline, outlineForm, strays } = inspection
  return (
    <Section
      title={t('outline.title')}
      {...(outlineForm !== null && outline !== null && { detail: textOf(outline.title) })}
    >
      <Stack gap={4}>
        {strays.length > 0 && <Notice tone="warn">{t('outline.strays', { count: strays.length })}</Notice>}
        {outline === null ? (
          <OutlineMissing inspection={inspection} />
        ) : (
          <Contents {...{ screen, inspection, outline }} />
        )}
      </Stack>
    </Section>
  )
}

/** Its form has not arrived on this device. Rule INS-17. */
export const OutlineMissing = ({ inspection }: Pick<Loaded, 'inspection'>) => {
  const { t } = useInspectionWords()
  const answered = Object.values(inspection.answers).filter(({ result }) => result !== null).length
  return (
    <Notice tone="warn" title={t('outline.missing')}>
      {t('outline.missingText', { form: inspection.outlineForm ?? '', count: answered })}
    </Notice>
  )
}

type ContentsProps = Loaded & { readonly outline: Outline }

const Contents = ({ screen, inspection, outline }: ContentsProps) => {
  const { t, textOf } = useInspectionWords()
  const { unit, id, answers } = inspection
  const open = outline.items.find((item) => (answers[item.id]?.result ?? null) === null)
  const [total, answered] = [outline.items.length, judgedIn(outline, answers)]
  const canEdit = readOnlyReason(screen.person, inspection) === null
  return (
    <>
      <ProgressBar
        label={t('outline.progress')}
        value={answered}
        max={total}
        valueText={t('outline.count', { answered, total })}
      />
      {canEdit && open !== undefined && (
        <ButtonLink kind="main" wide iconEnd="chevron-right" href={inspectionPath(unit, id, 'item', open.id)}>
          {t('outline.start')}
        </ButtonLink>
      )}
      {inParts(outline.items, ({ section }) => section).map(({ section, items }) => {
        const rows = <ItemRows key={items[0]?.id} {...{ inspection, outline, items, section }} />
        return section === undefined ? (
          rows
        ) : (
          <Section key={items[0]?.id} title={textOf(section)} level={3}>
            {rows}
          </Section>
        )
      })}
    </>
  )
}

type ItemRowsProps = Pick<ContentsProps, 'inspection' | 'outline'> & OutlinePart<OutlineItem>

const ItemRows = ({ inspection, outline, items, section }: ItemRowsProps) => {
  const { t, textOf } = useInspectionWords()
  const { unit, id, answers } = inspection
  return (
    <Rows label={section === undefined ? t('outline.title') : textOf(section)}>
      {items.map((item) => {
        const result = answers[item.id]?.result ?? null
        return (
          <Row
            key={item.id}
            title={`${outline.items.indexOf(item) + 1}. ${textOf(item.title)}`}
            detail={answers[item.id]?.note || undefined}
            trailing={
              <Tag tone={result === null ? 'idle' : toneByResult[result]}>{t(`result.${result ?? 'none'}`)}</Tag>
            }
            href={inspectionPath(unit, id, 'item', item.id)}
          />
        )
      })}
    </Rows>
  )
}
