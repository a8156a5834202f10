// A position as maps and phones write it (`21.85, 106.76`; with commas in the numbers and a semicolon or a space between)
// becomes latitude and longitude with a space between, where there is no doubt. Rule FIL-32.

/** Between numbers with points a comma may part them; one without a space after it parts nothing but a number. */
const SHAPES = [
  /^([-+]?\d{1,3}\.\d+),([-+]?\d{1,3}\.\d+)$/,
  /^([-+]?\d{1,3}(?:[.,]\d+)?)\s*(?:;\s*|,\s+|\s+)([-+]?\d{1,3}(?:[.,]\d+)?)$/,
]

export function tidyPosition(written: string): string {
  const text = written
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  for (const shape of SHAPES) {
    const [, latitude, longitude] = shape.exec(text) ?? []
    if (latitude !== undefined && longitude !== undefined)
      return `${latitude.replace(',', '.')} ${longitude.replace(',', '.')}`
  }
  return written
}
