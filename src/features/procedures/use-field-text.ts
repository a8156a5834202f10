// A field of work is kept by its Vietnamese name; whoever reads English reads the known ones in English.
import { fieldsOfWork, isSameField } from '#domain/audit-planning/fields-of-work.ts'
import { useText } from '#ui/text/text-context.tsx'

export function useFieldText(): (field: string) => string {
  const { language } = useText('procedures')
  return (field) => (language === 'vi' ? field : (fieldsOfWork.find(({ vi }) => isSameField(vi, field))?.en ?? field))
}
