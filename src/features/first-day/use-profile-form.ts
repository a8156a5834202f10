// A part of the profile while it is written: its draft keeps itself, saving writes the whole profile of the commune with
// that part changed, so that two parts never overwrite each other.
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { JsonValue } from '#domain/change/op.ts'
import type { CommuneProfile } from '#domain/first-day/commune-profile.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useToast } from '#ui/toast-provider.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { FIRST_DAY_PATH } from './paths.ts'

export function useProfileForm<V extends JsonValue>(
  { store, person, clock }: ScreenProps,
  name: string,
  initial: V,
  change: (profile: CommuneProfile, value: V) => CommuneProfile,
) {
  const { t } = useText('first-day')
  const formats = useFormats()
  const toast = useToast()
  const unit = person.place.id
  const draft = useFormDraft<V>({ drafts: store.drafts, draftKey: `${name}:${unit}`, initial, clock })
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (): Promise<void> => {
    const profile = change(await store.profiles.get(unit), draft.value)
    const saved = await store.profiles.save(unit, profile)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    toast({ text: t('common:savedAt', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(FIRST_DAY_PATH)
  }
  return { draft, problem, save: () => void save() }
}
