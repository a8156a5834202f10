// The communes of a plan by name, each with its district or area; the lists are read only when somebody opens this.
import { Suspense, use } from 'react'
import { unitLabel } from '#domain/place/admin-unit.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './plan-cohort.module.css'

type CohortNames = { readonly parent: string; readonly names: readonly string[] }[]

async function namesOf(unitIds: readonly string[]): Promise<CohortNames> {
  const [old, present, areas] = await Promise.all([
    import('#domain/place/lang-son-2017.ts'),
    import('#domain/place/lang-son-2025.ts'),
    import('#domain/place/monitoring-areas.ts'),
  ])
  const units = new Map([...old.langSon2017Units(), ...present.langSon2025Units()].map((unit) => [unit.id, unit]))
  const districts = new Map(old.langSon2017Districts().map((district) => [district.id, unitLabel(district)]))
  const namesByParent = new Map<string, string[]>()
  for (const id of unitIds) {
    const unit = units.get(id)
    if (!unit) continue
    const area = areas.areaOf(id)
    const parent = area ? unitLabel(area) : (districts.get(unit.parentId ?? '') ?? '')
    namesByParent.set(parent, [...(namesByParent.get(parent) ?? []), unitLabel(unit)])
  }
  return [...namesByParent].map(([parent, names]) => ({ parent, names }))
}

const readNames = new WeakMap<readonly string[], Promise<CohortNames>>()

function cohortNames(unitIds: readonly string[]): Promise<CohortNames> {
  const known = readNames.get(unitIds) ?? namesOf(unitIds)
  readNames.set(unitIds, known)
  return known
}

export const PlanCohort = ({ unitIds }: { readonly unitIds: readonly string[] }) => {
  const { t } = useText('plans')
  return (
    <Suspense fallback={<Skeleton label={t('common:loading')} shape="text" count={5} />}>
      <Names unitIds={unitIds} />
    </Suspense>
  )
}

const Names = ({ unitIds }: { readonly unitIds: readonly string[] }) => (
  <dl className={styles.cohort}>
    {use(cohortNames(unitIds)).map(({ parent, names }) => (
      <div key={parent}>
        <dt>{parent}</dt>
        <dd>{names.join(', ')}</dd>
      </div>
    ))}
  </dl>
)
