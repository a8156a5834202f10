// The other engine, as far as the comparison needs it. It lives in a folder of its own under .cache, wants a browser's
// document, and is handed jsdom's.
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export interface TheirNode {
  readonly nodeType: string
  readonly currentState: {
    readonly reference: string
    readonly relevant: boolean
    readonly required: boolean
    readonly readonly: boolean
    readonly instanceValue?: string
    readonly children: readonly TheirNode[] | null
    readonly valueOptions?: readonly { readonly value: string }[] | null
  }
  readonly validationState: {
    readonly constraint?: { readonly valid: boolean }
    readonly required?: { readonly valid: boolean }
  }
  setValue?(value: string): void
  selectValues?(values: readonly string[]): void
  addInstances?(): void
  removeInstances?(start: number): void
}

export interface TheirEngine {
  loadForm(xml: string): Promise<{
    readonly status: string
    readonly error: Error | null
    createInstance(): { readonly root: TheirNode }
  }>
}

type BrowserWindow = Readonly<Record<string, unknown>>

const FROM_DOCUMENT = /^(XPath|Node|Element|DOM|XML|Attr|Text|Document|CharacterData|Comment|HTMLElement)/

/** Puts a document where the engine looks for a browser's. */
export async function loadTheirEngine(folder: string): Promise<TheirEngine> {
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
    JSDOM: new (html: string, options: { readonly url: string }) => { readonly window: BrowserWindow }
  }
  const { window } = new JSDOM('', { url: 'http://localhost/' })
  for (const name of Object.getOwnPropertyNames(window)) {
    if (FROM_DOCUMENT.test(name)) Object.defineProperty(globalThis, name, { value: window[name], configurable: true })
  }
  const values = { window, document: window.document, localStorage: window.localStorage, __dirname: folder }
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(globalThis, name, { value, configurable: true })
  const entry = path.join(folder, 'node_modules', '@getodk', 'xforms-engine', 'dist', 'index.js')
  return (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as TheirEngine
}

/** Their nodes by our references: instances are known by their place, which both sides grow in the same order. */
export function theirNodes(
  root: TheirNode,
  instancesOf: (ref: string) => readonly string[],
): ReadonlyMap<string, TheirNode> {
  const found = new Map<string, TheirNode>()
  const visit = (node: TheirNode, ref: string): void => {
    found.set(ref, node)
    const children = node.currentState.children ?? []
    if (node.nodeType.startsWith('repeat-range')) {
      const instances = instancesOf(ref)
      children.forEach((child, at) => visit(child, instances[at] ?? `${ref}[their ${at + 1}]`))
      return
    }
    for (const child of children) {
      const name =
        child.currentState.reference
          .split('/')
          .at(-1)
          ?.replace(/\[\d+\]$/, '') ?? ''
      if (name !== 'meta') visit(child, `${ref}/${name}`)
    }
  }
  visit(root, '')
  found.delete('')
  return found
}
