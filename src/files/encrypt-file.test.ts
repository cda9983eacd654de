import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encrypt } from './encrypt-file.ts'

test('a guess of a passphrase costs 128 MiB of memory: the file’s header says so', async () => {
  const pieces: Uint8Array[] = []
  async function* text() {
    yield Buffer.from('Quincaille')
  }
  for await (const piece of encrypt(text(), 'quatre chaises au soleil')) pieces.push(piece)
  assert.match(
    Buffer.concat(pieces).toString('latin1'),
    /^age-encryption\.org\/v1\n-> scrypt [\w+/]+ 17\n/,
  )
})
