// A role, and then the places where it can be: communes with their area, because names repeat.
import { useMemo } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { isRole, roles } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { placeLabel, placesForRole } from './role-places.ts'

type RolePlaceFieldsProps = {
  readonly role: string
  readonly scope: string
  readonly places: readonly Place[]
  readonly today: LocalDate
  readonly errors: { readonly role?: string | undefined; readonly scope?: string | undefined }
  readonly onChange: (next: { readonly role: string; readonly scope: string }) => void
}

export const RolePlaceFields = ({ role, scope, places, today, errors, onChange }: RolePlaceFieldsProps) => {
  const { t } = useText('administration')
  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places])
  const offered = useMemo(() => (isRole(role) ? placesForRole(places, role, today) : []), [places, role, today])
  const chooseRole = (next: string) => {
    const stays = isRole(next) && placesForRole(places, next, today).some(({ id }) => id === scope)
    onChange({ role: next, scope: stays ? scope : '' })
  }
  return (
    <>
      <SelectField
        name="role"
        label={t('field.role')}
        value={role}
        onChange={(event) => chooseRole(event.target.value)}
        placeholder={t('field.chooseRole')}
        options={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        error={errors.role}
      />
      <SelectField
        name="scope"
        label={t('field.place')}
        value={scope}
        onChange={(event) => onChange({ role, scope: event.target.value })}
        disabled={offered.length === 0}
        placeholder={t(offered.length === 0 ? 'field.roleFirst' : 'field.choosePlace')}
        options={offered.map((place) => ({ value: place.id, label: placeLabel(place, byId) }))}
        error={errors.scope}
      />
    </>
  )
}
