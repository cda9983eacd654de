import type { Brick } from '../../../contract/brick.ts'
import { wordsOfType } from '../../../contract/type-words.ts'
import type { Lang } from '../../../core/lang.ts'
import { type Kind, type RecordType, type Space, spaceOf } from '../../../core/schema.ts'
import { staysHere } from '../../../engine/waiting.ts'
import { IDLE_MS, OWN_MS } from '../../../files/local.ts'

/**
 * Who reads what stays here of a type. `hidden`: its keeper, and whom it is about · `here`: whoever reads here, until it is forgotten ·
 * `counter`: those to whom a page of this counter is open (`Brick.hereOnly`), who may take it away.
 */
export type Stays = 'hidden' | 'here' | 'counter'
const isTap = (type: RecordType): boolean => Object.values(type.fields).every(field => field.unasked)
const staysOf = ({ hereOnly }: Brick, type: RecordType): Stays =>
  type.shownHere === true ? 'here' : hereOnly === true && !isTap(type) ? 'counter' : 'hidden'

/** A record type as the page that says what is kept tells it: labels of its fields, by where they may go. */
export type KeptType = Readonly<{
  name: string
  label: string
  shown: readonly string[]
  network: readonly string[]
  home: readonly string[]
  stays: Stays
  /** A visitor without account may send it. */
  sent: boolean
}>
/** The types of one brick; `heading` is its entry of the menu, if it has one. */
export type KeptGroup = Readonly<{ brick: string; heading: string | undefined; types: readonly KeptType[] }>

/**
 * Kinds in which a person can be named, shown or reached. A day, a number, a commune or a choice names nobody by itself; a link
 * leads to a record that is listed too.
 */
const NAMES_SOMEONE: ReadonlySet<Kind> = new Set(['text', 'prose', 'phone', 'email', 'url', 'point', 'files'])

/** What this house keeps, made from the schemas of its bricks: what is not in a schema is not kept. */
export function keptOf(bricks: readonly Brick[], lang: Lang): readonly KeptGroup[] {
  return bricks
    .filter(brick => brick.records.length > 0)
    .map(brick => ({
      brick: brick.name,
      heading: brick.slots?.menu?.(brick.words[lang])[0]?.words,
      types: brick.records.map(type => keptType(bricks, brick, type, lang)),
    }))
}

function keptType(bricks: readonly Brick[], brick: Brick, type: RecordType, lang: Lang): KeptType {
  const words = wordsOfType(bricks, type.name, lang)
  const labels = (space: Space): readonly string[] =>
    Object.entries(type.fields)
      .filter(([, field]) => spaceOf(type, field) === space)
      .filter(([, field]) => space === 'home' || (!field.unasked && NAMES_SOMEONE.has(field.kind)))
      .map(([name]) => words.fields[name]?.label ?? name)
  return {
    name: type.name,
    label: words.many,
    shown: labels('commons'),
    network: labels('network'),
    home: labels('home'),
    stays: staysOf(brick, type),
    sent: bricks.some(brick => brick.grants?.includes(type.name)),
  }
}

/**
 * What visitors may send, one word a type: what is shown once it was read; what never leaves this box, left for somebody or read
 * here. A type of which no form asks anything is a tap, and is not told.
 */
export const sentOf = (bricks: readonly Brick[], lang: Lang, which: 'shown' | Stays = 'shown'): readonly string[] =>
  bricks.flatMap(brick =>
    (brick.grants ?? []).flatMap(name => {
      const type = brick.records.find(one => one.name === name)
      if (!type || isTap(type)) return []
      return (staysHere(brick, name) ? staysOf(brick, type) : 'shown') === which ? [wordsOfType(bricks, name, lang).one] : []
    }),
  )

/** Every cookie of the house; a test holds this list against what the door really sets. */
export type CookieKept = Readonly<{ name: 'tenue' | 'langue' | 'dit' | 'navigateur' | 'fait'; seconds: number; ownSeconds?: number }>
export const COOKIES: readonly CookieKept[] = [
  { name: 'tenue', seconds: IDLE_MS / 1000, ownSeconds: OWN_MS / 1000 },
  { name: 'langue', seconds: 31_536_000 },
  { name: 'dit', seconds: 60 },
  { name: 'navigateur', seconds: 86_400 },
  { name: 'fait', seconds: 600 },
]
