import { createHash, createPrivateKey, webcrypto, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { Fingerprint } from '../contract/box/hotspot.ts'
import { FolderFault, placesIn, writeSafely } from '../files/folder.ts'
import { sayable } from '../log/sayable.ts'

export type Certificate = Readonly<{ key: string; cert: string; words: string }>

const YEARS = 10
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/**
 * The box’s own certificate, made at the first start. No authority signs it, so its fingerprint is
 * printed in words.
 */
export async function openCertificate(
  folder: string,
  names: readonly string[],
  now: number,
): Promise<Certificate> {
  const { certificate, certificateKey } = placesIn(folder)
  if (!existsSync(certificate) || !existsSync(certificateKey)) {
    const made = await newCertificate(names, now)
    writeSafely(certificateKey, made.key, 0o600)
    writeSafely(certificate, made.cert)
  }
  const [cert, key] = [readFileSync(certificate, 'utf8'), readFileSync(certificateKey, 'utf8')]
  return { key, cert, words: wordsOf(folder, cert, key) }
}

/** The fingerprint of a folder’s certificate. Undefined when it is missing or can’t be read. */
export function fingerprintIn(folder: string): Fingerprint | undefined {
  const { certificate } = placesIn(folder)
  try {
    return existsSync(certificate) ? fingerprintOf(readFileSync(certificate, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

export function fingerprintOf(cert: string): Fingerprint {
  const { raw, fingerprint256 } = new X509Certificate(cert)
  return { words: fingerprintWords(raw), begins: fingerprint256.split(':').slice(0, 12).join(' ') }
}

/** // A damaged certificate is not replaced silently: the keeper’s card bears its words. */
function wordsOf(folder: string, cert: string, key: string): string {
  try {
    const read = new X509Certificate(cert)
    if (!read.checkPrivateKey(createPrivateKey(key))) throw new Error('another key')
    return fingerprintWords(read.raw)
  } catch {
    throw new FolderFault('hurtCertificate', folder)
  }
}

async function newCertificate(
  names: readonly string[],
  now: number,
): Promise<Readonly<{ key: string; cert: string }>> {
  // Once in a box's life: not loaded at each start. Its own parts want this polyfill first.
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  x509.cryptoProvider.set(webcrypto as Crypto)
  const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const alternative = (name: string): { type: 'ip' | 'dns'; value: string } => ({
    type: /^[\d.]+$/.test(name) || name.includes(':') ? 'ip' : 'dns',
    value: name,
  })
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString('hex'),
    name: 'CN=CoCoTe',
    notBefore: new Date(Math.min(now, Date.UTC(2024, 0, 1))),
    notAfter: new Date(Math.max(now, Date.UTC(2024, 0, 1)) + YEARS * 366 * 86_400_000),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new x509.SubjectAlternativeNameExtension(names.map(alternative))],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString(
    'base64',
  )
  const lines = pkcs8.match(/.{1,64}/g)?.join('\n') ?? ''
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    cert: cert.toString('pem'),
  }
}

/** The first 96 bits of the certificate's SHA-256, as six sayable words. */
const fingerprintWords = (der: ArrayBuffer | Uint8Array): string =>
  sayable(createHash('sha256').update(new Uint8Array(der)).digest(), 6)
