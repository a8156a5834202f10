// A code that is read by the camera, or written by hand where there is none.
import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { ControlProps } from './control-props.ts'
import { useFieldTexts } from './field-texts.tsx'
import { useFillingWords } from './form-words.ts'

/** The reader is half a megabyte: it comes when somebody wants to scan. */
const CodeScanner = lazy(async () => ({ default: (await import('./code-scanner.tsx')).CodeScanner }))

export const CodeControl = (props: ControlProps) => {
  const { board, keeper, state, canEdit } = props
  const { t } = useFillingWords()
  const texts = useFieldTexts(props)
  const [isScanning, setScanning] = useState(false)
  const mayChange = canEdit && !state.readOnly
  return (
    <Stack gap={2}>
      <Field {...texts}>
        <TextInput
          name={state.ref}
          value={state.written}
          readOnly={!mayChange}
          autoComplete="off"
          onChange={(event) => board.answer(state.ref, event.target.value, true)}
          onBlur={() => void keeper.flush()}
        />
      </Field>
      {mayChange && (
        <div>
          <Button icon={isScanning ? 'close' : 'camera'} onClick={() => setScanning(!isScanning)}>
            {t(isScanning ? 'code.stop' : 'code.scan')}
          </Button>
        </div>
      )}
      {isScanning && (
        <Suspense fallback={<p>{t('code.starting')}</p>}>
          <CodeScanner
            onText={(text) => {
              board.answer(state.ref, text, false)
              setScanning(false)
            }}
          />
        </Suspense>
      )}
    </Stack>
  )
}
