// Whether this device reads codes without a network: told, and mended, while there still is one (HND-16).
import { useEffect, useState } from 'react'
import { codeReaderPlace, keepCodeReader } from '#features/code-reader.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'

type ReaderState = Awaited<ReturnType<typeof codeReaderPlace>> | 'coming' | 'failed'

export const CodeReaderRow = () => {
  const { t } = useText('hand-over')
  const [state, setState] = useState<ReaderState>('never')
  useEffect(() => {
    let isShown = true
    void codeReaderPlace().then((place) => isShown && setState(place))
    return () => {
      isShown = false
    }
  }, [])
  if (state === 'never') return null
  const fetchIt = async (): Promise<void> => {
    setState('coming')
    await keepCodeReader().catch(() => undefined)
    setState((await codeReaderPlace()) === 'here' ? 'here' : 'failed')
  }
  return (
    <Cluster>
      <output>{t(`reader.${state}`)}</output>
      {state !== 'here' && (
        <Button icon="download" busy={state === 'coming'} onClick={() => void fetchIt()}>
          {t('reader.fetch')}
        </Button>
      )}
    </Cluster>
  )
}
