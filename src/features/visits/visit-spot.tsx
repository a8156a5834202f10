// Where the visit was, only by the visitor's own tap and only to about a kilometre; it can be taken out again (VIS-9).
import { useState } from 'react'
import { roundedSpot, spotDegrees } from '#domain/field-visit/spot.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useVisitWords } from './use-visit-words.ts'
import type { SpotForm } from './visit-form.ts'

type VisitSpotProps = { readonly spot: SpotForm | null; readonly onChange: (spot: SpotForm | null) => void }

/** Coarse is enough: nothing finer is kept. */
const locate = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 30_000, maximumAge: 300_000 })
  })

export const VisitSpot = ({ spot, onChange }: VisitSpotProps) => {
  const { t, spotText } = useVisitWords()
  const [looking, setLooking] = useState<'no' | 'yes' | 'failed'>('no')
  const find = async (): Promise<void> => {
    setLooking('yes')
    try {
      const { coords } = await locate()
      const found = roundedSpot(coords.latitude, coords.longitude)
      if (found.ok) onChange({ ...found.value })
      setLooking(found.ok ? 'no' : 'failed')
    } catch {
      setLooking('failed')
    }
  }
  return (
    <Section title={t('spot.title')} detail={t('spot.detail')}>
      <Stack gap={3}>
        {spot !== null && <p>{spotText(spotDegrees(spot))}</p>}
        <Cluster>
          <Button icon="pin" busy={looking === 'yes'} onClick={() => void find()}>
            {t(spot === null ? 'spot.find' : 'spot.again')}
          </Button>
          {spot !== null && (
            <Button kind="plain" icon="close" onClick={() => onChange(null)}>
              {t('spot.remove')}
            </Button>
          )}
        </Cluster>
        {looking === 'failed' && (
          <Notice tone="note" announce>
            {t('spot.failed')}
          </Notice>
        )}
      </Stack>
    </Section>
  )
}
