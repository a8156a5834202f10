// What somebody wrote, on a paper: in their own lines, or that nothing was written.
import { useInspectionWords } from './use-inspection-words.ts'

export const WrittenWords = ({ children }: { readonly children: string }) => {
  const { t } = useInspectionWords()
  if (children.trim() === '') return <p>{t('sheet.nothing')}</p>
  return children.split('\n').map((line, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- a text that is only read
    <p key={`${at} ${line}`}>{line}</p>
  ))
}
