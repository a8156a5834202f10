// Names in the page what its first screen will ask for, so that a browser fetches and compiles it while the start opens
// the databases. Vite names only what the entry imports statically; the code that draws is imported a moment later.
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } }

const chunksOf = (bundle: Bundle): readonly Chunk[] =>
  Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file as Chunk] : []))

/** The chunks of these modules and everything they import statically, each once. */
function closureOf(bundle: Bundle, modules: readonly string[]): readonly Chunk[] {
  const chunks = chunksOf(bundle)
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const isRoot = ({ facadeModuleId }: Chunk): boolean => modules.some((module) => facadeModuleId?.endsWith(module))
  const open = chunks.filter(isRoot)
  if (open.length !== modules.length) throw new Error(`no chunk of its own for each of ${modules.join(', ')}`)
  const seen = new Set<Chunk>()
  for (let chunk = open.pop(); chunk; chunk = open.pop()) {
    if (seen.has(chunk)) continue
    seen.add(chunk)
    open.push(...chunk.imports.flatMap((file) => byFile.get(file) ?? []))
  }
  return [...seen].filter(({ isEntry }) => !isEntry)
}

const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' })

/** Other pages (the rescue page) do without the app. */
const PAGE = '/index.html'

export const preloadFirstScreen = (modules: readonly string[]): Plugin => ({
  name: 'preload-first-screen',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, path }) {
      if (!bundle || path !== PAGE) return []
      const chunks = closureOf(bundle, modules)
      const scripts = chunks.map(({ fileName }) => fileName)
      const styles = [...new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))]
      const isNew = (file: string): boolean => !html.includes(`/${file}"`)
      return [
        ...scripts.filter(isNew).map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
        ...styles.filter(isNew).map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `/${file}` })),
      ]
    },
  },
})
