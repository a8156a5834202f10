// Nothing in the project depends on the machine it was written on, and the app asks no other host for anything.
import { describe, expect, it } from 'vitest'
import { readFiles, type SourceFile } from './source-tree.ts'
import { stripComments } from './strip-comments.ts'

const MACHINE_PATH = /(?:^|[\s"'`(=:[])((?:\/(?:work|home|Users|root)\/|[A-Z]:\\\\?Users\\)[^\s"'`)]*)/gm
const REMOTE_HOST = /\bhttps?:\/\/([\w.-]+)/g
const RESOLVED = /"resolved":\s*"(?:https?|git)/

/** Names, not addresses: XML namespaces, and hosts that can be no other machine or no machine at all. */
const isNoOtherHost = (host: string) =>
  host === 'www.w3.org' || /^(localhost|127\.0\.0\.1|([\w-]+\.)*(invalid|test|example)|example\.(com|org))$/.test(host)

const machinePaths = ({ path, text }: SourceFile) =>
  [...text.matchAll(MACHINE_PATH)].map((match) => `${path}: ${match[1] ?? ''}`)

const remoteHosts = ({ path, text }: SourceFile) =>
  [...stripComments(text).matchAll(REMOTE_HOST)]
    .filter((match) => !isNoOtherHost(match[1] ?? ''))
    .map((match) => `${path}: ${match[0]}`)

const file = (text: string) => ({ path: 'x', text })

describe('the project', () => {
  it('names no folder of a machine', () => {
    const files = readFiles('').filter(({ path }) => path !== 'package-lock.json')
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(machinePaths)).toEqual([])
    expect(machinePaths(file(`read('${['', 'home', 'someone', 'x'].join('/')}')`))).toHaveLength(1)
    expect(machinePaths(file("route('/communes/home/x') // a/work/b"))).toEqual([])
  })

  it('names no other host in its sources', () => {
    expect(readFiles('src', /\.(tsx?|css|json)$/).flatMap(remoteHosts)).toEqual([])
    expect(remoteHosts(file("fetch('https://fonts.somewhere.net/a')"))).toHaveLength(1)
    expect(remoteHosts(file("xmlns='http://www.w3.org/2000/svg' // see https://somewhere.net"))).toEqual([])
  })

  it('names no other host in its page', () => {
    expect(readFiles('', /^index\.html$/).flatMap(remoteHosts)).toEqual([])
  })

  it('locks its packages without the address of a registry', () => {
    const locks = readFiles('', /(^|\/)package-lock\.json$/)
    expect(locks.length).toBeGreaterThan(0)
    expect(locks.filter(({ text }) => RESOLVED.test(text)).map(({ path }) => path)).toEqual([])
    expect(RESOLVED.test('"resolved": "https://registry.example/x.tgz"')).toBe(true)
  })
})
