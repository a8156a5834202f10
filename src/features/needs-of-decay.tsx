// Says on the first screen that a system may live on paper only: to the commune with its reasons, to those who follow it as
// a number that leads to the list.
import type { DecayView } from '#data/contract/declaration-contract.ts'
import { DECAY_PATH, useDeclarationWords } from './declaration-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

export const NeedsOfDecay = ({ screen: { store, person } }: { readonly screen: ScreenProps }) => {
  const units = person.communes.map(({ id }) => id)
  const decay = useLive(() => store.declarations.decay(units), [store, units.join(' ')])
  const atRisk = (decay ?? []).filter(({ reasons }) => reasons.length > 0)
  if (atRisk.length === 0) return null
  return <AtRisk atRisk={atRisk} isCommune={person.workplace === 'commune'} />
}

type AtRiskProps = { readonly atRisk: readonly DecayView[]; readonly isCommune: boolean }

const AtRisk = ({ atRisk, isCommune }: AtRiskProps) => {
  const { t, formats, decayText } = useDeclarationWords()
  const own = atRisk[0]?.reasons ?? []
  return (
    <Notice
      tone="warn"
      title={t('decay.title')}
      actions={<ButtonLink href={DECAY_PATH}>{t(isCommune ? 'decay.seeOwn' : 'decay.see')}</ButtonLink>}
    >
      {isCommune
        ? t('decay.own', { reasons: formats.list(own.map(decayText)) })
        : t('decay.follow', { count: atRisk.length })}
    </Notice>
  )
}
