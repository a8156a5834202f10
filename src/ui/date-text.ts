// How a typed date is tidied when the field is left. Only a text that already is a full day, month and year is
// touched; everything else stays as typed, so that "1987" or "khoảng tháng 5" is never turned into something the
// person did not mean. Whether the date exists is decided elsewhere.
const compact = /^(\d{2})(\d{2})(\d{4})$/
const separated = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})$/

export const tidyDateText = (text: string): string => {
  const parts = compact.exec(text.trim()) ?? separated.exec(text.trim())
  const [, day, month, year] = parts ?? []
  if (day === undefined || month === undefined || year === undefined) return text
  return `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`
}
