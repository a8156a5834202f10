// `npm run sbom`: every package the product is made of, as CycloneDX reads it, out of the lock file and nothing else: what
// is not pinned there is not in the product. What only builds and tests it is marked as such.
import { readFileSync } from 'node:fs'
import { inProject } from './project.mjs'

/** `@scope/name` of `node_modules/a/node_modules/@scope/name`. @param {string} place */
const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** @param {string} name @param {string} version */
const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** An integrity of npm as a hash of CycloneDX. @param {string | undefined} integrity */
function hashesOf(integrity) {
  const [, algorithm, text] = /^(sha(?:1|256|384|512))-(.+)$/.exec(integrity ?? '') ?? []
  if (!algorithm || !text) return {}
  const alg = algorithm.toUpperCase().replace('SHA', 'SHA-')
  return { hashes: [{ alg, content: Buffer.from(text, 'base64').toString('hex') }] }
}

/** @param {{name: string, version: string, packages: Record<string, Record<string, any>>}} lock */
function sbomOf({ name, version, packages }) {
  const components = Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => {
      const own = nameOf(place)
      return {
        type: 'library',
        'bom-ref': place,
        name: own,
        version: entry.version,
        scope: entry.dev ? 'excluded' : entry.optional ? 'optional' : 'required',
        purl: purlOf(own, entry.version),
        ...(entry.license && { licenses: [{ license: { name: entry.license } }] }),
        ...hashesOf(entry.integrity),
      }
    })
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version } },
    components,
  }
}

/** Of this project. */
export const projectSbom = () => sbomOf(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')))
