import type { Context } from 'hono'
import type { Reader } from '../../../contract/reader.ts'
import { communesKnown } from '../../../contract/records/ground.ts'
import { harvest as harvestType } from '../../../contract/records/own-records.ts'
import { one, texts } from '../../../core/form/input.ts'
import type { RowOf } from '../../../core/schema.ts'
import { readFile } from '../../../files/files.ts'
import { isMinor } from '../../../text/harvest/ages.ts'
import { composed } from '../../../text/harvest/composed.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { type Picked, picked, tiesOfPerson } from '../../../text/harvest/picked.ts'
import type { KnownPiece } from '../../../text/harvest/picked-ties.ts'
import type { Posted } from '../../../web/post/form-in.ts'
import { takeTurn } from '../../../web/post/post.ts'
import type { Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { knownHere } from '../model/cues.ts'
import { minorsIn } from '../model/harvest-notes.ts'
import type { PickedPart } from '../model/picking.ts'
import { piecesOf } from '../model/pieces.ts'
import { ACT, PATHS } from '../model/reading.ts'
import { meetingSaid } from '../model/reading-again.ts'
import { isTaught } from '../model/teaching.ts'
import { whereabouts } from '../model/whereabouts.ts'
import { inFrance, rulesOf } from './harvest.ts'
import type { Harvester } from './harvest-client.ts'

/**
 * What a person picks in the notes, and notes read again: the rules work here, beside the turn, and
 * the turn writes what they made.
 */

type Of = RowOf<typeof harvestType> & Readonly<{ id: string }>
type Span = Readonly<{ from: number; to: number }>

/** A piece is picked out of at most this much text around it: two megabytes would take seconds. */
const AROUND = 30_000

export function pickingRoutes(
  app: Parameters<typeof keeperPost>[0],
  server: Server,
  services: Services,
  harvestNotes: Harvester,
): void {
  const turn = (c: Context, visit: Visit, sent: Posted, name: string) => {
    const brick = server.source.bricks.find(one => one.name === 'harvest')!
    const command = brick.commands.find(one => one.name === name)!
    return takeTurn({ c, server, visit }, { brick, command }, sent)
  }
  keeperPost(app, server, PATHS.pick, (c, visit, sent) => {
    const own = server.source.read.as('harvest')
    const of = own.one(harvestType, one(sent.input, 'id'), 'home')
    const part = of && partPicked(server, services, own, { of, asked: askedIn(sent) })
    const picked = JSON.stringify(part ?? null)
    return turn(c, visit, { ...sent, input: { ...sent.input, picked } }, 'pick')
  })
  keeperPost(app, server, PATHS.again, async (c, visit, sent) => {
    const own = server.source.read.as('harvest')
    const of = own.one(harvestType, one(sent.input, 'id'), 'home')
    const text = of && textOf(services, of)
    const said = of && meetingSaid(of, sent.input)
    if (!of || text === undefined || (said && 'refused' in said))
      return turn(c, visit, sent, 'mendMeeting')
    const head = { ...of, ...said } as Of
    const harvested = await harvestNotes({
      kind: 'bytes',
      bytes: Buffer.from(text, 'utf8'),
      name: 'notes.txt',
      type: 'text/plain',
      asked: {
        ...knownHere(own, of.id),
        date: head.date,
        place: head.where ?? '',
        people: head.people ?? [],
      },
      communes: communesKnown(own, own.types),
    })
    if ('category' in harvested) return turn(c, visit, sent, 'mendMeeting')
    const { found, elsewhere } = harvested
    const gathered = JSON.stringify({ found, minors: minorsIn(found, text), elsewhere })
    return turn(c, visit, { ...sent, input: { ...sent.input, gathered } }, 'readAgain')
  })
}

/** The text of a page of notes, as this box keeps it. */
export const textOf = (
  { folder }: Pick<Services, 'folder'>,
  { text }: Pick<Of, 'text'>,
): string | undefined => text?.[0] && readFile(folder, 'home', text[0].hash)?.toString('utf8')

type AskedPick = Readonly<{ kind: string; span: Span }>
/** *Une phrase et une sorte*, or a name whose kind its own button says. */
function askedIn({ input }: Posted): AskedPick | undefined {
  const named = /^(\S+) (\d+-\d+)$/.exec(texts(input, ACT.name)[0] ?? '')
  const [kind, at] = named
    ? [named[1]!, named[2]!]
    : [one(input, ACT.kind), texts(input, ACT.sentence)[0] ?? '']
  const [from, to] = at.split('-').map(Number)
  return from !== undefined && to !== undefined && from < to
    ? { kind, span: { from, to } }
    : undefined
}

function partPicked(
  server: Server,
  services: Services,
  own: Reader,
  { of, asked }: Readonly<{ of: Of; asked: AskedPick | undefined }>,
): PickedPart | undefined {
  const text = textOf(services, of)
  if (text === undefined || !asked || asked.span.to > text.length) return undefined
  const person = asked.kind === 'person'
  const type = person
    ? [...own.types.values()].find(one => one.person !== undefined)
    : own.types.get(asked.kind)
  if (!type) return undefined
  const whole = piecesOf(own, of.id).filter(one => one.piece)
  const all = whole.filter(one => one.state !== 'refused')
  const refused = whole.filter(one => one.state === 'refused')
  const words = text.slice(asked.span.from, asked.span.to).replace(/\s+/g, ' ').trim()
  const around: Around = {
    ...asked,
    kind: type.name,
    known: all.map(one => knownPiece(own, one)),
    left: refused.map(one => knownPiece(own, one)),
    said: { date: of.date, people: of.people ?? [] },
  }
  const fields = { ...type.person, [type.title]: words }
  const came = person
    ? personAround(text, { ...around, title: words, fields })
    : pickedAround(server, text, around)
  if (!came || came.piece.title === '') return undefined
  const tied = (ties: Picked['ties']) =>
    ties.map(({ rel, other, out }) => ({ rel, other: all[other]!.piece!, out }))
  const known = communesKnown(own, own.types)
  const placed = (piece: Pick<Picked['piece'], 'title' | 'fields'>, { from, to }: Span) => {
    const words = text.slice(from, to)
    const { commune, elsewhere } = person
      ? {}
      : whereabouts({ ...piece, kind: type.name, words }, known, inFrance)
    return {
      title: piece.title,
      fields: { ...piece.fields, ...(commune ? { commune } : {}) },
      elsewhere: elsewhere === true,
    }
  }
  return {
    kind: type.name,
    ...placed(came.piece, asked.span),
    from: asked.span.from,
    till: asked.span.to,
    person,
    minor: person && isMinor(text, words),
    cut: came.cut,
    ties: tied(came.ties),
    alike: came.alike.map(({ piece, ties }) => ({
      ...placed(piece, piece),
      from: piece.from,
      till: piece.to,
      ties: tied(ties),
    })),
  }
}

type Piece = ReturnType<typeof piecesOf>[number]
function knownPiece(own: Reader, one: Piece): KnownPiece {
  const type = own.types.get(one.of ?? '')
  const row: Readonly<Record<string, unknown>> =
    (type && own.one(type, one.piece ?? '', 'home')) ?? {}
  return {
    kind: one.of ?? '',
    title: String((type && row[type.title]) ?? ''),
    fields: row,
    from: one.from ?? 0,
    to: one.till ?? 0,
    private: one.person === true,
    taught: isTaught(one),
  }
}

type Around = AskedPick &
  Readonly<{
    known: readonly KnownPiece[]
    left: readonly KnownPiece[]
    said: Readonly<{ date: string | null; people: readonly string[] }>
  }>
/** The stretch of a long text that is read for a pick, and the pieces that stand there. */
function stretchOf(text: string, { span, known, left, said }: Around) {
  const start = text.length <= 2 * AROUND ? 0 : lineBefore(text, span.from - AROUND)
  const end = text.length <= 2 * AROUND ? text.length : Math.min(text.length, span.to + AROUND)
  const near = text.slice(start, end)
  const inNear = ({ from, to }: Span): Span => ({ from: from - start, to: to - start })
  const hereIn = (pieces: readonly KnownPiece[]) =>
    pieces.flatMap((one, at) =>
      one.from >= start && one.to <= end ? [{ at, one: { ...one, ...inNear(one) } }] : [],
    )
  const here = hereIn(known)
  return {
    start,
    near,
    page: notesPage(composed(near).text, inFrance, said),
    span: inNear(span),
    known: here.map(({ one }) => one),
    left: hereIn(left).map(({ one }) => one),
    whole: (ties: Picked['ties']) => ties.map(tie => ({ ...tie, other: here[tie.other]!.at })),
  }
}

/** The piece, and its ties to those that stand in the same stretch of the text. */
function pickedAround(server: Server, text: string, around: Around): Picked | undefined {
  const { start, near, page, span, known, left, whole } = stretchOf(text, around)
  const rules = rulesOf(server.source.bricks)
  const came = picked(near, page, rules, { kind: around.kind, span, known, left })
  return (
    came && {
      ...came,
      ties: whole(came.ties),
      alike: came.alike.map(({ piece, ties }) => ({
        piece: { ...piece, from: piece.from + start, to: piece.to + start },
        ties: whole(ties),
      })),
    }
  )
}

/** Somebody, and their ties to all that says their name there. */
function personAround(
  text: string,
  around: Around & Readonly<{ title: string; fields: Readonly<Record<string, unknown>> }>,
) {
  const { near, page, span, known, whole } = stretchOf(text, around)
  const { kind, title, fields } = around
  const piece = { kind, title, fields, ...span }
  const ties = whole(tiesOfPerson(near, page, piece, known))
  return { piece, ties, alike: [], cut: false }
}
const lineBefore = (text: string, at: number): number =>
  at <= 0 ? 0 : text.lastIndexOf('\n', at) + 1
