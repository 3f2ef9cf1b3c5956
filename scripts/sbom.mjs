// Prints what the packed package consists of as CycloneDX: what is installed with it and what stands in its bundles, as
// npm tells it from the lock file. Without serial number and time, so that the same package has the same list.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const npm = process.env.npm_execpath
const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--loglevel=error']
const output = execFileSync(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, {
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
})
const { serialNumber: _, metadata, components, dependencies, ...rest } = JSON.parse(output)
const { timestamp: __, component, ...data } = metadata
const { name } = JSON.parse(readFileSync('package.json', 'utf8'))
const notices = readFileSync('dist/LICENSES.txt', 'utf8').matchAll(/^(\S+) (\d\S*) \(.*\)$/gm)
const bundled = new Set([...notices].map(([, name, version]) => `${name}@${version}`))

const isDevelopment = ({ properties }) => properties.some(each => each.name === 'cdx:npm:package:development')
const own = components
  .filter(each => bundled.has(each['bom-ref']) || !isDevelopment(each))
  .map(each => ({ ...each, scope: 'required', properties: propertiesOf(each) }))
const refs = new Set([component['bom-ref'], ...own.map(each => each['bom-ref'])])
const missing = [...bundled].filter(ref => !refs.has(ref))
if (missing.length > 0) throw new Error(`bundled, but not in the lock file: ${missing.join(', ')}`)

function propertiesOf(each) {
  const others = each.properties.filter(({ name }) => name !== 'cdx:npm:package:development')
  return bundled.has(each['bom-ref'])
    ? [...others, { name: 'cdx:npm:package:bundled', value: 'true' }]
    : others
}

const sbom = {
  ...rest,
  metadata: { ...data, component: { ...component, name } },
  components: own,
  dependencies: dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(each => refs.has(each)) })),
}
console.log(JSON.stringify(sbom, null, 2))
