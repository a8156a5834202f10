// Names of kinds and fields. A newer version of the app may have sent some this one has no word for: those are named as
// they are stored rather than hidden.
import { isKind } from '#domain/change/kind-registry.ts'
import type { Translate } from '#ui/text/text-context.tsx'

export const kindText = (kind: string, t: Translate): string =>
  isKind(kind) ? t(`kindName.${kind}`) : t('kindName.unknown', { kind })

export function fieldText(field: string, t: Translate): string {
  const key = `field.${field}`
  const words = t(key)
  return words === key ? field : words
}
