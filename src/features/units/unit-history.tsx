// What one unit was made of, or what became of it. Where no list says so, that is said: "cần kiểm tra", never a guess.
import { use } from 'react'
import { type AdminUnit, unitLabel } from '#domain/place/admin-unit.ts'
import type * as langSon2025 from '#domain/place/lang-son-2025.ts'
import type * as succession from '#domain/place/succession.ts'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

let loading: Promise<[typeof succession, typeof langSon2025]> | undefined
const readHistory = () => {
  loading ??= Promise.all([import('#domain/place/succession.ts'), import('#domain/place/lang-son-2025.ts')])
  return loading
}

export const UnitHistory = ({ unit }: { readonly unit: AdminUnit }) => {
  const { t } = useText('units')
  const formats = useFormats()
  const [{ predecessorsOf, successorsOf }, { langSon2025Units }] = use(readHistory())
  if (unit.id.startsWith('ls25-')) {
    const parts = predecessorsOf(unit.id).map((step) => {
      const name = unitLabel({ name: step.fromName, type: step.fromType })
      return step.share === 'partial' ? t('part', { name }) : name
    })
    return t('madeOf', { parts: formats.list(parts) })
  }
  if (!unit.id.startsWith('ls17-')) return null
  const steps = successorsOf(unit)
  if (steps.length === 0) return <Tag tone="warn">{t('successorUnknown')}</Tag>
  const names = steps.flatMap((step) => {
    const now = langSon2025Units().find(({ id }) => id === step.toId)
    return now ? [unitLabel(now)] : []
  })
  return t('nowIn', { names: formats.list(names), date: formats.day(steps[0]?.on ?? unit.listedOn) })
}
