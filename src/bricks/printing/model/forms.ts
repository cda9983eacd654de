import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { codesGiven } from '../../../contract/records/codes.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable, STANDS } from '../../../contract/tables.ts'
import { type Code, freeCode } from '../../../core/code.ts'
import { isDay } from '../../../core/form/fit.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayAfter, dayLong } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { columnsOf, text } from './read.ts'
import { paperAnswer, paperForm } from './records.ts'

type Words = typeof fr
export type FormRow = RowOf<typeof paperForm>
export type FormKind = 'notices' | 'rides' | 'question' | 'presence'
export const FORM_KINDS: readonly FormKind[] = ['notices', 'rides', 'question', 'presence']
export const isFormKind = (text: unknown): text is FormKind =>
  FORM_KINDS.some(kind => kind === text)

const MOST_FORMS = 100
export const formsMade = (read: Reader): readonly FormRow[] =>
  read.list(paperForm, { order: 'id DESC', limit: MOST_FORMS }, 'home')
export const formOf = (read: Reader, id: string): FormRow | undefined =>
  read.one(paperForm, id, 'home')
const MOST_ANSWERS = 1_000
export const answersOn = (read: Reader, id: string): readonly RowOf<typeof paperAnswer>[] =>
  read.list(
    paperAnswer,
    { where: 'form = ?', with: [id], order: 'id', limit: MOST_ANSWERS },
    'home',
  )

/** The word that is said before the digits of each kind. */
const WORD_OF: Readonly<Record<FormKind, string>> = {
  notices: 'billet',
  rides: 'trajet',
  question: 'question',
  presence: 'feuille',
}

/** A code that no live one has. */
export const codeFor = (kind: FormKind, read: Reader, newId: () => string): Code =>
  freeCode(WORD_OF[kind], codesGiven(read), newId)

/** Where a paper is keyed: slips where notices are, a sheet on its own page. */
export function keyedAt(kind: FormKind, id: string): string {
  if (kind === 'notices') return '/annonces/saisie?papier=annonces'
  if (kind === 'rides') return '/annonces/saisie?papier=trajets'
  return `/billets/${id}`
}

/** What a paper is called: its question, the thing that it is about with its day, or its kind. */
export function titleOf(form: FormRow, request: Request, read: Reader, words: Words): string {
  if (form.asks) return form.asks
  const called = form.about ? read.called(form.about) : undefined
  const kind = isFormKind(form.kind) ? form.kind : 'notices'
  if (!called) return words.forms[kind]
  const day = form.day ?? dayOf(read, called.type, form.about ?? '')
  return day === ''
    ? called.title
    : words.onDay(called.title, dayLong(day, request.lang, request.today))
}

function dayOf(read: Reader, type: string, id: string): string {
  if (type === 'meeting' && hasTable(read, 'meeting'))
    return text(read.all('SELECT date FROM meeting WHERE id = ?', id)[0], 'date')
  if (type === 'event' && hasTable(read, 'event')) {
    const [row] = read.all('SELECT startsOn, recurs FROM event WHERE id = ?', id)
    return row?.['recurs'] ? '' : text(row, 'startsOn')
  }
  return ''
}

/** `id`: of a record; one date of an event has its day behind it, after a blank. */
export type Subject = Readonly<{ id: string; title: string }>
/** The record and the day that a subject names. */
export function subjectOf(text: string): Readonly<{ about: string; day: string | null }> {
  const [about = '', day] = text.split(' ')
  return { about, day: isDay(day) ? day : null }
}
/** What a sheet may be about, by the record’s type. */
const ABOUT: readonly string[] = ['event', 'meeting', 'idea']
/** The subject that an address names, offered or not: a date that is further ahead. */
export function subjectAsked(
  text: string,
  { lang, today }: Request,
  read: Reader,
  words: Words,
): Subject | undefined {
  const { about, day } = subjectOf(text)
  const called = read.called(about)
  if (!called || !ABOUT.includes(called.type)) return undefined
  return day === null
    ? { id: about, title: called.title }
    : { id: `${about} ${day}`, title: words.onDay(called.title, dayLong(day, lang, today)) }
}
/** Dates of one event that are offered. */
const MOST_DATES = 4
const MOST_SUBJECTS = 60
/** What a sheet may be about: what takes place soon, the last meetings, open ideas. */
export function subjects(kit: Kit, read: Reader, words: Words): readonly Subject[] {
  const seen = new Map<string, number>()
  const events = kit
    .agenda(dayAfter(kit.request.today, -7), dayAfter(kit.request.today, 60))
    .flatMap((one): readonly Subject[] => {
      const n = seen.get(one.id) ?? 0
      if (n >= MOST_DATES || one.struck || read.called(one.id)?.type === 'meeting') return []
      seen.set(one.id, n + 1)
      return [
        {
          id: `${one.id} ${one.day}`,
          title: words.onDay(one.title, dayLong(one.day, kit.request.lang, kit.request.today)),
        },
      ]
    })
  const titled = (table: 'meeting' | 'idea', order: string, where = ''): readonly Subject[] =>
    columnsOf(read, table).has('title')
      ? read
          .all(
            `SELECT id, title FROM ${table} WHERE ${STANDS} ${where} AND title IS NOT NULL ` +
              `ORDER BY ${order} LIMIT 20`,
          )
          .map(row => ({ id: text(row, 'id'), title: text(row, 'title') }))
      : []
  return [
    ...events.slice(0, MOST_SUBJECTS),
    ...titled('meeting', 'date DESC'),
    ...titled('idea', 'id DESC', "AND (state IS NULL OR state = 'open')"),
  ]
}
