// Keys and certificates, made anew for each provider of a test.
import { generateKeyPairSync } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Pair {
  privateKey: string
  publicKey: string
}

export function newPair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return { privateKey, publicKey }
}

export interface CertificateWish {
  name: string
  isAuthority?: boolean
  issuer?: { certificate: string; privateKey: string }
}

const configuration = `
utf8 = yes
string_mask = utf8only
[ca]
default_ca = here
[here]
database = index.txt
rand_serial = yes
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
[owner]
basicConstraints = CA:FALSE
[req]
utf8 = yes
prompt = no
distinguished_name = name
[name]
`

/** A certificate valid from 2020 to 2049: the tests' clocks are moved. */
export function newCertificate(folder: string, key: Pair, wish: CertificateWish): string {
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'ca.conf'), `${configuration}commonName = ${wish.name}\n`)
  writeFileSync(join(folder, 'subject.key'), key.privateKey)
  openssl('req', '-new', '-utf8', '-config', 'ca.conf', '-key', 'subject.key', '-out', 'subject.csr')
  if (wish.issuer) {
    writeFileSync(join(folder, 'issuer.pem'), wish.issuer.certificate)
    writeFileSync(join(folder, 'issuer.key'), wish.issuer.privateKey)
  }
  const issuer = wish.issuer ? ['-cert', 'issuer.pem', '-keyfile', 'issuer.key'] : ['-selfsign', '-keyfile', 'subject.key']
  const span = ['-startdate', '20200101000000Z', '-enddate', '20491231000000Z']
  openssl('ca', '-batch', '-notext', '-utf8', '-config', 'ca.conf', '-in', 'subject.csr', '-out', 'subject.pem', '-extensions', wish.isAuthority ? 'authority' : 'owner', ...issuer, ...span)
  return readFileSync(join(folder, 'subject.pem'), 'utf8')
}
