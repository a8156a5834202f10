// Which chunk a module of the start goes into, decided by what the start imports and by nothing else. Left to itself the
// bundler puts a module that any later chunk shares into a chunk of its own, so that a new screen somewhere could break
// the first script into dozens of requests.
import type { Rolldown } from 'vite'

type ModuleOf = (id: string) => Rolldown.ModuleInfo | null

/** One chunk: what these modules import statically, without what a chunk before it has. In the order of evaluation. */
export interface StartChunk {
  readonly name: string
  /** Ends of module ids. */
  readonly roots: readonly string[]
}

/** Style sheets of a whole page (not of one component) are shared with the rescue page, which takes no script of the app's. */
const isPageStyle = (id: string): boolean => id.endsWith('.css') && !id.endsWith('.module.css')

function closure(moduleOf: ModuleOf, roots: readonly string[], without: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...roots]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || without.has(id) || isPageStyle(id)) continue
    seen.add(id)
    open.push(...(moduleOf(id)?.importedIds ?? []))
  }
  return seen
}

function chunkByModule(moduleOf: ModuleOf, chunks: readonly StartChunk[], rootIds: ReadonlyMap<string, string>) {
  const taken = new Map<string, string>()
  for (const { name, roots } of chunks) {
    const ids = roots.map((root) => rootIds.get(root) ?? '')
    for (const id of closure(moduleOf, ids, new Set(taken.keys()))) taken.set(id, name)
  }
  // A root stays a chunk of its own, by which the page names what it fetches ahead.
  for (const id of rootIds.values()) taken.delete(id)
  return taken
}

/** A group for `codeSplitting`. `projectRoot` begins the id of every module of ours. */
export function startGroup(projectRoot: string, chunks: readonly StartChunk[]) {
  const rootIds = new Map(chunks.flatMap(({ roots }) => roots.map((root) => [root, `${projectRoot}${root}`] as const)))
  let byModule: ReadonlyMap<string, string> | undefined
  return {
    debugName: 'start',
    name: (id: string, context: Rolldown.ChunkingContext) => {
      byModule ??= chunkByModule((module) => context.getModuleInfo(module), chunks, rootIds)
      return byModule.get(id) ?? null
    },
  }
}
