// The bill of materials of what is shipped, as CycloneDX 1.5: the libraries that the programs are linked with, by the Debian
// packages that bring them, and the packages of which the web application is made.
//
//   node tools/sbom.mjs PROGRAM… > sbom.cdx.json
import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { basename } from 'node:path'

const lines = (command, ...words) => execFileSync(command, words, { encoding: 'utf8' }).split('\n').filter(Boolean)

/** The files that the loader takes for a program. */
const librariesOf = (program) => lines('ldd', program).flatMap((line) => /=> (\/\S+)/.exec(line)?.[1] ?? []).map((file) => realpathSync(file))

function debianPackages(programs) {
  const files = new Set(programs.flatMap(librariesOf))
  // Asked for by their last names: some packages still say /lib for what lies in /usr/lib.
  const owners = lines('dpkg-query', '--search', ...[...files].map((file) => `*/${basename(file)}`)).map((line) => line.split(': '))
  const names = new Set(owners.filter(([, file]) => files.has(file) || files.has(`/usr${file}`)).map(([name]) => name))
  return lines('dpkg-query', '--show', '--showformat', '${Package}\t${Version}\t${Architecture}\n', ...names).map((line) => {
    const [name, version, architecture] = line.split('\t')
    return { type: 'library', name, version, purl: `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${architecture}&distro=debian-12` }
  })
}

function webPackages() {
  const { packages } = JSON.parse(readFileSync('web/package-lock.json', 'utf8'))
  const shipped = Object.entries(packages).filter(([place, { dev }]) => place && !dev)
  return shipped.map(([place, { version, license }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return { type: 'library', name, version, licenses: license ? [{ license: { name: license } }] : [], purl: `pkg:npm/${name.replace('@', '%40')}@${version}` }
  })
}

const version = /project\(\s*\S+\s+VERSION\s+(\S+)/.exec(readFileSync('CMakeLists.txt', 'utf8'))[1]
const components = [...debianPackages(process.argv.slice(2)), ...webPackages()]
const unique = [...new Map(components.map((one) => [one.purl, one])).values()].sort((a, b) => (a.purl < b.purl ? -1 : 1))
process.stdout.write(`${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component: { type: 'application', name: 'expogate', version } }, components: unique }, null, 2)}\n`)
