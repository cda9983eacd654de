import assert from 'node:assert/strict'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { NOON, tempFolder } from '../../tests/support/folders.ts'
import { placesIn } from '../files/folder.ts'
import { openCertificate } from './certificate.ts'

test('a certificate is made once; a hurt one, or another key, is refused and stays', async () => {
  const folder = tempFolder()
  const { certificate, certificateKey } = placesIn(folder)
  const open = (of: string) => openCertificate(of, ['127.0.0.1', 'cocote.local'], NOON)
  const made = await open(folder)
  assert.deepEqual(await open(folder), made)
  const another = await open(tempFolder())
  const hurts: readonly (readonly [string, () => void])[] = [
    [certificate, () => writeFileSync(certificate, 'garbage')],
    [certificateKey, () => truncateSync(certificateKey, 40)],
    [certificateKey, () => writeFileSync(certificateKey, another.key)],
  ]
  for (const [file, hurt] of hurts) {
    const whole = readFileSync(file)
    hurt()
    const was = readFileSync(file)
    await assert.rejects(open(folder), { name: 'FolderFault', code: 'hurtCertificate', folder })
    assert.deepEqual(readFileSync(file), was)
    writeFileSync(file, whole)
  }
})
