import type { Hit } from '../contract/reader.ts'
import { fold, stems, wordsOf } from '../core/letters/words.ts'
import type { Statements } from '../log/sqlite.ts'
import { type AskedWord, askedWords, isAct } from '../text/searching/asked.ts'
import { familyStems, maybeStem } from '../text/searching/families.ts'
import { singular } from '../text/searching/small-words.ts'
import { stemmedOf } from './search.ts'
import { readDocs, readNumbered, titledById } from './search-reads.ts'
import type { SoughtWord } from './sought.ts'

/**
 * A text of a record beside a word. `titled`: the folded words of its title. `body`, `stems`:
 * folded text. `title`: its words as they are written, read only where accents matter.
 */
export type SearchedText = Readonly<{
  titled: readonly string[]
  body: string
  stems: string
  title: () => readonly AskedWord[]
}>

/**
 * How surely a text says a word. A title counts more than a text; the word itself more than its
 * plural, then than its family, then than a word that begins by it.
 */
export const LEVELS = { whole: 1, plural: 0.95, family: 0.7, beginning: 0.45 } as const
const IN_BODY = 0.55
const ALMOST = 0.9
/** What the thing of a title is for, or where it is: *poêle à bois* is no wood. */
const FOR_IT = 0.75
/** In a text without any accent: *Marche de Noel*. */
const MAYBE = 0.4
/** Another name of what the word names. */
const NAMED = 0.8
/** The nearer names of a word stand first. */
const NEARER = 0.98
/** A stem keeps the first letters of its word. */
const STEM_KEEPS = 2

/** Between 0, not at all, and 1: the word itself stands in the title. */
export function levelIn(word: SoughtWord, text: SearchedText): number {
  const own = familyLevel(word, text)
  const level = Math.max(
    own,
    ...word.others.map((one, i) => NAMED * NEARER ** i * levelIn(one, text)),
  )
  return word.isMended ? level * ALMOST : level
}

/** Of a word that the stemmer confounds with others, its own family counts. */
function familyLevel(word: SoughtWord, text: SearchedText): number {
  const { families } = word
  if (families.length === 0 || families.some(one => isIn(text.stems, one)))
    return placedLevel(word, text)
  return families.some(one => isIn(text.stems, maybeStem(one))) ? MAYBE : 0
}

/** So many words may stand between two words of a name: *garder toutes vos poules*. */
export const BETWEEN = 2
/** It stands at once before its word: *boîte de livres* is no *boîte à livres*. */
const JOINS: ReadonlySet<string> = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du'])
/** Whether the words of a name stand in a text in their order, each near the one before. */
function areIn(text: readonly string[], name: string): boolean {
  const [first, ...others] = name.split(' ')
  return text.some((word, at) => word === first && areBehind(text, at, others))
}
function areBehind(text: readonly string[], at: number, names: readonly string[]): boolean {
  const [name = '', next] = names
  if (names.length === 0) return true
  const join = next !== undefined && JOINS.has(name) ? name : undefined
  const word = join === undefined ? name : next
  const left = names.slice(join === undefined ? 1 : 2)
  return text.slice(at + 1, at + 2 + BETWEEN).some((one, i) => {
    const here = at + 1 + i
    const isJoined = join === undefined || (here > at + 1 && text[here - 1] === join)
    return one === word && isJoined && areBehind(text, here, left)
  })
}
/** A name of several words stands as a whole: *garder des enfants* is no other keeping. */
function phraseLevel(
  { word, stem }: SoughtWord,
  { titled, body, stems: all }: SearchedText,
): number {
  if (areIn(titled, word)) return LEVELS.whole
  if (areIn(stems(titled.join(' ')), stem)) return LEVELS.family
  if (areIn(body.split(' '), word)) return IN_BODY
  return areIn(all.split(' '), stem) ? IN_BODY * LEVELS.family : 0
}

function placedLevel(word: SoughtWord, text: SearchedText): number {
  if (word.word.includes(' ')) return phraseLevel(word, text)
  const titled = titledLevel(word, text)
  if (titled >= IN_BODY) return titled
  return Math.max(titled, IN_BODY * bodyLevel(word, singular(word.word), text))
}
function titledLevel(word: SoughtWord, text: SearchedText): number {
  const one = singular(word.word)
  let titled = 0
  for (const [i, other] of text.titled.entries()) {
    const level = levelOf(word, one, other)
    titled = Math.max(titled, isBehindAt(text.titled, i) ? FOR_IT * level : level)
  }
  return titled > 0 && word.families.length > 0 && !isTitled(word, text) ? 0 : titled
}

/** The same, by its title alone; its other names are not looked at. */
export function titleLevel(word: SoughtWord, text: SearchedText): number {
  if (word.word.includes(' ')) return phraseLevel(word, { ...text, body: '', stems: '' })
  const level = titledLevel(word, text)
  const isMaybe = level === 0 && word.families.some(one => isIn(text.stems, maybeStem(one)))
  return isMaybe ? MAYBE * titledLevel({ ...word, families: [] }, text) : level
}

