// The place where something is. It is rounded to about ten metres: enough to find an office, too little to follow a
// person. Without a receiver it is written by hand.
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { ControlProps } from './control-props.ts'
import { useFieldTexts } from './field-texts.tsx'
import { useFillingWords } from './form-words.ts'
import { tidyPosition } from './tidy-position.ts'

/** Digits behind the point: 0.0001° is eleven metres. */
const DIGITS = 4

const locate = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: 30_000,
      maximumAge: 60_000,
    }),
  )

export const PositionControl = (props: ControlProps) => {
  const { board, keeper, state, canEdit } = props
  const { t } = useFillingWords()
  const texts = useFieldTexts(props)
  const [looking, setLooking] = useState<'no' | 'yes' | 'failed'>('no')
  const mayChange = canEdit && !state.readOnly
  const find = async (): Promise<void> => {
    setLooking('yes')
    try {
      const { coords } = await locate()
      const words = [coords.latitude, coords.longitude].map((degrees) => degrees.toFixed(DIGITS))
      board.answer(state.ref, words.join(' '), false)
      setLooking('no')
    } catch {
      setLooking('failed')
    }
  }
  return (
    <Stack gap={2}>
      <Field {...texts}>
        <TextInput
          name={state.ref}
          value={state.written}
          readOnly={!mayChange}
          autoComplete="off"
          onChange={(event) => board.answer(state.ref, event.target.value, true)}
          onBlur={() => {
            const tidied = tidyPosition(state.written)
            if (mayChange && tidied !== state.written) board.answer(state.ref, tidied, true)
            void keeper.flush()
          }}
        />
      </Field>
      {mayChange && (
        <div>
          <Button icon="pin" busy={looking === 'yes'} onClick={() => void find()}>
            {t('position.find')}
          </Button>
        </div>
      )}
      {looking === 'failed' && (
        <Notice tone="note" announce>
          {t('position.failed')}
        </Notice>
      )}
    </Stack>
  )
}
