import type { Command } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import { ID_SHAPE } from '../../../core/id.ts'
import type { fr } from '../words/fr.ts'
import { changesOf, editionOf, WEEK_KEY } from './read.ts'
import { edition, editionLine } from './records.ts'
import { type Change, weekAsked } from './rules.ts'
import { QUESTION } from './sheet.ts'

type Words = typeof fr
const say: Say<Words> = message
export const SHEET = '/feuille'
/** The page of the sheet of the week that is prepared, or of the other one. */
export const sheetOf = (week: string, today: string): string =>
  week === weekAsked(undefined, today) ? SHEET : `${SHEET}?${WEEK_KEY}=${week}`
/** Its paper. */
const paperOf = (week: string, today: string): string =>
  `/imprimer/feuille${week === weekAsked(undefined, today) ? '' : `?${WEEK_KEY}=${week}`}`
/** The key of the form that asks for the paper once the changes are noted. */
export const PRINT_KEY = 'imprimer'
const LONGEST = 400
const MOST_LINES = 500

export const one = (input: Input, name: string): string => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}
const all = (input: Input, name: string): readonly string[] => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

type Fields = Readonly<{ rank: number | null; out: boolean; words: string | null }>
/**
 * What the form says of one line: its place when another number was typed, its words when they are
 * not the source's.
 */
function saidOf(input: Input, id: string, had: Change | undefined): Fields {
  const [place, typed] = [one(input, `place.${id}`), one(input, `rang.${id}`)]
  const moved =
    typed === place ? (had?.rank ?? null) : /^\d{1,4}$/.test(typed) ? Number(typed) : null
  const words = one(input, `mots.${id}`)
  return {
    rank: moved,
    out: one(input, `sans.${id}`) !== '',
    words: words === one(input, `dit.${id}`) ? null : words || null,
  }
}

const isSame = (had: Change | undefined, now: Fields): boolean =>
  (had?.rank ?? null) === now.rank &&
  (had?.out ?? false) === now.out &&
  (had?.words || null) === now.words

function drafted(input: Input, week: string, read: Reader, newId: () => string): readonly Draft[] {
  const changes = changesOf(read, week)
  const lines = all(input, 'ligne').slice(0, MOST_LINES)
  const changedLines = lines.flatMap((id): Draft[] => {
    const own = changes.find(change => change.about === '' && change.id === id)
    const had = own ?? changes.find(change => change.about === id)
    const now = saidOf(input, id, had)
    // A line of the keeper's has no source: emptied, it goes.
    const said = own ? { ...now, words: one(input, `mots.${id}`) || null } : now
    if (isSame(had, said)) return []
    return [draft(editionLine, had?.id ?? newId(), { week, about: own ? '' : id, ...said })]
  })
  const added = one(input, 'ajout')
  const asked = one(input, 'question') === 'mots' ? one(input, 'demande') : one(input, 'question')
  const question = changes.find(change => change.about === QUESTION)
  return [
    ...changedLines,
    ...(added === '' ? [] : [draft(editionLine, newId(), { week, about: '', words: added })]),
    ...(asked === (question?.words ?? '')
      ? []
      : [
          draft(editionLine, question?.id ?? newId(), {
            week,
            about: QUESTION,
            words: asked || null,
          }),
        ]),
  ]
}

const tooLong = (input: Input): string | undefined =>
  Object.keys(input).find(
    name =>
      (name.startsWith('mots.') || name === 'ajout' || name === 'demande') &&
      one(input, name).length > LONGEST,
  )

/**
 * The keeper's hand in this week's sheet: places, words, lines out and lines added. The records
 * themselves are never changed by it.
 */
const compose: Command<Words> = {
  name: 'compose',
  path: `${SHEET}/composer`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const field = tooLong(input)
    if (field) return { refused: say('tooLong', LONGEST), field }
    const week = weekAsked(one(input, WEEK_KEY), at.today)
    const drafts = drafted(input, week, read, at.newId)
    return one(input, PRINT_KEY) === ''
      ? { drafts, next: sheetOf(week, at.today), said: say('composed') }
      : { drafts, next: paperOf(week, at.today) }
  },
}

/**
 * It is printed: what stands on it is kept by name, and what was left opens the next one. Made
 * again, it replaces this week's.
 *
 * Law     no line that was typed is lost: changes that come along are noted, and the sheet is made
 *         once its keeper has read it with them.
 */
const make: Command<Words> = {
  name: 'make',
  path: `${SHEET}/faire`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const week = weekAsked(one(input, WEEK_KEY), at.today)
    const field = tooLong(input)
    if (field) return { refused: say('tooLong', LONGEST), field }
    const isForm = Object.hasOwn(input, 'question')
    const typed = isForm ? drafted(input, week, read, at.newId) : []
    if (typed.length > 0)
      return { drafts: typed, next: sheetOf(week, at.today), said: say('composedFirst') }
    const ids = (name: string): readonly string[] => all(input, name).slice(0, MOST_LINES)
    const changes = changesOf(read, week)
    const added = ids('montre').flatMap(
      id => changes.find(one => one.about === '' && one.id === id)?.words || [],
    )
    const asked = changes.find(one => one.about === QUESTION)?.words ?? ''
    const isRecord = ID_SHAPE.test(asked)
    const fields = {
      week,
      madeOn: at.today,
      shown: ids('montre').filter(id => !changes.some(one => one.about === '' && one.id === id)),
      left: ids('reste'),
      question: isRecord ? asked : null,
      asked: isRecord || asked === '' ? null : asked,
      added,
    }
    return {
      drafts: [draft(edition, editionOf(read, week)?.id ?? at.newId(), fields)],
      next: sheetOf(week, at.today),
      said: say('made'),
    }
  },
}

export const commands: readonly Command<Words>[] = [compose, make]
