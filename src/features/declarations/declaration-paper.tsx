// "Bản công bố" on A4, drawn from what was sealed. What was declared in spite of an unmet condition says so on the paper
// itself.
import type { DeclarationView } from '#data/contract/declaration-contract.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import { OfficialPaper, PaperHands } from '#features/official-paper.tsx'
import { insideSentence } from '#features/place-words.ts'
import { UnmetConditions } from '#features/unmet-conditions.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'

type DeclarationPaperProps = { readonly declaration: DeclarationView; readonly place: string }

export const DeclarationPaper = ({ declaration, place }: DeclarationPaperProps) => {
  const { t, formats, editionText } = useDeclarationWords()
  const { content, sha256, state } = declaration
  const { type, number, on, scope, signer, signerName } = content
  const edition = editionText(content.edition)
  const agency = t('committeeOf', { place: insideSentence(place) })
  return (
    <OfficialPaper
      commune={place}
      number={number}
      on={on}
      title={t(`paper.title.${type}`)}
      subtitle={t(`paper.subtitle.${type}`, { edition })}
    >
      <Facts declaration={declaration} agency={agency} />
      <div>
        <b>{t('paper.scope')}</b>
        <ol>
          {scope.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      {type === 'declaration' && <p>{t('paper.statement', { agency, edition })}</p>}
      <UnmetConditions content={content} />
      {state !== 'in-force' && <p>{t('paper.stateNow', { state: t(`state.${state}`) })}</p>}
      <PaperHands hands={[{ title: signer, name: signerName }]} />
      {type === 'declaration' && (
        <p>
          <small>{t('paper.annex')}</small>
        </p>
      )}
      <p>
        <small>
          {t('paper.seal', { time: formats.dateTime(Date.parse(content.sealedAt)), hash: sha256.slice(0, 8) })}
        </small>
      </p>
    </OfficialPaper>
  )
}

type FactsProps = Pick<DeclarationPaperProps, 'declaration'> & { readonly agency: string }

const Facts = ({ declaration: { content }, agency }: FactsProps) => {
  const { t, formats, editionText } = useDeclarationWords()
  const isCertificate = content.type === 'certification'
  const items = [
    { term: t('paper.agency'), value: agency },
    { term: t('paper.address'), value: content.address },
    { term: t('paper.standard'), value: editionText(content.edition) },
    { term: t(isCertificate ? 'paper.dayCertificate' : 'paper.day'), value: formats.day(content.on) },
    { term: t('paper.body'), value: content.body },
    { term: t('paper.expiresOn'), value: content.expiresOn === null ? '' : formats.day(content.expiresOn) },
    { term: t('paper.replaces'), value: content.replaces === null ? '' : t('paper.yes') },
  ]
  return <DefinitionList items={items.filter(({ value }) => value !== '')} />
}
