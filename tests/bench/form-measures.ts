// What is timed inside the page of a form, as texts of scripts: whoever looks from outside interrupts it.

const IDLE = 'const idle = () => new Promise((resolve) => requestIdleCallback(resolve))'
const PAINTED = `const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))))`

/** Settles when the list of forms stands and the browser has been idle for a moment. */
export const GO_TO_FORMS = `(async () => {
  ${IDLE}
  while (!document.querySelector('main a[href="/forms"]')) await idle()
  for (let turn = 0; turn < 5; turn++) await idle()
  document.querySelector('main a[href="/forms"]').click()
  while (!document.querySelector('main a[href^="/forms/fil"]')) await idle()
  for (let turn = 0; turn < 20; turn++) await idle()
})()`

/** The link to the round that is being answered. */
export const ROUND = 'main a[href^="/self-assessment/asm"]:not([href*="/q/"]):not([href$="/submit"])'

/** The same for the rounds of the shipped bank. */
export const GO_TO_ROUNDS = `(async () => {
  ${IDLE}
  while (!document.querySelector('main a[href="/sync"]')) await idle()
  for (let turn = 0; turn < 5; turn++) await idle()
  document.querySelector('nav a[href="/self-assessment"]').click()
  while (!document.querySelector('${ROUND}')) await idle()
  for (let turn = 0; turn < 20; turn++) await idle()
})()`

/** Milliseconds from the press until the questions of the round are painted. */
export const OPEN_ROUND = `(async () => {
  ${PAINTED}
  const link = document.querySelector('${ROUND}')
  const begin = performance.now()
  link.click()
  while (document.querySelectorAll('main li a[href*="/q/"]').length < 8) await new Promise((resolve) => requestAnimationFrame(resolve))
  return (await painted()) - begin
})()`

/** Milliseconds from the press on its row until the first questions are painted. */
export const openForm = (title: string): string => `(async () => {
  ${PAINTED}
  const row = [...document.querySelectorAll('main a[href^="/forms/fil"]')].find((a) => a.textContent.includes('${title}'))
  const begin = performance.now()
  row.click()
  const there = () => document.querySelectorAll('main [id^="place-"] input, main [id^="place-"] textarea').length >= 8
  while (!there()) await new Promise((resolve) => requestAnimationFrame(resolve))
  return (await painted()) - begin
})()`

/** Milliseconds from the press on "go on" until its question is painted with its answers. */
export const OPEN_QUESTION = `(async () => {
  ${PAINTED}
  const begin = performance.now()
  document.querySelector('main a[href*="/q/"]').click()
  while (document.querySelectorAll('main input[type=radio]').length < 5) await new Promise((resolve) => requestAnimationFrame(resolve))
  return (await painted()) - begin
})()`

/** Milliseconds from the press until the chosen row was painted. */
export const timeChoice = (run: number): string => `(async () => {
  ${IDLE}
  ${PAINTED}
  for (let turn = 0; turn < 5; turn++) await idle()
  await new Promise((resolve) => setTimeout(resolve, 300))
  const groups = [...document.querySelectorAll('main fieldset')].filter((one) => one.querySelector('input[type=radio]'))
  const radios = groups[${run} % groups.length].querySelectorAll('input[type=radio]')
  const radio = [...radios].find((one, at) => !one.checked && at >= ${run} % 4) ?? [...radios].find((one) => !one.checked)
  const begin = performance.now()
  radio.click()
  while (!radio.checked) await new Promise((resolve) => requestAnimationFrame(resolve))
  return (await painted()) - begin
})()`

/** Milliseconds from a key until the figure was painted; what depends on it is painted in the same frame. */
export const timeTyping = (run: number): string => `(async () => {
  ${IDLE}
  ${PAINTED}
  for (let turn = 0; turn < 5; turn++) await idle()
  const fields = document.querySelectorAll('main [id^="place-"] input[inputmode=numeric]')
  const field = fields[${run} % fields.length]
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const begin = performance.now()
  set.call(field, field.value + '${run % 10}')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return (await painted()) - begin
})()`
