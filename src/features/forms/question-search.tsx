// Finds a question by its words, without tone marks, in every section.
import { useDeferredValue, useMemo, useState } from 'react'
import { searchKey } from '#domain/kernel/search-key.ts'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import type { FillingBoard } from './filling-board.ts'
import { useFillingWords } from './form-words.ts'

const MOST = 30

type QuestionSearchProps = { readonly board: FillingBoard; readonly onPick: (ref: string) => void }

export const QuestionSearch = ({ board, onPick }: QuestionSearchProps) => {
  const { t } = useFillingWords()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text)
  const found = useMemo(() => {
    const words = searchKey(asked).split(' ')
    if (words.join('') === '') return []
    const questions = board.stops().filter(({ kind }) => kind === 'question')
    const labelled = questions.map(({ ref }) => ({ ref, label: board.state(ref)?.label ?? '' }))
    return labelled.filter(({ label }) => words.every((word) => searchKey(label).includes(word)))
  }, [board, asked])
  const pick = (ref: string): void => {
    setText('')
    onPick(ref)
  }
  return (
    <Stack gap={2}>
      <SearchField
        label={t('search.label')}
        value={text}
        onChange={setText}
        clearLabel={t('search.clear')}
        {...(asked !== '' && { status: t('search.found', { count: found.length }) })}
      />
      {found.length > 0 && (
        <Rows label={t('search.results')}>
          {found.slice(0, MOST).map(({ ref, label }) => (
            <Row key={ref} title={label} onPress={() => pick(ref)} cue={t('open')} />
          ))}
        </Rows>
      )}
    </Stack>
  )
}
