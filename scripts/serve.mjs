// Runs the built endpoint in this very process. Also what a service manager should start:
// `node scripts/serve.mjs` after `npm run build`; it reads PORT, HOST, SOTAY_DATA and SOTAY_DEMO. SOTAY_BUILD names
// another folder that holds `dist` and `dist-server`, for whoever measures or tests a build beside the one in use.
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { projectRoot } from './project.mjs'

const WATCH_EVERY_MS = 1000

/**
 * npm ends without ending its script when it gets SIGTERM (seen with npm 11), and the endpoint would go on holding
 * the port and the store. When the npm that started us is gone, we treat that as SIGTERM. Windows has no such sign.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const startedBy = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === startedBy) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, WATCH_EVERY_MS)
  timer.unref()
}

export async function serve() {
  const place = path.resolve(projectRoot, process.env.SOTAY_BUILD ?? '')
  const built = path.join(place, 'dist-server', 'main.js')
  if (!existsSync(built)) {
    console.error('Chưa có bản dựng: chạy "npm run build" trước. / Not built yet: run "npm run build" first.')
    process.exit(1)
  }
  process.chdir(place)
  process.env.NODE_ENV = 'production'
  endWithNpm()
  const { main } = await import(pathToFileURL(built).href)
  await main()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await serve()
