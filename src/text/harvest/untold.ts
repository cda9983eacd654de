import { pattern } from '../../core/pattern.ts'
import { type Finding, guard } from '../guard/guard.ts'
import { isMinor } from './ages.ts'
import { sameAs } from './mask.ts'
import type { NotesPage } from './page.ts'
import type { FoundPiece } from './rule.ts'
import { titled } from './title.ts'

/**
 * A piece whose title and fields say nothing that the guard would hold for sure: the clause that
 * tells a situation, a home, an age, a telephone goes, and so does the name of somebody whom no
 * list of people holds. Undefined: nothing else is left.
 *
 * Absent  *une voisine*, *un ancien*, with nothing else told of them; what the guard only
 *         doubts. Bodies and places that bear somebody's name keep it. The keeper looks at them.
 */
export function untold(page: NotesPage, piece: FoundPiece): FoundPiece | undefined {
  if (piece.private) return piece
  const title = untoldIn(page, piece.title, piece.kind)
  if (title.length < SHORTEST || isToldByHome(page, { ...piece, title })) return undefined
  if (piece.kind === 'voice')
    return title === piece.title && untoldIn(page, saying(piece), 'voice') === saying(piece)
      ? piece
      : undefined
  const fields = Object.entries(piece.fields).flatMap(([key, value]): [string, unknown][] => {
    if (value === piece.title) return [[key, title]]
    if (key === 'who' && typeof value === 'string' && isMinorIn(page, value)) return []
    const isTold =
      typeof value === 'string' &&
      !KEPT.has(key) &&
      tellingIn(value).some(one => one.kind !== 'name' && one.kind !== 'someone')
    return isTold ? [] : [[key, value]]
  })
  return title === piece.title && fields.length === Object.keys(piece.fields).length
    ? piece
    : { ...piece, title, fields: Object.fromEntries(fields) }
}

/** The title or the place of a meeting, without what the guard would hold for sure. */
export const headUntold = (page: NotesPage, said: string): string => untoldIn(page, said, '')

const NAMED: ReadonlySet<string> = new Set(['actor', 'place', 'access-point'])
/** Fields that are addresses, or that the title says as well. */
const KEPT: ReadonlySet<string> = new Set(['url', 'saying', 'startsOn', 'endsOn', 'on', 'dueDay'])
/** Letters that say something. */
const SHORTEST = 3
const saying = (piece: FoundPiece): string => String(piece.fields['saying'] ?? '')

/**
 * *le papi du 12 rue des Lilas*: whom a home tells is the same without it, however the title lost
 * it.
 */
function isToldByHome({ clear }: NotesPage, { from, to, title }: FoundPiece): boolean {
  const found = guard(clear.slice(from, to))
  const homes = found.filter(one => one.kind === 'home').map(one => one.from)
  return found.some(
    one =>
      one.kind === 'someone' &&
      homes.some(at => at >= one.to && at - one.to < 3) &&
      sameAs(title).includes(sameAs(one.said.replace(LAST_WORD, ''))),
  )
}
const LAST_WORD = /\s+\S+$/

/** Asked again for each task of the same person: a page is read once for each. */
const minors = new WeakMap<NotesPage, Map<string, boolean>>()
function isMinorIn(page: NotesPage, name: string): boolean {
  const known = minors.get(page) ?? new Map<string, boolean>()
  minors.set(page, known)
  const is = known.get(name) ?? isMinor(page.clear, name)
  known.set(name, is)
  return is
}

function untoldIn(page: NotesPage, said: string, kind: string): string {
  const isNamed = NAMED.has(kind)
  // A saying is whole or is not: *Avant, je demandais à mon fils* tells who speaks, unnamed.
  const title = isNamed || kind === 'voice' ? said : withoutKin(said)
  const found = tellingIn(title)
  if (found.length === 0 || (isNamed && found.every(one => one.kind === 'name'))) return title
  if (isNamed) return ''
  // *le papi du 12 rue des Lilas*: without the street, it is still the same man.
  const told = found.filter(one => one.kind === 'someone')
  const people = told.map(one => one.said.replace(LAST_OF, ''))
  const isHeld = (text: string): boolean =>
    told.length > 0
      ? people.some(one => text.includes(one)) || guard(text).some(one => one.kind !== 'maybe')
      : held(text)
  const bare = withoutNames(title, found)
  const left = isHeld(bare) ? withoutClauses(bare, isHeld) : bare
  const again = titled(left, page.names)
  return isHeld(again) || PARTED.test(again) ? '' : again
}

/** *le papi du*: what led to a street that went. */
const LAST_OF = /\s+(?:du|de|des|au|aux|d['’])$/i

/** *entre et la famille*: a name that went parts the words that stood around it. */
const PARTED = pattern('iu')`
  (?<!\p{L})(?:entre|avec|chez|contre)\s+(?:et|ou|pour|,|$)
  |(?<!\p{L})(?:de|du|des|au|aux|la famille|les époux|le fils|la fille)\s+(?:et|ou)(?!\p{L})
  |(?<!\p{L})(?:du|au|est|la famille|les époux)$
`

/** *un lieu pour les ados, mon fils traîne le soir*: the clause that tells of one's own goes. */
function withoutKin(title: string): string {
  const isKin = (part: string): boolean =>
    guard(part).some(one => one.kind === 'someone' && OWN_KIN.test(one.said))
  if (!isKin(title)) return title
  const left = withoutClauses(title, isKin)
  return left.length < SHORTEST ? title : left
}
const OWN_KIN = /^(?:mon|ma|mes|notre|nos)\s/i

function tellingIn(text: string): readonly Finding[] {
  const found = guard(text)
  const isOfOne = found.some(one => one.kind !== 'someone')
  return found.filter(one => one.kind !== 'maybe' && (one.kind !== 'someone' || isOfOne))
}
const held = (text: string): boolean => tellingIn(text).length > 0

/** *de*, *à*, *avec*… before a name go with it. */
const LEADS = pattern('iu')`
  (?:(?<!\p{L})(?:mme|mlle|m\.|mr|dr|monsieur|madame|avec|chez|par|pour|de|à|et|ou|selon|voir|via
  |,|:|d['’])\s*)+$
`
function withoutNames(title: string, found: readonly Finding[]): string {
  let [kept, at] = ['', 0]
  for (const one of found) {
    if (one.kind !== 'name' && one.kind !== 'home') continue
    kept += title.slice(at, one.from).replace(LEADS, '')
    at = one.to
    // The stop of an initial goes with it.
    if (/(?:^|[^\p{L}])\p{Lu}$/u.test(one.said) && title[at] === '.') at++
  }
  return `${kept} ${title.slice(at)}`.replace(/\s+/g, ' ').trim()
}

/** Of the clauses between its stops, those that tell nothing. */
const withoutClauses = (title: string, isHeld: (part: string) => boolean): string =>
  title
    .replace(/\([^()]*\)/g, part => (isHeld(part) ? ' ' : part))
    .split(/(?<=[,;:–—.!?])\s/)
    .filter(part => !isHeld(part))
    .join(' ')
    .replace(/\s*([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/[\s,;:–—]+$/, '')
