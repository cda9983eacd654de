import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { tempFolder } from '../../../tests/support/folders.ts'
import { runs, testOnce as test, testEach } from '../../../tests/support/pass.ts'
import { CutForm, TooManyNames } from './form-names.ts'
import { receive, receiveParts } from './multipart.ts'

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

testEach(
  'law: in whatever pieces a form comes, its file is on the disk byte for byte, and its ' +
    'texts are as typed',
  () =>
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
      runs(60, 200),
    ),
)

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

const HEAD = (name: string, filename?: string): string =>
  '--b\r\ncontent-disposition: form-data; ' +
  `name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n`
const TYPE = 'multipart/form-data; boundary=b'
const nowhere = { write: async () => undefined, end: () => undefined }
const ignoring = { text: () => undefined, file: () => nowhere }

testEach(
  'law: parts come in the order of the form, a file at a time, however slowly each is written',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), bytes), { maxLength: 8 }),
        sizes,
        fc.infiniteStream(fc.nat(3)),
        async (all, pieces, waits) => {
          const { type, body } = await sentForm(
            all.map(([isFile, one], i) => [`n${i}`, isFile ? one : `texte ${i}`]),
          )
          const [texts, files]: [string[], [string, Buffer][]] = [[], []]
          let open: string | undefined
          await receiveParts(inPieces(body, pieces), type, {
            text: name => texts.push(name),
            file: ({ name }) => {
              const got: Buffer[] = []
              return {
                write: async piece => {
                  assert.equal(open ?? name, name)
                  open = name
                  got.push(piece)
                  for (let left = waits.next().value; left > 0; left--)
                    await new Promise(setImmediate)
                },
                end: async () => {
                  await new Promise(setImmediate)
                  files.push([name, Buffer.concat(got)])
                  open = undefined
                },
              }
            },
          })
          const named = (isFile: boolean) =>
            all.flatMap(([one, file], i) => (one === isFile ? [[`n${i}`, file] as const] : []))
          assert.deepEqual(
            texts,
            named(false).map(([name]) => name),
          )
          assert.deepEqual(files, named(true))
        },
      ),
      runs(30, 100),
    ),
)

testEach(
  'law: whatever bytes come, they are a form or are refused as none, and nothing is left that ' +
    'fails later',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            ...[HEAD('a'), HEAD('a', 'b'), HEAD('', ''), '--b\r\n', '\r\n--b\r\n', '\r\n--b--\r\n'],
            ...['\r\n\r\n', '\r\n', '\r', '--', 'texte', 'x'.repeat(9_000), '\r\nx: y', '\\"', '"'],
            ...['--b\r\ncontent-disposition: form-data\r\n\r\n', '--b\r\ncontent-type: a\r\n\r\n'],
          ),
          { maxLength: 14 },
        ),
        sizes,
        fc.boolean(),
        async (all, pieces, isClosed) => {
          const body = Buffer.from(`${all.join('')}${isClosed ? '\r\n--b--\r\n' : ''}`)
          await receiveParts(inPieces(body, pieces), TYPE, ignoring).catch((error: unknown) => {
            if (!(error instanceof CutForm)) throw error
          })
        },
      ),
      runs(80, 300),
    ),
)

test('a slow disk slows the telephone: only a few pieces are read ahead', async () => {
  const piece = Buffer.alloc(64 * 1024, 7)
  let [read, written] = [0, 0]
  async function* body() {
    yield Buffer.from(HEAD('fichier', 'a'))
    for (let i = 0; i < 100; i++) {
      read += piece.length
      assert.ok(read - written <= 5 * piece.length, `${read} read, ${written} written`)
      yield piece
    }
    yield Buffer.from('\r\n--b--\r\n')
  }
  const file = () => ({
    write: async (bytes: Buffer) => {
      for (let i = 0; i < 20; i++) await new Promise(setImmediate)
      written += bytes.length
    },
    end: () => undefined,
  })
  await receiveParts(body(), TYPE, { text: () => undefined, file })
  assert.equal(written, 100 * piece.length)
})

test('many small files wait outside while one is written', async () => {
  let [begun, ended] = [0, 0]
  const files = Array.from({ length: 300 }, (_, i) => Buffer.from(`${HEAD(`f${i}`, 'a')}x\r\n`))
  await receiveParts(pieced([...files, Buffer.from('--b--\r\n')]), TYPE, {
    text: () => undefined,
    file: () => {
      begun++
      assert.ok(begun - ended < 5, `${begun} begun, ${ended} ended`)
      return {
        write: async () => {
          for (let i = 0; i < 9; i++) await new Promise(setImmediate)
        },
        end: async () => void ended++,
      }
    },
  })
  assert.equal(ended, 300)
})

test('an error of the target or of the body is thrown as it is; the rest is not read', async () => {
  const full = new Error('ENOSPC')
  let pieces = 0
  async function* endless() {
    yield Buffer.from(HEAD('fichier', 'a'))
    for (; pieces < 1_000; pieces++) yield Buffer.alloc(64 * 1024)
    throw new Error('read to its end')
  }
  const failing = (write: () => Promise<void>, end: () => Promise<void>) => ({
    text: () => undefined,
    file: () => ({ write, end }),
  })
  const refuses = async (): Promise<void> => {
    throw full
  }
  await assert.rejects(
    receiveParts(
      endless(),
      TYPE,
      failing(refuses, async () => undefined),
    ),
    full,
  )
  assert.ok(pieces < 10, String(pieces))
  const whole = [Buffer.from(`${HEAD('a', 'a')}x\r\n${HEAD('b', 'b')}y\r\n--b--\r\n`)]
  const ended = failing(async () => undefined, refuses)
  await assert.rejects(receiveParts(pieced(whole), TYPE, ended), full)
  const gone = new Error('ECONNRESET')
  async function* cut() {
    yield Buffer.from(`${HEAD('a', 'a')}un début`)
    throw gone
  }
  await assert.rejects(receiveParts(cut(), TYPE, ignoring), gone)
})
async function* pieced(all: Iterable<Buffer>): AsyncGenerator<Uint8Array> {
  yield* all
}

test('a head is short, and parts are counted whether they have a name or not', async () => {
  const one = (text: string) => receiveParts(pieced([Buffer.from(text)]), TYPE, ignoring)
  await one(`${HEAD('n'.repeat(4_000))}\r\n--b--\r\n`)
  await assert.rejects(one(`${HEAD('n'.repeat(5_000))}\r\n--b--\r\n`), CutForm)
  await assert.rejects(one(`${HEAD('n', 'f'.repeat(5_000))}\r\n--b--\r\n`), CutForm)
  function* endless() {
    yield Buffer.from('--b\r\ncontent-disposition: form-data; name="')
    for (let i = 0; i < 200; i++) yield Buffer.alloc(64 * 1024, 'n')
  }
  await assert.rejects(receiveParts(pieced(endless()), TYPE, ignoring), CutForm)
  let read = 0
  function* flood() {
    const piece = Buffer.from('--b\r\n\r\n\r\n'.repeat(6_000))
    for (; read < 100; read++) yield piece
  }
  await assert.rejects(receiveParts(pieced(flood()), TYPE, ignoring), TooManyNames)
  assert.ok(read < 3, String(read))
})
