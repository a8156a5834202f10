// What a ruler finds on a painted page: content wider than the screen, words cut off, targets too small for a thumb.
import type { Page } from '@playwright/test'

const TOUCH_PX = 48

const nameOf = `(element) => {
  const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\\s+/g, ' ')
  return element.tagName.toLowerCase() + '.' + String(element.className?.baseVal ?? element.className).slice(0, 40) + ' "' + words.slice(0, 50) + '"'
}`

/** Empty where the page is no wider than the screen; otherwise the widest offenders. */
export async function overflows(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const nameOf = ${nameOf}
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > room + 0.5)
    return ['page is ' + document.documentElement.scrollWidth + ' px wide on ' + room, ...wide.slice(-3).map(nameOf)]
  })()`)
}

/** Elements that hide a part of their own words. Boxes that scroll, and words for screen readers only, are no fault. */
export async function cutOffWords(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const nameOf = ${nameOf}
    const isCut = (one) => {
      const style = getComputedStyle(one)
      if (!/hidden|clip/.test(style.overflowX) || style.clipPath !== 'none' || one.clientWidth <= 1) return false
      return one.scrollWidth > one.clientWidth + 1
    }
    return [...document.body.querySelectorAll('#root :not(input, textarea, select)')].filter((one) => one.checkVisibility() && isCut(one)).map(nameOf)
  })()`)
}

/**
 * Targets smaller than a thumb. A radio, a check box or a file input is hit through its label; a link inside a sentence
 * is excepted, as WCAG 2.5.5 does; what is hidden until it has the focus is none.
 */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const nameOf = ${nameOf}
    const LEAST = ${TOUCH_PX} - 0.5
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]')
    const isInSentence = (one) =>
      one.tagName === 'A' && getComputedStyle(one).display === 'inline' &&
      [...one.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim().length > 1)
    const isSeen = (one) => {
      for (let at = one; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return false
      return one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    }
    const hitBox = (one) => (/^(radio|checkbox|file)$/.test(one.type) && one.labels?.[0]) || one
    const found = new Map()
    for (const one of all) {
      const target = hitBox(one)
      if (found.has(target) || !isSeen(target) || isInSentence(one)) continue
      const { width, height } = target.getBoundingClientRect()
      if (width > 0 && height > 0 && (width < LEAST || height < LEAST))
        found.set(target, nameOf(target) + ' ' + Math.round(width) + '×' + Math.round(height))
    }
    return [...found.values()]
  })()`)
}
