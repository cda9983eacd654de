import type { Command, Decision, Draft, Input, Moment, Reader } from '../../core/brick.ts'
import { fits } from '../../core/fit.ts'
import type { Harvest } from '../../core/glean/harvest.ts'
import { ID_SHAPE } from '../../core/id.ts'
import type { FileRef, RecordType, Value } from '../../core/schema.ts'
import { answered, text, widened } from './drafts.ts'
import type { fr } from './fr.ts'
import { harvest, proposal } from './records.ts'

type Words = typeof fr
type Types = () => ReadonlyMap<string, RecordType>

/** What the door read and the rules found; `text` is the decoded page, already stored in this box. */
export type Gathered = Readonly<{ found: Harvest; text: FileRef; url: string | null }>

/**
 * `gather`: keeps a harvest in `home`, each piece as a record of its own type and a proposal that waits.
 * Nothing of it is in the commons.
 */
export const gather = (types: Types): Command<Words> => ({
  name: 'gather',
  path: '/cueillette/garder',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const { found, text: file, url } = JSON.parse(text(input, 'gathered')) as Gathered
    const id = at.newId()
    const pieces = new Map(found.candidates.map(candidate => [candidate.id, at.newId()]))
    const head: Draft = {
      type: harvest.name,
      record: id,
      fields: {
        title: (found.meeting.title || words.untitledMeeting).slice(0, 300),
        date: found.meeting.date,
        where: found.meeting.place || null,
        commune: communeNamed(read, found.meeting.place),
        people: found.meeting.people,
        licence: found.licence ?? null,
        author: found.author ?? null,
        url,
        text: [file],
        state: 'open',
      },
    }
    const drafts = found.candidates.flatMap(one => pieceDrafts(types(), id, one, pieces, found, at))
    return { drafts: [head, ...drafts], next: `/cueillette/${id}` }
  },
})

type Piece = Harvest['candidates'][number]

function pieceDrafts(
  types: ReadonlyMap<string, RecordType>,
  of: string,
  one: Piece,
  pieces: ReadonlyMap<string, string>,
  found: Harvest,
  at: Moment,
): readonly Draft[] {
  const type = types.get(one.kind)
  if (!type) return []
  const piece = pieces.get(one.id)!
  const known = Object.entries({ ...one.fields, [type.title]: one.fields[type.title] ?? one.title }).filter(
    ([name, value]) => type.fields[name] !== undefined && fits(type.fields[name], value),
  ) as [string, Value][]
  const ties = found.links.filter(link => link.from === one.id && pieces.has(link.to)).map(link => `${link.rel}:${pieces.get(link.to)!}`)
  const waiting: Draft = {
    type: proposal.name,
    record: at.newId(),
    fields: {
      of: one.kind,
      piece,
      sentBy: 'harvest',
      state: 'waiting',
      harvest: of,
      from: one.source.from,
      till: one.source.to,
      certainty: one.certainty,
      person: one.private,
      ties,
    },
  }
  return [{ type: type.name, record: piece, fields: Object.fromEntries(known), space: 'home' }, waiting]
}

/** The commune of the territory whose name the place holds: a meeting is shown with its commune, never with somebody's home. */
function communeNamed(read: Reader, place: string): string | null {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
  const said = plain(place)
  const rows = read
    .all('SELECT code, name FROM commune WHERE removed IS NOT 1')
    .map(row => ({ code: String(row['code']), name: plain(String(row['name'])) }))
  return rows.find(row => row.name !== '' && said.includes(row.name))?.code ?? null
}

export type WaitingPiece = Readonly<{
  id: string
  of: string | null
  piece: string | null
  state: string | null
  person: boolean | null
  shownAs: string | null
  ties: readonly string[] | null
}>
export const piecesOf = (read: Reader, of: string) => read.list(proposal, { where: 'harvest = ?', with: [of], order: '"from", id' }, 'home')

/**
 * `showHarvest`: what was kept is shown, all at once: the meeting (day, place, licence, author as the notes sign), then each
 * piece with a link to it. Ties between shown pieces become links; people wait for their own agreement.
 */
export const showHarvest = (types: Types): Command<Words> => ({
  name: 'showHarvest',
  path: '/cueillette/afficher',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const of = read.one(harvest, text(input, 'id'), 'home')
    if (!of) return { refused: words.nothingThere }
    const waiting = piecesOf(read, of.id).filter(one => one.person !== true && (one.state === 'waiting' || one.state === 'kept'))
    const answers = waiting.map(one => answerFor(one, input, read))
    const mended = answers.flatMap(one => retitled(types(), one, at))
    if (text(input, 'act') !== 'show')
      return { drafts: [...mended, ...answers.map(one => kept(one))], next: `/cueillette/${of.id}`, said: words.keptSaid }
    const meeting = of.meeting ?? at.newId()
    const shown = new Map(answers.filter(one => one.keep).map(one => [one.piece.piece ?? '', one.same ?? at.newId()]))
    const before = new Map(
      piecesOf(read, of.id).flatMap(one => (one.state === 'shown' && one.piece && one.shownAs ? [[one.piece, one.shownAs] as const] : [])),
    )
    const known = new Map([...before, ...shown])
    const drafts = answers.flatMap(one => shownDrafts({ types: types(), read, one, shown, known, meeting, words, all: answers }))
    const head: Draft[] = of.meeting ? [] : [meetingDraft(of, meeting)]
    const states = answers.map(one => stateAfter(one, shown))
    const done: Draft = { type: harvest.name, record: of.id, fields: { meeting, state: 'shown' } }
    return {
      drafts: [...head, ...mended.filter(draft => !shown.has(draft.record)), ...drafts, ...states, done],
      next: `/idees/reunions/${meeting}`,
      said: words.shownSaid,
    }
  },
})

