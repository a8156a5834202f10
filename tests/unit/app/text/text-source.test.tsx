import { render, screen } from '@testing-library/react'
import { act, Suspense } from 'react'
import { describe, expect, it } from 'vitest'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import type { Words } from '#app/text/locale-files.ts'
import { TextProvider, useFormats, useLanguage, useText } from '#ui/text/text-context.tsx'

const files: Readonly<Record<string, Words>> = {
  'vi/common': { save: 'Lưu', only: 'Chỉ tiếng Việt' },
  'en/common': { save: 'Save' },
  'vi/problems-online': { account: { disabled: 'Tài khoản đã ngừng.' } },
  'en/problems-online': { account: { disabled: 'The account is disabled.' } },
  'vi/visits': { hello: 'Chào {{name}}', count_other: '{{count}} chuyến', onlyVi: 'Chưa dịch' },
  'en/visits': { hello: 'Hello {{name}}', count_one: '{{count}} visit', count_other: '{{count}} visits' },
}

async function aSource(language: string) {
  const asked: string[] = []
  const languages: string[] = []
  const source = await createTextSource({
    language,
    atHand: { common: files['vi/common'] ?? {} },
    onLanguage: (next) => languages.push(next),
    read: async (lng, namespace) => {
      asked.push(`${lng}/${namespace}`)
      return files[`${lng}/${namespace}`]
    },
  })
  return { source, asked, languages }
}

const Screen = () => {
  const { t, language } = useText('visits')
  const { setLanguage } = useLanguage()
  return (
    <>
      <p>{`${language}: ${t('hello', { name: 'Lan' })} · ${t('count', { count: 1 })} · ${t('common:save')}`}</p>
      <p>{useFormats().bytes(1_600_000)}</p>
      <button type="button" onClick={() => void setLanguage('en')}>
        {'en'}
      </button>
    </>
  )
}

async function show(language: string) {
  const made = await aSource(language)
  await act(async () =>
    render(
      <TextProvider source={made.source}>
        <Suspense fallback={<p>{'wait'}</p>}>
          <Screen />
        </Suspense>
      </TextProvider>,
    ),
  )
  return made
}

describe('the sentences of failures', () => {
  it('that only an answer of the endpoint brings are found in the file that comes later, in both languages', async () => {
    const { source } = await aSource('vi')
    await source.load('problems-online')
    expect(source.translate('problems', 'problems:account.disabled')).toBe('Tài khoản đã ngừng.')
    await source.setLanguage('en')
    expect(source.translate('problems', 'problems:account.disabled')).toBe('The account is disabled.')
  })
})

describe('the text hook', () => {
  it('waits for the words of its namespace and asks for them once', async () => {
    const { asked } = await show('vi')
    expect(await screen.findByText('vi: Chào Lan · 1 chuyến · Lưu')).toBeInTheDocument()
    expect(asked.filter((file) => file === 'vi/visits')).toHaveLength(1)
  })

  it('draws again in another language, with its plurals, dates and sizes, without an empty moment', async () => {
    const { source, languages } = await show('vi')
    expect(screen.getByText('1,6 MB')).toBeInTheDocument()
    await act(() => source.setLanguage('en'))
    expect(screen.getByText('en: Hello Lan · 1 visit · Save')).toBeInTheDocument()
    expect(screen.getByText('1.6 MB')).toBeInTheDocument()
    expect(languages).toEqual(['vi', 'en'])
  })
})

describe('the source of words', () => {
  it('begins in Vietnamese where the stored language is unknown', async () => {
    const { source } = await aSource('fr')
    expect(source.language()).toBe('vi')
  })

  it('falls back to the Vietnamese sentence where a translation is missing', async () => {
    const { source } = await aSource('en')
    expect(source.translate('common', 'only')).toBe('Chỉ tiếng Việt')
  })

  it('shows the keys of a namespace that has no file instead of waiting for ever', async () => {
    const { source } = await aSource('vi')
    await source.load('nowhere')
    expect(source.translate('nowhere', 'some.key')).toBe('some.key')
  })

  it('tries again after words could not be fetched', async () => {
    let isBroken = true
    const source = await createTextSource({
      language: 'vi',
      atHand: { common: {}, navigation: {}, problems: {} },
      read: async () => {
        if (isBroken) throw new TypeError('failed to fetch')
        return { a: 'A' }
      },
    })
    await expect(source.load('help')).rejects.toThrow('failed to fetch')
    isBroken = false
    await source.load('help')
    expect(source.translate('help', 'a')).toBe('A')
  })
})
