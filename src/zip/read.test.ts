import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { tempFolder } from '../../tests/support/folders.ts'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { BadArchive, ZipFile } from './read.ts'
import { partOf, zipped } from './write.ts'

const file = join(tempFolder(), 'a.zip')
const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(pieces))
const refuses = (code: BadArchive['code']) => (error: unknown) =>
  error instanceof BadArchive && error.code === code

testEach(
  'law: what is written into an archive is read out of it, from the disk or from memory, in ' +
    'pieces or at once',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({
            name: fc.stringMatching(/^[a-zé][a-zé/.]{0,9}[a-z]$/),
            bytes: fc.oneof(
              fc.uint8Array({ maxLength: 300 }),
              fc.integer({ min: 0, max: 600_000 }).map(size => new Uint8Array(size)),
            ),
            packs: fc.boolean(),
          }),
          {
            maxLength: 6,
            selector: ({ name }) => name,
          },
        ),
        async given => {
          const parts = given
            .filter(({ name }) => !name.split('/').includes('..'))
            .map(({ name, bytes, packs }) => ({ ...partOf(name, bytes, packs), given: bytes }))
          const archive = await whole(zipped(parts, new Date(2026, 10, 28)))
          writeFileSync(file, archive)
          for (const from of [file, archive]) {
            const zip = new ZipFile(from)
            assert.deepEqual(
              zip.parts.map(({ name }) => name),
              parts.map(({ name }) => name),
            )
            for (const { name, given } of parts) {
              const part = zip.find(name)!
              assert.deepEqual(await whole(zip.pieces(part)), Buffer.from(given))
              assert.deepEqual(zip.wholeNow(part, given.length), Buffer.from(given))
              if (given.length > 0)
                assert.throws(() => zip.wholeNow(part, given.length - 1), refuses('swollen'))
            }
            zip.close()
          }
        },
      ),
      runs(20, 60),
    ),
)

/** Where each entry of the list of contents begins. */
function* entriesOf(archive: Uint8Array): Generator<number> {
  const view = new DataView(archive.buffer, archive.byteOffset)
  for (let at = 0; at + 46 < archive.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) yield at
}
/** The same archive, two bytes of each entry of its list changed. */
function changed(archive: Uint8Array, offset: number, value: number): Uint8Array {
  const out = archive.slice()
  for (const at of entriesOf(out)) new DataView(out.buffer).setUint16(at + offset, value, true)
  return out
}
const one = zipSync({ 'a.txt': strToU8('bonjour') })

test(
  'a name that leads out of its folder refuses the whole archive; a document is read by the ' +
    'names that we know',
  () => {
    for (const name of ['../a', 'b/../../a', '/a', 'c:a', 'a\\b', 'a\u0000b', 'a\nb']) {
      const archive = zipSync({ 'a.txt': strToU8('bonjour'), [name]: strToU8('x') })
      assert.throws(() => new ZipFile(archive), refuses('path'), name)
      const document = new ZipFile(archive, { isDocument: true })
      assert.equal(String(document.wholeNow(document.find('a.txt')!, 100)), 'bonjour')
    }
  },
)

test('a name that comes twice refuses the whole archive; in a document the last counts', () => {
  const archive = zipSync({ aa: strToU8('un'), ab: strToU8('deux') })
  for (const at of entriesOf(archive)) archive[at + 47] = 'a'.charCodeAt(0)
  assert.throws(() => new ZipFile(archive), refuses('twice'))
  const document = new ZipFile(archive, { isDocument: true })
  assert.equal(String(document.wholeNow(document.find('aa')!, 100)), 'deux')
})

test('a part that is locked, or packed in a way that we don’t read, is refused', async () => {
  for (const [offset, value, code] of [
    [8, 1, 'locked'],
    [10, 12, 'damaged'],
  ] as const) {
    const archive = changed(one, offset, value)
    assert.throws(() => new ZipFile(archive), refuses(code))
    const document = new ZipFile(archive, { isDocument: true })
    const part = document.find('a.txt')!
    assert.throws(() => document.wholeNow(part, 100), refuses(code))
    await assert.rejects(whole(document.pieces(part)), refuses(code))
  }
})

test('a part that unpacks to more than it announces, or whose sum differs, is never believed', async () => {
  const zeros = zipSync({ a: new Uint8Array(3_000_000) })
  const lying = changed(zeros, 26, 0)
  for (const [archive, code] of [
    [lying, 'swollen'],
    [changed(one, 16, 0), 'damaged'],
    [changed(one, 24, 6), 'damaged'],
  ] as const) {
    const zip = new ZipFile(archive)
    const part = zip.parts[0]!
    assert.throws(() => zip.wholeNow(part, 1_000_000), refuses(code))
    let held = 0
    const pieces = async (): Promise<void> => {
      for await (const piece of zip.pieces(part)) held += piece.length
    }
    await assert.rejects(pieces, refuses('damaged'))
    assert.ok(held <= part.size)
  }
})

test('an archive that is cut anywhere has no list, and is refused; so is what is no archive', () => {
  for (let length = 2; length < one.length; length++)
    for (const isDocument of [false, true])
      assert.throws(
        () => new ZipFile(one.subarray(0, length), { isDocument }),
        refuses(length < 4 ? 'notZip' : 'cut'),
      )
  assert.throws(() => new ZipFile(Buffer.from('du texte, et rien d’autre')), refuses('notZip'))
  assert.throws(() => new ZipFile(changed(one, 28, 60_000)), refuses('damaged'))
})
