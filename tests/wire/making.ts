import {
  type ChangeBones,
  type Entry,
  entryText,
  type Flesh,
  type Signed,
} from '../../src/core/change.ts'
import type { WriteName } from '../../src/core/merge.ts'
import type { Space } from '../../src/core/schema.ts'
import { nextStamp } from '../../src/core/stamp.ts'
import { type Box, signBytes } from '../../src/log/box.ts'
import { fleshHash, hash8, hashText, sha256 } from '../../src/log/bytes.ts'
import { fixedBox, NOON, recordId } from './boxes.ts'

/**
 * Entries of known keys, known salts and a fixed clock, that anybody can make again: what
 * docs/wire-format.md and its vectors hold.
 */
export const boxes = { first: fixedBox(1), second: fixedBox(2), third: fixedBox(3) }
export const epochs = {
  first: '0123456789abcdef',
  second: 'fedcba9876543210',
  third: '0000000000000003',
}
export type Who = keyof typeof boxes

export type Made = Readonly<{
  entry: Entry
  bytes: Buffer
  signature: Buffer
  flesh: readonly Flesh[]
  name: WriteName
}>
export type Writing = Readonly<{
  type: string
  record: string
  fields: Readonly<Record<string, Readonly<{ value: unknown; over?: readonly WriteName[] }>>>
}>
export const need = (fields: Writing['fields'], n = 1): Writing => ({
  type: 'need',
  record: recordId(n),
  fields,
})
/** A write of the same entry as `made`, in its change of that place. */
export const at = (made: Made, index: number): WriteName => ({ ...made.name, index })

/**
 * Makes entries one after the other, each after the last of its feed; `after` says another one (a
 * fork), undefined that it is the first. Salts are 16 times the number of the value, counted from 1
 * over all that one maker makes.
 */
export function entryMaker() {
  const last = new Map<string, Made | undefined>()
  let salts = 0
  return (
    who: Who,
    space: Space,
    writes: readonly Writing[],
    { after, ...more }: Partial<Entry> & { after?: Made | undefined } = {},
    isFork = false,
  ): Made => {
    const feed = `${boxes[who].name}.${epochs[who]}.${space}`
    const before = isFork ? after : last.get(feed)
    const seen: WriteName[] = []
    const flesh: Flesh[] = []
    const changes = writes.map(
      ({ type, record, fields }, index): ChangeBones => ({
        type,
        record,
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, { value, over = [] }]) => {
            const piece = {
              index,
              field,
              salt: Buffer.alloc(16, ++salts),
              value: JSON.stringify(value),
            }
            flesh.push(piece)
            const places = over.map(name =>
              seen.includes(name) ? seen.indexOf(name) : seen.push(name) - 1,
            )
            return [field, { flesh: fleshHash(piece.salt, piece.value), over: places }]
          }),
        ),
      }),
    )
    const entry: Entry = { ...headOf(feed, before), seen, changes, ...more }
    const bytes = Buffer.from(entryText(entry), 'utf8')
    const name = { feed, seq: entry.seq, index: 0, hash8: hash8(sha256(bytes)) }
    const made = { entry, bytes, signature: signBytes(boxes[who], bytes), flesh, name }
    last.set(feed, made)
    return made
  }
}
const headOf = (feed: string, before: Made | undefined) => ({
  feed,
  seq: (before?.entry.seq ?? 0) + 1,
  prev: before ? hashText(sha256(before.bytes)) : '',
  stamp: nextStamp(before?.entry.stamp, NOON),
  wall: NOON,
  sure: true,
  by: 'keeper',
})

/** A text of the vectors: as it stands, followed by so many blanks, or bytes that are no text. */
export type Text = string | Readonly<{ text: string; blanks: number }> | Readonly<{ hex: string }>
export function bytesOf(text: Text): Buffer {
  if (typeof text === 'string') return Buffer.from(text, 'utf8')
  return 'hex' in text
    ? Buffer.from(text.hex, 'hex')
    : Buffer.from(text.text + ' '.repeat(text.blanks), 'utf8')
}

/** An entry as the vectors hold it; each piece of flesh is change, field, salt in hex, value. */
export type Piece = readonly [index: number, field: string, salt: string, value: Text]
export type Carried = Readonly<{
  bytes: Text
  hash: string
  signature: string
  flesh: readonly Piece[]
}>
export const pieceOf = ({ index, field, salt, value }: Flesh): Piece => [
  index,
  field,
  Buffer.from(salt).toString('hex'),
  value,
]
export const carried = ({
  bytes,
  signature,
  flesh,
}: Pick<Made, 'bytes' | 'signature' | 'flesh'>): Carried => ({
  bytes: bytes.toString('utf8'),
  hash: hashText(sha256(bytes)),
  signature: signature.toString('base64url'),
  flesh: flesh.map(pieceOf),
})
/** Whatever text, rightly signed by that box. */
export function carriedText(box: Box, text: Text, flesh: readonly Piece[] = []): Carried {
  const bytes = bytesOf(text)
  return {
    bytes: text,
    hash: hashText(sha256(bytes)),
    signature: signBytes(box, bytes).toString('base64url'),
    flesh,
  }
}

export const url = (text: string): Buffer => Buffer.from(text, 'base64url')
export const signedFrom = ({ bytes, signature, flesh }: Carried): Signed => ({
  bytes: bytesOf(bytes),
  signature: url(signature),
  flesh: flesh.map(([index, field, salt, value]) => ({
    index,
    field,
    salt: Buffer.from(salt, 'hex'),
    value: bytesOf(value).toString('utf8'),
  })),
})

/** One vector of docs/wire-vectors.json. */
export type WireVector = Readonly<{
  name: string
  shows: string
  kind: string
  given: unknown
  gives: unknown
}>
export const vector = (
  kind: string,
  name: string,
  shows: string,
  given: unknown,
  gives: unknown,
): WireVector => ({
  name: `${kind}: ${name}`,
  shows,
  kind,
  given,
  gives,
})
