// The one entry of every npm script. It checks the Node version before anything newer than Node 14 is loaded,
// so that an old machine gets a sentence instead of a syntax error; the work is in the modules beside it.
import process from 'node:process'

const LOWEST_NODE = { major: 20, minor: 19 }

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNodeNewEnough = major > LOWEST_NODE.major || (major === LOWEST_NODE.major && minor >= LOWEST_NODE.minor)

if (!isNodeNewEnough) {
  const lowest = `${LOWEST_NODE.major}.${LOWEST_NODE.minor}`
  console.error(`Cần Node.js ${lowest} trở lên; máy đang dùng ${process.versions.node}. Hãy cài bản mới rồi chạy lại.`)
  console.error(
    `Node.js ${lowest} or newer is needed; this is ${process.versions.node}. Install a newer one and run again.`,
  )
  process.exit(1)
}

const { runCommand } = await import('./commands.mjs')
await runCommand(process.argv[2] ?? '', process.argv.slice(3))