type Answer = Readonly<{ piece: ReturnType<typeof piecesOf>[number]; keep: boolean; title: string; same: string | null }>

/** What the review page says of a piece: kept when its box is ticked and its group is not left. */
function answerFor(piece: Answer['piece'], input: Input, read: Reader): Answer {
  const group = text(input, `groupe.${piece.id}`)
  const keep = text(input, `garder.${piece.id}`) === '1' && text(input, `tout.${group}`) !== 'non'
  const same = text(input, `meme.${piece.id}`)
  return { piece, keep, title: text(input, `titre.${piece.id}`), same: ID_SHAPE.test(same) && read.called(same) ? same : null }
}

function retitled(types: ReadonlyMap<string, RecordType>, one: Answer, _at: Moment): readonly Draft[] {
  const type = types.get(one.piece.of ?? '')
  if (!type || one.title === '' || !one.piece.piece) return []
  return [{ type: type.name, record: one.piece.piece, fields: { [type.title]: one.title.slice(0, 300) }, space: 'home' }]
}

const kept = (one: Answer): Draft =>
  answered(one.piece.id, { state: one.keep ? 'kept' : 'waiting', certainty: one.keep ? one.piece.certainty : 0 })

function stateAfter(one: Answer, shown: ReadonlyMap<string, string>): Draft {
  const shownAs = shown.get(one.piece.piece ?? '')
  if (shownAs) return answered(one.piece.id, { state: 'shown', shownAs })
  return answered(one.piece.id, { state: one.keep ? 'kept' : 'refused' })
}

type Showing = Readonly<{
  types: ReadonlyMap<string, RecordType>
  read: Reader
  one: Answer
  shown: ReadonlyMap<string, string>
  known: ReadonlyMap<string, string>
  meeting: string
  words: Words
  all: readonly Answer[]
}>

/** The wider copy of a piece, or only its ties when it is the same as what is already there. */
function shownDrafts({ types, read, one, shown, known, meeting, words, all }: Showing): readonly Draft[] {
  const type = types.get(one.piece.of ?? '')
  const id = shown.get(one.piece.piece ?? '')
  if (!type || !id) return []
  const links = linksOf(type, one, known, all, types)
  if (one.same) return Object.keys(links).length > 0 ? [{ type: type.name, record: id, fields: links }] : []
  const held = (read.one(type, one.piece.piece ?? '', 'home') ?? {}) as Readonly<Record<string, Value>>
  const [wide] = widened(type, one.piece.piece ?? '', id, read, {
    ...held,
    ...(one.title === '' ? {} : { [type.title]: one.title.slice(0, 300) }),
  })
  const fields: Record<string, Value> = { ...(wide?.fields as Record<string, Value>), ...links }
  // Who said or does a thing is a person's business: it stays in this box.
  delete fields['who']
  if (type.fields['notedAt']) fields['notedAt'] = meeting
  const keptBy = read.all('SELECT keptBy FROM territory WHERE removed IS NOT 1 ORDER BY id LIMIT 1')[0]?.['keptBy']
  if (type.fields['reach']?.required && !fields['reach']) fields['reach'] = words.askKeeper(String(keptBy ?? ''))
  return [{ type: type.name, record: id, fields }]
}

/** Ties whose both ends are shown, in the fields that say which ties they hold. */
function linksOf(
  type: RecordType,
  one: Answer,
  known: ReadonlyMap<string, string>,
  all: readonly Answer[],
  types: ReadonlyMap<string, RecordType>,
): Record<string, Value> {
  const mine = one.piece.piece ?? ''
  const out = tiesOf(one).map(tie => ({ ...tie, other: tie.to }))
  const into = all.flatMap(other =>
    tiesOf(other)
      .filter(tie => tie.to === mine)
      .map(tie => ({ ...tie, other: other.piece.piece ?? '' })),
  )
  const fields: Record<string, Value> = {}
  for (const { rel, other } of [...out, ...into]) {
    const kind = all.find(answer => answer.piece.piece === other)?.piece.of
    const shownAs = known.get(other)
    const field = Object.entries(type.fields).find(([, of]) => of.ties?.includes(rel) && kind && of.to?.includes(kind) && types.has(kind))
    if (!shownAs || !field) continue
    const [name, { many }] = field
    fields[name] = many ? [...((fields[name] as readonly string[] | undefined) ?? []), shownAs] : shownAs
  }
  return fields
}
const tiesOf = (one: Answer): readonly Readonly<{ rel: string; to: string }>[] =>
  (one.piece.ties ?? []).map(tie => ({ rel: tie.slice(0, tie.indexOf(':')), to: tie.slice(tie.indexOf(':') + 1) }))

function meetingDraft(
  of: Readonly<{
    title: string | null
    date: string | null
    where: string | null
    commune: string | null
    licence: string | null
    author: string | null
    url: string | null
  }>,
  id: string,
): Draft {
  const { title, date, where, commune, licence, author, url } = of
  const filled = Object.entries({ title, date, where, commune, licence, author, url }).filter(([, value]) => value !== null)
  return { type: 'meeting', record: id, fields: Object.fromEntries(filled) as Readonly<Record<string, Value>> }
}

export const gatherCommands = (types: Types): readonly Command<Words>[] => [gather(types), showHarvest(types)]
