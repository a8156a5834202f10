/**
 * Which places a new installation begins with: an operator's list, a province of the list of 2026 by its code, or Lạng
 * Sơn's. Asked only while there are none, so a file may be taken away afterwards (END-113).
 */
import { readFile } from 'node:fs/promises'
import type { WirePlace } from '#protocol/session-message.ts'
import { demoPlaces } from '#server/seed/demo-places.ts'
import { PlaceSettingError } from './place-fault.ts'

export interface PlaceSettings {
  /** SOTAY_PROVINCE: `04`. */
  readonly province?: string | undefined
  /** SOTAY_PLACES: a CSV or JSON file. */
  readonly placesFile?: string | undefined
}

async function placesOfProvince(code: string): Promise<readonly WirePlace[]> {
  const { provinceChoices, provincePlaces } = await import('./province-places.ts')
  const places = provincePlaces(code)
  if (places) return places
  throw new PlaceSettingError(`SOTAY_PROVINCE="${code}"\n${provinceChoices().join('\n')}`)
}

async function placesOfFile(file: string): Promise<readonly WirePlace[]> {
  const { readPlaces } = await import('./read-places.ts')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PlaceSettingError(`SOTAY_PLACES="${file}": không đọc được tệp / the file cannot be read`)
  })
  return readPlaces(text, file)
}

/** Throws before anything is made where the settings cannot be used. */
export async function firstPlaces({ province, placesFile }: PlaceSettings): Promise<readonly WirePlace[]> {
  if (province !== undefined && placesFile !== undefined)
    throw new PlaceSettingError('SOTAY_PROVINCE, SOTAY_PLACES: chỉ đặt một / set only one')
  if (placesFile !== undefined) return placesOfFile(placesFile)
  return province === undefined ? demoPlaces() : placesOfProvince(province)
}
