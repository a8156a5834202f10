// A promised day past the one the grade allows, said to whoever approves or reads it, with whether a reason was given.
import type { CorrectiveView, MoveView } from '#data/contract/corrective-contract.ts'
import { dayPassed } from '#domain/corrective-action/promise.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { Notice } from '#ui/notice.tsx'
import { promisedOf } from './move-form.ts'

export const LatePromise = ({ move, view }: { readonly move: MoveView; readonly view: CorrectiveView }) => {
  const { t, formats } = useCorrectiveWords()
  const passed = dayPassed(move, promisedOf(view))
  if (passed === null) return null
  const day = formats.day(passed)
  return <Notice tone="warn">{t(move.words === '' ? 'latePromise.silent' : 'latePromise.reasoned', { day })}</Notice>
}
