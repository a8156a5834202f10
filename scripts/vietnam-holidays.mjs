// Writes the table of Vietnam's lunar public holidays that the app reckons with, out of the package `date-holidays`
// (a tool of development: at 12 MB it is never bundled). `node scripts/vietnam-holidays.mjs` after a new version of it;
// a test recomputes the table and compares.
import { writeFileSync } from 'node:fs'
import Holidays from 'date-holidays'

const FIRST_YEAR = 2010
const LAST_YEAR = 2040
const TARGET = new URL('../src/domain/plan/data/vietnam-holidays.json', import.meta.url)

/** Days of one public holiday by its rule in the package, one a year. */
function daysOf(rule) {
  const calendar = new Holidays('VN', { types: ['public'] })
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)
  return years.flatMap((year) =>
    calendar.getHolidays(year).flatMap((day) => (day.rule === rule ? [day.date.slice(0, 10)] : [])),
  )
}

export const lunarHolidays = () => ({
  source: 'date-holidays 3.37.0, ISC AND CC-BY-3.0, see SOURCES.md',
  tet: daysOf('vietnamese 1-0-1'),
  hungKings: daysOf('vietnamese 3-0-10'),
})

if (process.argv[1]?.endsWith('vietnam-holidays.mjs')) {
  writeFileSync(TARGET, `${JSON.stringify(lunarHolidays(), null, 2)}\n`)
}
