import { piecesOf } from '../../bricks/harvest/model/pieces.ts'
import type { Command } from '../../contract/command.ts'
import type { Decision, Draft, Forgetting, Undo } from '../../contract/decision.ts'
import { answered, named, pageOf } from '../../contract/drafts.ts'
import { harvest, proposal } from '../../contract/own-records.ts'
import type { Reader } from '../../contract/reader.ts'
import { tableOf } from '../../contract/tables.ts'
import { one } from '../../core/form/input.ts'
import { type Field, type RecordType, spaceOf, type Value } from '../../core/schema.ts'
import type { fr } from './words/fr.ts'

/** The ways back: what the keeper took off, did not show, or showed. Each stands as a button beside the sentence that says what was done. */

type Words = typeof fr
type Types = () => ReadonlyMap<string, RecordType>
type Row = Readonly<Record<string, unknown>>
const PUT_BACK = '/remettre-sur-la-page'
const UNSHOW = '/a-montrer/cacher'
const UNSHOW_HARVEST = '/cueillette/cacher'

const undoing =
  (path: string) =>
  (input: Undo['input'], { undo }: Words): Readonly<{ undo: Undo }> => ({ undo: { path, input, words: undo.undo } })
export const undoRemoval = undoing(PUT_BACK)
export const undoShowing = undoing(UNSHOW)
export const undoHarvest = undoing(UNSHOW_HARVEST)

/** What this box's keeper took off the page; undefined when it stands, was erased, or went otherwise. */
export function takenOffHere(read: Reader, type: RecordType, id: string): Row | undefined {
  const space = type.space ?? 'commons'
  const table = tableOf(type.name, space)
  const off = 'SELECT 1 FROM taken_off t WHERE t.id = r.id AND t.type = ? AND t.space = ?'
  // What is read here alone was taken off where it stays.
  const stood = read.staysHere(id) ? 'home' : space
  const [row] = read.all(`SELECT * FROM "${table}" r WHERE id = ? AND removed = 1 AND EXISTS (${off})`, id, type.name, stood)
  return row?.[type.title] === null ? undefined : row
}

/** `putBack`: what was taken off the page is there again. */
const putBack = (types: Types): Command<Words> => ({
  name: 'putBack',
  path: PUT_BACK,
  who: 'keeper',
  decide: (input, read, _at, words): Decision => {
    const found = named(types, input, words)
    if ('refused' in found) return found
    if (!takenOffHere(read, found.type, found.id)) return { refused: words.undo.notByUs }
    return {
      drafts: [{ type: found.type.name, record: found.id, fields: { removed: false } }],
      next: pageOf(found.type, found.id),
      said: words.undo.putBack,
    }
  },
})

/** What is shown of a piece, with the type of both. */
type Copy = Readonly<{ type: RecordType; piece: string; shownAs: string }>
const copyOf = (types: Types, of: string | null, piece: string | null, shownAs: string | null): Copy | undefined => {
  const type = types().get(of ?? '')
  return type && piece && shownAs ? { type, piece, shownAs } : undefined
}

/**
 * `unshow`: the wider copy is forgotten, and what it was shown from waits again with all that was mended on the page meanwhile.
 *
 * Law     nothing that others said of it is lost: once something speaks of it, it can only be taken off the page. What waits again under
 *         the id that it was shown by keeps what this box alone says of it (the deal whose story it is).
 */
const unshow = (types: Types): Command<Words> => ({
  name: 'unshow',
  path: UNSHOW,
  who: 'keeper',
  decide: (input, read, _at, words): Decision => {
    const sent = read.one(proposal, one(input, 'id'), 'home')
    const copy = sent?.state === 'shown' && sent.changes === null && copyOf(types, sent.of, sent.piece, sent.shownAs)
    if (!sent || !copy) return { refused: words.nothingThere }
    const speaking = speakOf(read, types(), [copy.shownAs], { staying: new Set(copy.piece === copy.shownAs ? [copy.piece] : []) })
    if (speaking > 0) return { refused: words.undo.inUse(speaking) }
    return {
      drafts: [...broughtHome(read, copy), answered(sent.id, { state: 'waiting', shownAs: null, showing: null })],
      forget: gone(read, copy),
      next: '/a-montrer',
      said: `${words.undo.hidden}${words.undo.goneWith(read.boxes().holding([copy.shownAs]))}`,
    }
  },
})

