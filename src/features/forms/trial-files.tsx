// A question that is answered by a photo, a file or a signature, in a trial: any file stands for it, so that what depends
// on there being one can be seen. The file is not read; its name is shown until the trial is left. The words of
// trials are at hand, because the banner above has waited for them.
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { FieldError } from '#ui/field.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import type { ControlProps } from './control-props.ts'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import { trialFillings } from './trial.ts'

export const TrialFiles = ({ board, question, state, screen, isAlone }: ControlProps) => {
  const { t, problemOf } = useFillingWords()
  const fillings = trialFillings(screen.store)
  const of = fillingAnswerId(board.id, state.ref)
  const names = (fillings?.filesOf(of) ?? []).map(({ name }) => name)
  const put = (after: readonly string[]): void => {
    fillings?.setFiles(of, after)
    if (fillings) board.adopt(fillings.view(), () => false)
  }
  const error = problemOf(state.problem)
  const label = state.required ? t('labelRequired', { label: state.label }) : state.label
  return (
    <fieldset className={styles.several}>
      <legend>{isAlone ? <h1 tabIndex={-1}>{label}</h1> : label}</legend>
      {state.hint !== '' && <p className={styles.soft}>{state.hint}</p>}
      <Stack gap={3}>
        {names.length > 0 && <p>{t('form-trial:files', { names: names.join(', ') })}</p>}
        <Cluster>
          <FilePick
            shape="button"
            label={t('form-trial:pick')}
            accept={question.kind === 'image' ? 'image/*' : '*/*'}
            onFiles={(files) => put([...names, ...files.map(({ name }) => name)])}
          />
          {names.length > 0 && (
            <Button kind="plain" icon="trash" onClick={() => put([])}>
              {t('form-trial:noFiles')}
            </Button>
          )}
        </Cluster>
        {error !== undefined && <FieldError id={`${state.ref}-error`}>{error}</FieldError>}
      </Stack>
    </fieldset>
  )
}
