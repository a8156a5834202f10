// What filled forms ask of somebody today: the commune corrects one that was sent back, whoever follows it verifies what
// was handed in. Says nothing where there is nothing to say.
import type { FillingListItem } from '#data/contract/form-filling-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

/** More than this are told as a number that leads to the list. */
const MOST_ROWS = 3

export const NeedsOfForms = ({ screen: { store, person } }: { readonly screen: ScreenProps }) => {
  const units = person.communes.map(({ id }) => id)
  const fillings = useLive(() => store.fillings.list(units), [store, units.join(' ')])
  const asks = ({ unitId, review }: FillingListItem): boolean =>
    person.workplace === 'commune'
      ? review === 'reopened'
      : review === 'submitted' && person.may('verification', feedId(unitId, 'pub'))
  const needed = (fillings ?? []).filter(asks)
  return needed.length === 0 ? null : <Needed needed={needed} {...{ store, person }} />
}

type NeededProps = Pick<ScreenProps, 'store' | 'person'> & { readonly needed: readonly FillingListItem[] }

const Needed = ({ needed, store, person }: NeededProps) => {
  const { t, language } = useText('filling-review')
  const forms = useLive(() => store.forms.list(), [store])
  const isCommune = person.workplace === 'commune'
  const title = t(isCommune ? 'needs.correct' : 'needs.verify')
  const titleOf = (key: string): string => {
    const texts = Object.entries(forms?.find((form) => form.key === key)?.title ?? {})
    const [, own] = texts.find(([name]) => name.includes(`(${language})`)) ?? texts[0] ?? []
    return own ?? key
  }
  const placeOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  return (
    <Section title={title}>
      <Rows label={title}>
        {needed.length > MOST_ROWS ? (
          <Row title={t('needs.count', { count: needed.length })} href="/forms" cue={t('needs.see')} />
        ) : (
          needed.map(({ id, form, unitId, review }) => (
            <Row
              key={id}
              title={titleOf(form)}
              detail={isCommune ? undefined : placeOf(unitId)}
              trailing={<Tag tone={review === 'reopened' ? 'warn' : 'act'}>{t(`needs.${review ?? 'submitted'}`)}</Tag>}
              href={`/forms/${encodeURIComponent(id)}`}
              cue={t('needs.open')}
            />
          ))
        )}
      </Rows>
    </Section>
  )
}
