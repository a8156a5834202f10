// What makes the app installable. Screenshots are named only when `npm run screenshots` has made them, with the
// size they really have: a browser refuses a manifest whose sizes are wrong.
import type { ManifestOptions } from 'vite-plugin-pwa'
import { pngSize } from './png-size.ts'

type Screenshot = NonNullable<ManifestOptions['screenshots']>[number]

/** The tokens `--action` and `--paper` of the light theme. */
const ACTION = '#123f73'
const PAPER = '#f5f4f0'

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/${purpose === 'maskable' ? 'maskable' : 'icon'}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

function screenshot(name: string, formFactor: 'narrow' | 'wide', label: string): Screenshot[] {
  const sizes = pngSize(`public/screenshots/${name}.png`)
  if (!sizes) return []
  return [{ src: `/screenshots/${name}.png`, sizes, type: 'image/png', form_factor: formFactor, label }]
}

export const webAppManifest = (): Partial<ManifestOptions> => ({
  id: '/',
  name: 'Sổ tay ISO xã',
  short_name: 'ISO xã',
  description: 'Sổ tay triển khai TCVN ISO 9001 cho UBND cấp xã, dùng được khi không có mạng',
  lang: 'vi',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: ACTION,
  background_color: PAPER,
  categories: ['government', 'productivity'],
  icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  screenshots: [
    ...screenshot('phone', 'narrow', 'Hôm nay, trên điện thoại'),
    ...screenshot('desk', 'wide', 'Các xã trong khu vực, trên máy tính'),
  ],
})
