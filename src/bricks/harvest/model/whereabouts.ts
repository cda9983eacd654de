import { fold } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import { isFirstName } from '../../../text/guard/lexicon.ts'
import { communesIn, type IsCommune } from '../../../text/harvest/communes.ts'
import { sameAs } from '../../../text/harvest/mask.ts'

/**
 * In which commune a thing of the notes is, as its own words say it. A thing whose words say none
 * takes the commune of the meeting when it is shown (`showing-commune.ts`).
 */

/** A commune that this box knows, by its INSEE code. */
export type KnownCommune = Readonly<{ code: string; name: string }>
/**
 * Shape   `commune`: an INSEE code. `elsewhere`: the words name several communes, or one that is
 *         not known here, so nobody can tell.
 */
export type Whereabouts = Readonly<{ commune?: string; elsewhere?: true }>
/** `words`: the sentence of the notes. */
export type PlacedPiece = Readonly<{
  kind: string
  title: string
  fields: Readonly<Record<string, unknown>>
  words: string
}>

/** *Boën-sur-Lignon* is said *Boën*. */
const LINKED = /^(.+?) (?:sous|sur|en|les|lez|la|le|l|de|du|des|d|aux) /

/** The codes that a name may mean, in full or as it is said. */
function codesOf(known: readonly KnownCommune[]): (name: string) => readonly string[] {
  const codes = new Map<string, Set<string>>()
  const add = (name: string, code: string): void => {
    codes.set(name, (codes.get(name) ?? new Set()).add(code))
  }
  for (const { code, name } of known) add(sameAs(name), code)
  for (const { code, name } of known) {
    const head = LINKED.exec(sameAs(name))?.[1]
    if (head && head.length > 2 && !codes.get(head)?.has(code)) add(head, code)
  }
  return name => [...(codes.get(sameAs(name)) ?? [])]
}

/** *Emmener à Boën*: there one goes, and the thing is not there. */
const GOING = pattern()`
  \b(?:emmen|amen|conduir|aller|trajet|navette|covoitur|deplac|transport|depos|train|bus)[a-z]*
  \b[^,;.]{0,40}$
`
/** *Simone de Palogneux* says where somebody lives. */
function isHomeOf(before: string): boolean {
  const name = /(\p{Lu}[\p{L}'’-]+)\s+(?:de|d['’])\s*$/u.exec(before)
  if (!name) return false
  return isFirstName(fold(name[1]!)) || /\b(?:mme|mlle|m|mr|madame|monsieur)\.? \S+ d/i.test(before)
}

/** What a text says: one commune, none, or more than can be told. */
function said(
  text: string,
  known: readonly KnownCommune[],
  inFrance: IsCommune,
): Whereabouts | undefined {
  const codes = codesOf(known)
  const isNear: IsCommune = name => codes(name).length > 0
  const isFar: IsCommune = name => name.length > 3 && !isFirstName(name) && inFrance(name)
  // A text that begins with a capital names nothing by that alone: *Marché*, *Four*.
  const named = [...communesIn(text, name => isNear(name) || isFar(name), true)].filter(
    ({ name, at }) => {
      const before = text.slice(0, at)
      return (
        (isNear(name) ? at > 0 || text.trim() === name : /(?:^|\s)[àÀ]\s$/u.test(before)) &&
        !GOING.test(fold(before)) &&
        !isHomeOf(before)
      )
    },
  )
  if (named.length === 0) return undefined
  const all = new Set(named.map(({ name }) => codes(name).join(' ')))
  const [one = ''] = all
  return all.size === 1 && one !== '' && !one.includes(' ') ? { commune: one } : { elsewhere: true }
}

/** Kinds that are where their sentence says: *église de Palogneux, mardi à 10 h*. */
const HELD_THERE: ReadonlySet<string> = new Set(['event'])
/** Kinds that are a name: what their sentence says is of others too. */
const NAMED: ReadonlySet<string> = new Set(['actor', 'place', 'reference'])

/**
 * The commune of a piece: its place says it, else its title, else its sentence.
 *
 * Law     11: a sentence may say where somebody lives, so of a need or an offer it says a commune
 *         only where it begins with it (*À Palogneux, …*).
 */
export function whereabouts(
  { kind, title, fields, words }: PlacedPiece,
  known: readonly KnownCommune[],
  inFrance: IsCommune,
): Whereabouts {
  const read = (text: string) => said(text.trim(), known, inFrance)
  const where = typeof fields['where'] === 'string' ? fields['where'] : ''
  const own = read(where) ?? read(title)
  if (own || NAMED.has(kind)) return own ?? {}
  const around = read(words)
  if (!around) return {}
  return HELD_THERE.has(kind) || /^[\s\-–•*]*[ÀA]\s/u.test(words) ? around : { elsewhere: true }
}
