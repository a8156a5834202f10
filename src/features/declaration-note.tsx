// The latest declaration of one commune, with everything it was declared in spite of; for the pages that are about the
// commune as a whole.
import { Suspense } from 'react'
import { DeclarationTags } from './declaration-tags.tsx'
import { declarationPath, DECLARATIONS_PATH, useDeclarationWords } from './declaration-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { UnmetConditions } from './unmet-conditions.tsx'

type DeclarationNoteProps = { readonly screen: Pick<ScreenProps, 'store'>; readonly unit: string }

/** Its words come later than the page it stands on. */
export const DeclarationNote = (props: DeclarationNoteProps) => (
  <Suspense fallback={null}>
    <LatestDeclaration {...props} />
  </Suspense>
)

const LatestDeclaration = ({ screen: { store }, unit }: DeclarationNoteProps) => {
  const { t, formats } = useDeclarationWords()
  const all = useLive(() => store.declarations.list([unit]), [store, unit])
  if (all === undefined) return null
  const latest = all.find(({ state }) => state !== 'replaced') ?? all[0]
  return (
    <Section title={t('note.title')}>
      {latest === undefined ? (
        <Rows label={t('note.title')}>
          <Row title={t('note.none')} href={DECLARATIONS_PATH} cue={t('open')} />
        </Rows>
      ) : (
        <Rows label={t('note.title')}>
          <Row
            title={t('rowTitle', { type: t(`type.${latest.content.type}`), number: latest.content.number })}
            detail={t('given', { day: formats.day(latest.content.on) })}
            trailing={<DeclarationTags declaration={latest} />}
            href={declarationPath(unit, latest.id)}
            cue={t('open')}
          />
        </Rows>
      )}
      {latest !== undefined && <UnmetConditions content={latest.content} />}
    </Section>
  )
}
