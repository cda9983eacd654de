import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declaredIn } from './declared.ts'

const SOURCE = `
import type { Other } from './other.ts'

/**
 * A notice.
 *
 * Shape   \`title\`: a sentence
 *         with a rest.
 */
export type Notice<W = unknown> = Readonly<{
  title: string
  /** *Où*: said as { a place }. */
  where?: Readonly<{ a: string; b: number }>
  /**
   * Two lines
   * of it.
   */
  show: (kit: Other<W>, more?: () => void) => W | undefined
  long?: (
    one: string,
    two: 'a}' | 'b',
  ) => string
}>

const inner = 1
export type Either =
  | 'one'
  | Readonly<{ two: string }>
/** A short one. */
export type Both = Notice & Readonly<{ id: string; n: number }>
export interface Reads extends Both {
  one<T extends Other>(type: T): T | undefined
  readonly all: string
}
export type Mapped = { [K in keyof Reads]?: string }
export const last = { title: 'no type' }
`
const said = declaredIn(SOURCE)
const of = (name: string) => said.find(one => one.name === name)!

test('each exported type of a file, and nothing else, is read', () => {
  assert.deepEqual(
    said.map(({ name }) => name),
    ['Notice', 'Either', 'Both', 'Reads', 'Mapped'],
  )
})

test('members have their names, types and comments, whatever stands within them', () => {
  assert.deepEqual(of('Notice').members, [
    { name: 'title', optional: false, type: 'string', doc: '' },
    {
      name: 'where',
      optional: true,
      type: 'Readonly<{ a: string; b: number }>',
      doc: '*Où*: said as { a place }.',
    },
    {
      name: 'show',
      optional: false,
      type: '(kit: Other<W>, more?: () => void) => W | undefined',
      doc: 'Two lines\nof it.',
    },
    { name: 'long', optional: true, type: "(one: string, two: 'a}' | 'b') => string", doc: '' },
  ])
  assert.deepEqual(
    of('Both').members.map(({ name, type }) => [name, type]),
    [
      ['id', 'string'],
      ['n', 'number'],
    ],
  )
  assert.deepEqual(
    of('Reads').members.map(({ name, type }) => [name, type]),
    [
      ['one', '<T extends Other>(type: T): T | undefined'],
      ['all', 'string'],
    ],
  )
})

test('a union and a mapped type stand as they are written', () => {
  assert.deepEqual(of('Either').members, [])
  assert.match(of('Either').text, /two: string \}>$/)
  assert.deepEqual(of('Mapped').members, [])
  assert.equal(of('Mapped').text, 'export type Mapped = { [K in keyof Reads]?: string }')
})

test('a type has the comment that stands right above it', () => {
  assert.match(of('Notice').doc, /^A notice\.\n\nShape {3}`title`: a sentence\n/)
  assert.equal(of('Both').doc, 'A short one.')
  assert.equal(of('Either').doc, '')
  assert.equal(of('Both').head, 'export type Both = Notice & Readonly<{…}>')
})
