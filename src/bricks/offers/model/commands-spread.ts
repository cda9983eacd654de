import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { type RecordType, spaceOf, type Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { need, offer } from './records.ts'

/** Who reads a notice, and how its author changes it, both ways. */

type Words = typeof fr
const say: Say<Words> = message

/** How far a notice is read, as forms say it. */
export const SPREADS = { carte: 'card', ici: 'here', voisins: 'around' } as const
export type SpreadCode = keyof typeof SPREADS
export const isSpreadCode = (text: string): text is SpreadCode => Object.hasOwn(SPREADS, text)
/** What `demande` says of a form that asked who may read it; `card`: once more, of its sentence. */
export const SPREAD_ASKED = { once: 'portee', card: 'carte' } as const
/**
 * Whether a sentence keeps its notice for those who have a card: *seulement avec une carte*. A game
 * of cards, or a card of a bank, is none.
 */
export const saysCardOnly = (sentence: string): boolean => CARD_ONLY.test(fold(sentence))
const CARD_ONLY = new RegExp(
  '(?<![a-z])(?:seulement|uniquement|juste|reserv[a-z]+|que?|only)(?![a-z])[^.!?]{0,40}' +
    '(?<![a-z])(?:qui (?:ont|a)|avec|ayant' +
    '|(?:porteu|detenteu|titulai|possesseu)[a-z]+ d(?:e|(?= une))' +
    '|munie?s? d(?= une)|holding|with|have)(?: une?| la| leur| a)? ?(?:carte|card)s?(?![a-z])' +
    '(?! (?:bancaires?|bleues?|grises?|vitales?|postales?|routieres?|ign|sim|memoires?|du ciel' +
    '|d identite|de (?:peche|sejour|credit|fidelite|visite|bus|train|reduction|presse))(?![a-z]))',
)
/** Where its author changes who reads it. */
export const RESPREAD = '/annonces/qui-la-voit'

/** How far a notice that shows is read now. */
export const spreadNow = (read: Reader, id: string): SpreadCode =>
  read.isByCard(id) ? 'carte' : read.staysHere(id) ? 'ici' : 'voisins'

type Row = Readonly<Record<string, unknown>>
type Standing = Readonly<{ type: RecordType; id: string; row: Row; kept: Row | undefined }>
/** A notice that shows, wherever its row stands. */
function standing(read: Reader, id: string): Standing | undefined {
  for (const type of [offer, need]) {
    const kept: Row | undefined = read.one(type as RecordType, id, 'home')
    const row: Row | undefined = read.staysHere(id) ? kept : read.one(type as RecordType, id)
    if (row) return { type, id, row, kept }
  }
  return undefined
}

/** What everybody would read of it. */
const wordsOf = ({ type, row }: Standing): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, field]) => {
      const value = row[name] ?? null
      return value === null || spaceOf(type, field) !== 'commons' ? [] : [[name, value as Value]]
    }),
  )

/** The fields of `home` that say how far it is read. */
const marks = (to: SpreadCode) => ({
  spread: SPREADS[to],
  shownHere: to === 'ici',
  shownByCard: to === 'carte',
})

/**
 * The drafts that show it to others.
 *
 * Law     law 11. Wider is a copy: the words of `home` are written in the commons, and go through
 *         the checks of any notice. Narrower is a withdrawal: the writes of the commons are
 *         forgotten, here and where they went, and `home` keeps the words.
 */
function respreadDrafts(
  of: Standing,
  to: SpreadCode,
  read: Reader,
): Pick<Extract<Decision, { drafts: readonly Draft[] }>, 'drafts' | 'forget'> {
  const { type, id } = of
  const now = spreadNow(read, id)
  const home = { type: type.name, record: id, space: 'home' as const }
  if (to === 'voisins') {
    const back = read.homeOf(type.name, id) === undefined ? {} : { removed: false }
    const fields = { ...wordsOf(of), ...back, ...marks(to) }
    return { drafts: [{ type: type.name, record: id, fields }] }
  }
  if (now !== 'voisins')
    return { drafts: [{ ...home, fields: { ...marks(to), hangsHere: false } }] }
  return {
    drafts: [{ ...home, fields: { ...wordsOf(of), ...marks(to) } }],
    forget: [{ type: type.name, record: id, alone: true, keepsHome: true }],
  }
}

/**
 * Its author, or who keyed it for them, chooses again. A keeper shows it less far here, and wider
 * where they say that its person agrees (`showAround`).
 */
const respread: Command<Words> = {
  name: 'respread',
  path: RESPREAD,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const [found, to] = [standing(read, one(input, 'id')), one(input, 'accord')]
    if (!found || !isSpreadCode(to)) return { refused: say('nothingThere') }
    const { kept } = found
    const isMine = at.me !== undefined && [kept?.['author'], kept?.['keyedBy']].includes(at.me)
    const mayNarrow = at.by === 'keeper' && to === 'carte'
    if (!isMine && !mayNarrow) return { refused: say('notYours') }
    const next = to === 'carte' ? '/annonces' : `/annonces/${found.id}`
    const said = say(`whoSees.changed.${to}`)
    if (spreadNow(read, found.id) === to) return { drafts: [], next, said }
    return { ...respreadDrafts(found, to, read), next, said }
  },
}

export const spreadCommands: readonly Command<Words>[] = [respread]
