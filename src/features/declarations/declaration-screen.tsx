// One declaration or certificate: the paper, what it rested on, what followed it and why a new one may be due.
import type { DeclarationView } from '#data/contract/declaration-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { DeclarationTags } from '#features/declaration-tags.tsx'
import { DECLARATIONS_PATH, useDeclarationWords } from '#features/declaration-words.ts'
import { InheritanceNote } from '#features/inheritance-note.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import { RecordTrailLink } from '#features/record-trail-link.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { PaperSignatures } from '#features/paper-signatures.tsx'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ChangeNote } from './change-note.tsx'
import { DeclarationPaper } from './declaration-paper.tsx'
import { EventsSection } from './events-section.tsx'
import { FactsSection } from './facts-section.tsx'

type DeclarationScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const DeclarationScreen = ({ unit, id, ...screen }: DeclarationScreenProps) => {
  const { t } = useDeclarationWords()
  const { store } = screen
  const declaration = useLive(() => store.declarations.get(unit, id), [store, unit, id])
  useNotedLook(screen, 'declaration', unit, declaration?.id)
  const back = { href: DECLARATIONS_PATH, label: t('back') }
  const place = store.identity.places.find((commune) => commune.id === unit)?.name ?? unit
  if (declaration === undefined) return <Skeleton label={t('loading')} shape="rows" count={6} />
  if (declaration === null)
    return (
      <EmptyState
        icon="star"
        title={t('unknown')}
        text={t('unknownText')}
        action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
      />
    )
  const { content } = declaration
  return (
    <Measure>
      <ScreenOnly>
        <PageHeader
          title={t('rowTitle', { type: t(`type.${content.type}`), number: content.number })}
          subtitle={place}
          back={back}
          actions={
            <Button
              icon="print"
              onClick={() => void notedPrint(screen, { what: 'declaration', unit, record: declaration.id })}
            >
              {t('paper.print')}
            </Button>
          }
        />
      </ScreenOnly>
      <Shown declaration={declaration} place={place} screen={screen} />
    </Measure>
  )
}

type ShownProps = { readonly declaration: DeclarationView; readonly place: string; readonly screen: ScreenProps }

const Shown = ({ declaration, place, screen }: ShownProps) => {
  const feed = feedId(declaration.unit, 'pub')
  const { id, unit, sha256 } = declaration
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <Stack gap={4}>
          <Cluster>
            <DeclarationTags declaration={declaration} />
            <LocationTag location={declaration.location} />
          </Cluster>
          <InheritanceNote screen={screen} unit={unit} id={id} />
          <Redeclare declaration={declaration} screen={screen} />
        </Stack>
      </ScreenOnly>
      <DeclarationPaper declaration={declaration} place={place} />
      <ScreenOnly>
        <Followed declaration={declaration} screen={screen} />
      </ScreenOnly>
      <PaperSignatures
        screen={screen}
        record={{ unit, feed, of: id, ofKind: 'declaration', sha256 }}
        sides={['approver']}
      />
      <ScreenOnly>
        <Stack gap={5}>
          <FactsSection facts={declaration.content.facts} />
          <EventsSection declaration={declaration} screen={screen} />
          <RecordTrailLink feed={feed} entity={id} />
        </Stack>
      </ScreenOnly>
    </Stack>
  )
}

/** What it changed of the one it follows, where that is on this device. */
const Followed = ({ declaration: { unit, content }, screen: { store } }: Omit<ShownProps, 'place'>) => {
  const { replaces } = content
  const before = useLive(
    async () => (replaces === null ? null : await store.declarations.get(unit, replaces)),
    [store, unit, replaces],
  )
  return before ? <ChangeNote before={before.content} after={content} /> : null
}

const Redeclare = ({ declaration: { redeclare, unit, state }, screen: { person } }: Omit<ShownProps, 'place'>) => {
  const { t } = useDeclarationWords()
  const mayDeclare = person.workplace === 'commune' && person.may('declaration', feedId(unit, 'pub'))
  if (redeclare.length === 0 && (!mayDeclare || state !== 'in-force')) return null
  if (redeclare.length === 0)
    return (
      <Cluster>
        <ButtonLink icon="refresh" href={`${DECLARATIONS_PATH}/new`}>
          {t('redeclare.ownWish')}
        </ButtonLink>
      </Cluster>
    )
  const again = mayDeclare && {
    actions: <ButtonLink href={`${DECLARATIONS_PATH}/new`}>{t('again')}</ButtonLink>,
  }
  return (
    <Notice tone="warn" title={t('redeclare.title')} {...again}>
      {redeclare.map((reason) => (
        <p key={reason}>{t(`redeclare.${reason}`)}</p>
      ))}
    </Notice>
  )
}
