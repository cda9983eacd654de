import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { publicRoutes } from './public.ts'

const app = new Hono()
publicRoutes(app)
const got = async (accepted: string) => {
  const answer = await app.request('/look.css', { headers: { 'accept-encoding': accepted } })
  const encoding = answer.headers.get('content-encoding')
  return { encoding, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('the style sheet is compressed over http too, where browsers ask for gzip alone', async () => {
  const plain = await got('identity')
  assert.equal(plain.encoding, null)
  const [http, https] = [await got('gzip, deflate'), await got('gzip, deflate, br')]
  assert.deepEqual([http.encoding, https.encoding], ['gzip', 'br'])
  assert.deepEqual(gunzipSync(http.bytes), plain.bytes)
  assert.deepEqual(brotliDecompressSync(https.bytes), plain.bytes)
  assert.ok(http.bytes.length < plain.bytes.length / 3)
})
