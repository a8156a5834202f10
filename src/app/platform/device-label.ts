// What a person recognises in a list of their devices: system and browser, nothing that tells one phone from the next.
const systems: readonly (readonly [RegExp, string])[] = [
  [/android/i, 'Android'],
  [/iphone|ipad|ipod/i, 'iOS'],
  [/windows/i, 'Windows'],
  [/cros/i, 'ChromeOS'],
  [/mac os/i, 'macOS'],
  [/linux/i, 'Linux'],
]

const browsers: readonly (readonly [RegExp, string])[] = [
  [/coc_coc/i, 'Cốc Cốc'],
  [/edg/i, 'Edge'],
  [/samsungbrowser/i, 'Samsung Internet'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios/i, 'Chrome'],
  [/safari/i, 'Safari'],
]

const firstOf = (names: typeof systems, text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1]

export const deviceLabelOf = (userAgent: string): string =>
  [firstOf(systems, userAgent), firstOf(browsers, userAgent)].filter(Boolean).join(' · ')
