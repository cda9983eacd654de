import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { tempFolder } from '../../../tests/support/folders.ts'
import { receive } from './multipart.ts'

const to = join(tempFolder(), 'came')

/** The form as a browser sends it, its boundary drawn by the platform. */
async function sentForm(
  fields: readonly (readonly [string, string | Buffer])[],
): Promise<Readonly<{ type: string; body: Buffer }>> {
  const form = new FormData()
  for (const [name, value] of fields)
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([new Uint8Array(value)]), 'nouvelles.cocote')
  const request = new Request('http://borne.local/', { method: 'POST', body: form })
  return {
    type: request.headers.get('content-type') ?? '',
    body: Buffer.from(await request.arrayBuffer()),
  }
}
async function* inPieces(body: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (let i = 0; at < body.length; i++) {
    const size = sizes[i % sizes.length] ?? 1
    yield body.subarray(at, at + size)
    at += size
  }
}

/** Bytes full of what a boundary begins with. */
const bytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom('\r\n', '\r\n--', '--', '\r\n------formdata'),
    ),
    { maxLength: 30 },
  )
  .map(all => Buffer.concat(all.map(one => Buffer.from(one as string))))
const sizes = fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 9 })

test('law: however a form comes in pieces, its file is on the disk byte for byte, and its texts are what was typed', () =>
  fc.assert(
    fc.asyncProperty(
      bytes,
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      sizes,
      async (file, text, pieces) => {
        const typed = text.replace(/\r\n?|\n/g, ' ')
        const { type, body } = await sentForm([
          ['jeton', typed],
          ['fichier', file],
          ['tout', '1'],
        ])
        const got = await receive(inPieces(body, pieces), type, { named: 'fichier', to })
        assert.deepEqual({ ...got.fields }, { jeton: typed, tout: '1' })
        assert.equal(got.bytes, file.length)
        assert.deepEqual(readFileSync(to), file)
      },
    ),
    { numRuns: 200 },
  ))

test('a form that is cut anywhere is refused, and leaves no file', async () => {
  const { type, body } = await sentForm([
    ['jeton', 'abc'],
    ['fichier', Buffer.from('un fichier de nouvelles')],
  ])
  for (let at = 0; at < body.length - 4; at += 7) {
    await assert.rejects(
      receive(inPieces(body.subarray(0, at), [64]), type, { named: 'fichier', to }),
      { name: 'CutForm' },
      `at ${at}`,
    )
    assert.equal(existsSync(to), false)
  }
  await assert.rejects(
    receive(inPieces(body, [64]), 'multipart/form-data', { named: 'fichier', to }),
    { name: 'CutForm' },
  )
})

test('texts are bounded; a file under another name, or none that was chosen, is no file', async () => {
  const long = await sentForm([['jeton', 'x'.repeat(20_000)]])
  await assert.rejects(receive(inPieces(long.body, [999]), long.type, { named: 'fichier', to }), {
    name: 'CutForm',
  })
  const other = await sentForm([['image', Buffer.from('une image')]])
  assert.equal(
    (await receive(inPieces(other.body, [9]), other.type, { named: 'fichier', to })).bytes,
    undefined,
  )
  assert.equal(readFileSync(to).length, 0)
})

test('the texts before the file say whether a byte of it is written', async () => {
  const { type, body } = await sentForm([
    ['code', 'faux 0000'],
    ['fichier', Buffer.alloc(100_000, 7)],
    ['tout', '1'],
  ])
  const asked: unknown[] = []
  const mayCome = (fields: Readonly<Record<string, string>>): boolean => {
    asked.push({ ...fields })
    return false
  }
  const got = await receive(inPieces(body, [97]), type, { named: 'fichier', to, mayCome })
  assert.deepEqual([got.bytes, readFileSync(to).length], [undefined, 0])
  assert.deepEqual(asked, [{ code: 'faux 0000' }])
})
