import { expect, it } from 'vitest'
import { showPlainHttp } from '#app/pwa/plain-http.ts'

it('over plain http the page says in both languages why, and leads to the same place by https', () => {
  const at = new URL('http://so-tay.example:4180/findings?x=1')
  showPlainHttp(document.body, at as unknown as Location)
  expect([...document.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual([
    'Hãy mở sổ tay bằng địa chỉ https',
    'Open the handbook at its https address',
  ])
  const links = [...document.querySelectorAll('a')].map(({ href }) => href)
  expect(links).toEqual(['https://so-tay.example/findings', 'https://so-tay.example/findings'])
  expect(document.body.textContent).toContain('http://localhost:4180')
  expect([...document.querySelectorAll('section')].map(({ lang }) => lang)).toEqual(['vi', 'en'])
})
