import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { bytesIn, callsIn, follow } from './trace.ts'
import { unplug } from './unplugged.ts'

/** A trace as strace writes it; text in quotes is given plainly and made `\x` here. */
const hexed = (line: string): string =>
  line.replace(
    /"([^"]*)"/g,
    (_, text: string) =>
      '"' +
      `${[...Buffer.from(text)].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}` +
      '"',
  )
const traceOf = (lines: readonly string[], before: readonly string[] = []) =>
  follow(callsIn(lines.map(hexed)), '/box', before)

function left(
  t: TestContext,
  lines: readonly string[],
  at: number,
): Readonly<Record<string, string>> {
  const to = mkdtempSync(join(tmpdir(), 'cocote-trace-'))
  t.after(() => rmSync(to, { recursive: true }))
  unplug(traceOf(lines), '/box', '/nowhere', at, to)
  const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter(one =>
    one.isFile(),
  )
  return Object.fromEntries(
    files.map(one => [one.name, readFileSync(join(one.parentPath, one.name), 'utf8')]),
  )
}

const OPEN = '7 openat(AT_FDCWD, "/box/a", O_RDWR|O_CREAT, 0644) = 5'
const NAMED = ['7 openat(AT_FDCWD, "/box", O_RDONLY) = 6', '7 fsync(6) = 0', '7 close(6) = 0']

test('what was written and synced before the plug is pulled is left, the rest is not', t => {
  const lines = [
    OPEN,
    ...NAMED,
    '7 pwrite64(5, "kept", 4, 0) = 4',
    '7 fsync(5) = 0',
    '7 pwrite64(5, "LOST", 4, 0) = 4',
    '7 write(1, "", 0) = 0',
  ]
  assert.deepEqual(left(t, lines, 8), { a: 'kept' })
  assert.deepEqual(left(t, lines, 6), { a: '' }, 'the sync had not ended')
})

test('a write that ended after the sync began does not count as synced', t => {
  const lines = [
    OPEN,
    ...NAMED,
    '7 pwrite64(5, "kept", 4, 0) = 4',
    '8 pwrite64(5, "LOST", 4, 4 <unfinished ...>',
    '7 fsync(5 <unfinished ...>',
    '8 <... pwrite64 resumed>) = 4',
    '7 <... fsync resumed>) = 0',
  ]
  assert.deepEqual(left(t, lines, 99), { a: 'kept' })
})

test(
  'a name that was not synced is gone with its file, a new name that was not synced leaves ' +
    'the old one',
  t => {
    const written = [OPEN, '7 write(5, "whole", 5) = 5', '7 fsync(5) = 0', '7 close(5) = 0']
    assert.deepEqual(left(t, written, 99), {})
    assert.deepEqual(left(t, [...written, ...NAMED, '7 rename("/box/a", "/box/b") = 0'], 99), {
      a: 'whole',
    })
    assert.deepEqual(
      left(t, [...written, ...NAMED, '7 rename("/box/a", "/box/b") = 0', ...NAMED], 99),
      { b: 'whole' },
    )
  },
)

test('a folder that was not synced in the one above is gone with its files', t => {
  const inside = [
    '7 mkdir("/box/files", 0777) = 0',
    '7 openat(AT_FDCWD, "/box/files/a", O_WRONLY|O_CREAT, 0644) = 5',
    '7 fsync(5) = 0',
    '7 openat(AT_FDCWD, "/box/files", O_RDONLY) = 8',
    '7 fsync(8) = 0',
  ]
  assert.deepEqual(left(t, inside, 99), {})
  assert.deepEqual(left(t, [...inside, ...NAMED], 99), { a: '' })
})

test(
  'a number that was closed and opened again is another file; a short write is as short as it ' +
    'was',
  t => {
    const lines = [
      OPEN,
      '7 close(5) = 0',
      '7 openat(AT_FDCWD, "/box/b", O_RDWR|O_CREAT, 0644) = 5',
      '7 write(5, "abcdef", 6) = 2',
      '7 write(5, "cd", 2) = 2',
    ]
    assert.deepEqual(left(t, [...lines, '7 ftruncate(5, 3) = 0', '7 fsync(5) = 0', ...NAMED], 99), {
      a: '',
      b: 'abc',
    })
  },
)

test('answers are read with their page, whichever call sends them', () => {
  const { answers } = traceOf([
    '7 write(9, "HTTP/1.1 303 See Other\r\nlocation: /apres/1\r\n\r\n", 47) = 47',
    '7 writev(9, [{iov_base="HTTP/1.1 303 See Other\r\nLocation: /apr", iov_len=38}, ' +
      '{iov_base="es/2\r\n\r\n", iov_len=8}], 2) = 46',
    '7 write(9, "HTTP/1.1 200 OK\r\n\r\n", 19) = 19',
  ])
  assert.deepEqual(
    answers.map(one => [one.from, one.location]),
    [
      [1, '/apres/1'],
      [2, '/apres/2'],
    ],
  )
})

test('what could change a file unseen is refused', () => {
  const maps = (file: string) => [
    `7 openat(AT_FDCWD, "/box/${file}", O_RDWR|O_CREAT, 0644) = 5`,
    '7 mmap(NULL, 32768, PROT_READ|PROT_WRITE, MAP_SHARED, 5, 0) = 140000',
  ]
  assert.throws(() => traceOf(maps('log.db')), /through memory/)
  traceOf(maps('log.db-shm'))
  assert.throws(
    () => traceOf(['7 io_uring_setup(64, {flags=IORING_SETUP_SQPOLL, sq_entries=64}) = 4']),
    /io_uring/,
  )
  assert.throws(() => traceOf([OPEN, '7 fallocate(5, 0, 0, 4096) = 0']), /fallocate/)
  assert.throws(() => traceOf(['7 link("/box/a", "/box/b") = 0']), /link/)
  assert.throws(() => traceOf([OPEN, '7 pwrite64(5, "ab"..., 4096, 0) = 4096']), /too small/)
})

test('a string that strace did not write in hex is refused', () => {
  assert.equal(bytesIn('[{iov_base="\\x61\\x62"}, {iov_base="\\x63"}]').toString(), 'abc')
  for (const said of ['"abcd"', '"61626364"', '"GET"', '"\\x61bcde"', '"\\x6162\\x"', '"\\x6"'])
    assert.throws(() => bytesIn(said), /not in hex/, said)
})
