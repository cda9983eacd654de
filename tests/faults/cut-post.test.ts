import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { kill, serving } from './serving.ts'

/**
 * Whoever's telephone loses its network in the middle of a form is no fault of the machine's, and
 * writes nothing on its card.
 */
test('a form that is cut on its way says nothing in the machine’s own log', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-cut-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const server = serving(folder)
  const { host, hostname, port, origin } = new URL(await server.ready)
  const head = [
    `POST /ouvrir HTTP/1.1`,
    `host: ${host}`,
    `origin: ${origin}`,
    'content-length: 5000',
  ]
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b'])
    for (let n = 0; n < 5; n++)
      await new Promise<void>(resolve => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(`${[...head, `content-type: ${type}`].join('\r\n')}\r\n\r\nwhere=Sail`, () =>
            socket.destroy(),
          )
        }).on('close', () => resolve())
      })
  // The next answer comes after what the cut ones had to say.
  assert.equal((await fetch(`${origin}/sante`)).status, 200)
  await kill(server, 'SIGTERM')
  assert.doesNotMatch(server.said(), /ECONNRESET|aborted| {4}at /)
})