/** `unshowHarvest`: the same for all that one click showed of a page of notes, its meeting included. */
const unshowHarvest = (types: Types): Command<Words> => ({
  name: 'unshowHarvest',
  path: UNSHOW_HARVEST,
  who: 'keeper',
  decide: (input, read, _at, words): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    const showing = one(input, 'showing')
    const all = piecesOf(read, of?.id ?? '').filter(piece => showing !== '' && piece.showing === showing)
    if (!of || all.length === 0) return { refused: words.nothingThere }
    const shown = all.filter(piece => piece.state === 'shown')
    const copiesOf = (some: typeof shown): readonly Copy[] =>
      some.flatMap(piece => copyOf(types, piece.of, piece.piece, piece.shownAs) ?? [])
    const made = copiesOf(shown.filter(piece => !piece.stoodThere))
    const meeting = of.meeting !== null && of.showing === showing ? of.meeting : undefined
    const notes = [...types().values()].find(type => type.stands === 'notes')
    const ids = [...made.map(copy => copy.shownAs), ...(meeting ? [meeting] : [])]
    const untied = copiesOf(shown.filter(piece => piece.stoodThere)).flatMap(copy => withoutTies(read, copy, new Set(ids)))
    const speaking = speakOf(read, types(), ids, { untied: new Set(untied.map(draft => draft.record)) })
    if (speaking > 0) return { refused: words.undo.inUse(speaking) }
    const back = all.map(piece => answered(piece.id, { state: piece.state === 'shown' ? 'kept' : 'waiting', shownAs: null, showing: null }))
    const head: Draft = {
      type: harvest.name,
      record: of.id,
      fields: { state: 'open', ...(meeting ? { meeting: null, showing: null } : {}) },
    }
    return {
      drafts: [...made.flatMap(copy => broughtHome(read, copy)), ...untied, ...back, head],
      forget: [
        ...made.flatMap(copy => gone(read, copy)),
        ...(meeting && notes ? [{ type: notes.name, record: meeting, alone: true }] : []),
      ],
      next: `/cueillette/${of.id}`,
      said: `${words.undo.harvestHidden}${words.undo.goneWith(read.boxes().holding(ids))}`,
    }
  },
})

/** What was shown under its own id goes from the page alone; of what was shown here alone, nothing is elsewhere. */
function gone(read: Reader, { type, piece, shownAs }: Copy): readonly Forgetting[] {
  if (piece !== shownAs) return [{ type: type.name, record: shownAs, alone: true }]
  return read.one(type, shownAs) ? [{ type: type.name, record: shownAs, alone: true, keepsHome: true }] : []
}

/** What the page says by now of a piece, and what this box knows of it, written where it came from; ties are made anew when it is shown again. */
function broughtHome(read: Reader, { type, piece, shownAs }: Copy): readonly Draft[] {
  const source = read.one(type, piece, 'home') as Row | undefined
  const copy = { ...(read.one(type, shownAs) as Row | undefined), ...filled(read.one(type, shownAs, 'home') as Row | undefined) }
  const mended = Object.entries(type.fields).filter(
    ([name, field]) =>
      (field.kind !== 'link' || spaceOf(type, field) === 'home') &&
      // That it was read here goes with the copy.
      name !== type.shownHere &&
      (copy[name] ?? null) !== null &&
      !isFilledIn(field.means, source?.[name]) &&
      JSON.stringify(copy[name]) !== JSON.stringify(source?.[name]),
  )
  const here =
    typeof type.shownHere === 'string' && piece === shownAs && source?.[type.shownHere] === true ? { [type.shownHere]: false } : {}
  const fields = { ...Object.fromEntries(mended.map(([name]) => [name, copy[name] as Value])), ...here }
  return Object.keys(fields).length === 0 ? [] : [{ type: type.name, record: piece, fields, space: 'home' }]
}
/** What showing itself writes where a piece said nothing: how to reach the keeper, the notes, who carries it. */
const isFilledIn = (means: Field['means'], held: unknown): boolean =>
  (held ?? null) === null && (means === 'reach' || means === 'notes' || means === 'carriers')
const filled = (row: Row = {}): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

/** What stood there already loses the ties to what goes. */
function withoutTies(read: Reader, { type, shownAs }: Copy, ids: ReadonlySet<string>): readonly Draft[] {
  const row = read.one(type, shownAs) as Row | undefined
  const fields = Object.entries(type.fields).flatMap(([name, field]): readonly (readonly [string, Value])[] => {
    const held = field.kind === 'link' ? row?.[name] : undefined
    if (typeof held === 'string') return ids.has(held) ? [[name, null]] : []
    const kept = Array.isArray(held) ? held.filter((id): id is string => !ids.has(String(id))) : []
    return Array.isArray(held) && kept.length < held.length ? [[name, kept]] : []
  })
  return fields.length > 0 ? [{ type: type.name, record: shownAs, fields: Object.fromEntries(fields) }] : []
}

/** The house's own, that go back with what was shown. */
const OWN: ReadonlySet<string> = new Set([proposal.name, harvest.name, 'code'])

/** How many records speak of these, in the commons or here, beside these themselves and those that are `untied`. `staying`: here, they stay what they are. */
function speakOf(
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  all: readonly string[],
  { untied = new Set(), staying = new Set() }: Readonly<{ untied?: ReadonlySet<string>; staying?: ReadonlySet<string> }>,
): number {
  const found = new Set(all.flatMap(id => read.pointing(id)).map(one => one.id))
  const ids = all.filter(id => !staying.has(id))
  const marks = ids.map(() => '?').join(', ')
  for (const type of types.values()) {
    const links = Object.entries(type.fields).filter(([, field]) => field.kind === 'link' && !field.many)
    if (OWN.has(type.name) || links.length === 0 || ids.length === 0) continue
    const where = links.map(([name]) => `"${name}" IN (${marks})`).join(' OR ')
    const params = links.flatMap(() => ids)
    const rows = read.all(`SELECT id FROM "${tableOf(type.name, 'home')}" WHERE removed IS NOT 1 AND (${where})`, ...params)
    for (const row of rows) found.add(String(row['id']))
  }
  return [...found].filter(id => !all.includes(id) && !untied.has(id)).length
}

export const undoCommands = (types: Types): readonly Command<Words>[] => [putBack(types), unshow(types), unshowHarvest(types)]