/** *Poêle à bois*, *ordinateur à la médiathèque*. */
const isBehindAt = (titled: readonly string[], at: number): boolean => {
  const [before = '', last = ''] = titled.slice(Math.max(0, at - 2), at).slice(-2)
  const word = at === 1 ? before : last
  return word === 'a' || word === 'au' || word === 'aux' || (before === 'a' && ARTICLES.has(last))
}
const ARTICLES: ReadonlySet<string> = new Set(['la', 'l'])

function levelOf(
  { word, stem, forms, isBeginning }: SoughtWord,
  single: string,
  other: string,
): number {
  if (other === word) return LEVELS.whole
  if (forms.includes(other)) return LEVELS.plural
  if (!other.startsWith(word.slice(0, STEM_KEEPS))) return 0
  if (singular(other) === single) return LEVELS.plural
  if (stems(other)[0] === stem) return LEVELS.family
  return isBeginning && other.startsWith(word) ? LEVELS.beginning : 0
}

function bodyLevel(
  { word, stem, forms, isBeginning, families }: SoughtWord,
  single: string,
  { body, stems }: SearchedText,
): number {
  if (isIn(body, word)) return LEVELS.whole
  if ([single, `${single}s`, `${single}x`, ...forms].some(form => isIn(body, form)))
    return LEVELS.plural
  if (families.length > 0 || isIn(stems, stem)) return LEVELS.family
  return isBeginning && ` ${body}`.includes(` ${word}`) ? LEVELS.beginning : 0
}

/** Whether the title says a word of this family, by the accents that it is written with. */
const isTitled = ({ stem, families }: SoughtWord, text: SearchedText): boolean =>
  text
    .title()
    .some(({ typed }) => familyStems(typed, stem, false).some(one => families.includes(one)))

/**
 * Of a thing that has its name by two words, one is known: *machine* of *machine à coudre*; or of
 * an act with its thing, the act alone: *écrire* of *écrire un mail*. Texts then say the known word
 * of anything.
 */
export const isHalfKnown = (known: readonly AskedWord[], unknown: readonly AskedWord[]): boolean =>
  unknown.some(({ isUse }) => isUse) ||
  (unknown.some(({ word }) => !isAct(word)) && known.every(({ word }) => isAct(word)))
export const isInTitle = (word: SoughtWord, text: SearchedText): boolean =>
  levelIn({ ...word, families: [] }, { ...text, body: '', stems: '' }) > 0

const LETTER = /[\p{L}\p{N}]/u
/** Whether a folded text has the whole word. */
export function isIn(text: string, word: string): boolean {
  if (word === '') return false
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + word.length] ?? ' '))
      return true
  return false
}

/** A record that may be found, with its text. `n`: its row in the index. */
export type FoundText = Hit & Readonly<{ n: number; text: SearchedText }>

type TextRow = Readonly<{
  n: number
  folded: string
  body: string
  stems: string
  id: string
}>
/** Words of a joined record find the shown one. */
const TEXTS = `SELECT s.rowid AS n, s.title AS folded, s.body, s.stems,
    coalesce((SELECT shown FROM joined WHERE joined.id = own.id), own.id) AS id
  FROM search AS s JOIN main.doc AS own ON own.n = s.rowid`

/** The texts of these rows of the index. */
export const textsOf = (
  sql: Statements,
  numbers: readonly number[],
  among: readonly string[],
): readonly FoundText[] =>
  numbers.length === 0
    ? []
    : titled(
        sql,
        readNumbered(numbers, () =>
          sql.all<TextRow>(
            `${TEXTS} WHERE s.rowid IN (SELECT value FROM json_each(?))`,
            JSON.stringify(numbers),
          ),
        ),
        among,
      )

/** The texts of these records. */
export const textsOfIds = (
  sql: Statements,
  ids: readonly string[],
  among: readonly string[],
): readonly FoundText[] => (ids.length === 0 ? [] : textsOf(sql, numbersOf(sql, ids), among))
const numbersOf = (sql: Statements, ids: readonly string[]): readonly number[] =>
  readDocs(ids, () =>
    sql.all<{ n: number }>(
      'SELECT n FROM main.doc WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    ),
  ).map(({ n }) => n)

/**
 * The texts with their type and title. These are read apart: joined with the view of who holds a
 * card (by-card.ts), SQLite would read every title of the box.
 */
function titled(
  sql: Statements,
  rows: readonly TextRow[],
  among: readonly string[],
): readonly FoundText[] {
  const hits = titledById(
    sql,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(row => {
    const hit = hits.get(row.id)
    return hit && among.includes(hit.type) ? [foundOf(row, hit)] : []
  })
}

/** A record that is read by card stands in no index. It comes before older ones. */
export function cardFound({ id, type, title, body }: Hit & Readonly<{ body: string }>): FoundText {
  let stems: string | undefined
  return {
    ...{ id, type, title },
    n: Number.MAX_SAFE_INTEGER,
    text: {
      titled: wordsOf(title),
      body: fold(body),
      get stems() {
        return (stems ??= stemmedOf(`${title} ${body}`))
      },
      title: () => askedWords(title),
    },
  }
}

function foundOf({ n, folded, body, stems }: TextRow, { id, type, title }: Hit): FoundText {
  const text: SearchedText = {
    titled: folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean),
    body,
    stems,
    title: () => askedWords(title),
  }
  return { n, id, type, title, text }
}
