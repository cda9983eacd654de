import { JOINING, MOST_APART, near } from './near-figures.ts'
import { gluedIn, readings, worthOf } from './said-figures.ts'

/**
 * Figures in a text, however they are written: of any script, full width, framed, with an O for a
 * nought, or said as words. Each with its place; those that may make one number together stand in
 * one run.
 *
 * Law     nothing but signs, *puis* and *et* stands between two figures of a run; a run says each
 *         figure once, in their order.
 * Absent  what a run is: a telephone, a date, a price (`phone.ts`).
 */

/**
 * What says figures at one place of a text; no number begins or ends inside it. Units: UTF-16.
 *
 * Shape   `signs`: what stands between the one before in its run and it · `plus`: where a + before
 *         it stands · `worth`: what a word says.
 */
export type FigureGroup = Readonly<{
  figures: string
  from: number
  to: number
  signs: string
  plus?: number
  worth?: number
}>
export type FigureRun = readonly FigureGroup[]

/** A word or figures, with the marks and the invisible characters that stand in it. */
const ATOM = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu
type Piece = Readonly<{ figures: string; from: number; to: number; worth?: number }>
/** A word that may stand between two figures, and one that may not. */
const JOINS = 'joins'
const BREAKS = 'breaks'
type Read = Piece | typeof JOINS | typeof BREAKS

/**
 * Every run of a text. Law: the cost is that of one walk; a text without figures nor number words
 * costs a look at it.
 */
export const runsIn = (typed: string): readonly FigureRun[] => runsOf(typed, false)
/**
 * The same whatever words stand between figures: who looks for one number finds it so, where nobody
 * knows what is a number.
 */
export const looseRunsIn = (typed: string): readonly FigureRun[] => runsOf(typed, true)
function runsOf(typed: string, isLoose: boolean): readonly FigureRun[] {
  const text = typed.includes('<') ? typed.replace(TAG, tag => ' '.repeat(tag.length)) : typed
  return near(text, isLoose).flatMap(([from, to]) =>
    runsAmong(text, { part: text.slice(from, to), start: from, isLoose }),
  )
}
/** A tag that somebody typed between two figures. */
const TAG = /<\/?[a-z]{1,10}\s?\/?>/gi

/** Between two of them a word may stand, and an article or *un* is no figure. */
const isArticle = (text: string, { worth, from, to }: Piece, end: number): boolean =>
  worth === 1 ||
  (/^[a-z]+$/i.test(text.slice(from, to)) &&
    worth === undefined &&
    /\p{L}/u.test(text.slice(end, from)))

type Among = Readonly<{ part: string; start: number; isLoose: boolean }>
function runsAmong(text: string, { part, start, isLoose }: Among): readonly FigureRun[] {
  const runs: FigureGroup[][] = [[]]
  let [end, reach] = [start, text.length]
  for (const { 0: atom, index } of part.matchAll(ATOM)) {
    const at = start + index
    const read = readAtom(atom, at)
    if (at > reach && read.length > 0) runs.push([])
    if (read.length === 0) reach += atom.length
    for (const piece of read) {
      if (piece === BREAKS) {
        if (!isLoose) runs.push([])
        else reach += atom.length
      } else if (piece === JOINS) reach = at + atom.length + MOST_APART
      else if (isLoose && isArticle(text, piece, end)) reach += atom.length
      else {
        const run = runs.at(-1)!
        // *l’6 …*: an article begins no number.
        if (run.length === 0 && /^[lI]+$/.test(atom)) continue
        run.push(groupOf(text, piece, run.length > 0 ? end : Math.max(0, at - 4)))
        end = piece.to
        reach = end + MOST_APART
      }
    }
  }
  return runs.filter(run => run.length > 0).flatMap(run => readings(withoutNought(text, run)))
}

function groupOf(text: string, piece: Piece, after: number): FigureGroup {
  const signs = text.slice(after, piece.from)
  const plus = /\+[^\p{L}\p{N}]{0,2}$/u.exec(signs)
  return { ...piece, signs, ...(plus ? { plus: after + plus.index } : {}) }
}

/** `+33 (0)6`: the nought in brackets is not dialled with what comes before. */
function withoutNought(text: string, run: FigureGroup[]): FigureGroup[] {
  const at = run.findIndex(
    ({ figures, from, to }, n) =>
      n > 0 && n < 3 && figures === '0' && text[from - 1] === '(' && text[to] === ')',
  )
  const before = run
    .slice(0, Math.max(0, at))
    .map(one => one.figures)
    .join('')
  return at > 0 && (run[0]!.plus !== undefined || /^00|^33$/.test(before))
    ? run.toSpliced(at, 1)
    : run
}

/** *O6*, *7l*; alone, an O or a one that is no word. */
const AS_FIGURES = /^(?=[oOlI]*\d)[\doOlI]+$|^(?:[oO]{1,2}|[lI]{1,2}|[oO][lI]|[lI][oO])$/
const LETTER_O: ReadonlySet<string> = new Set('oO\uff2f\uff4f\u041e\u043e\u039f\u03bf')
function readAtom(atom: string, from: number): readonly Read[] {
  const to = from + atom.length
  if (/^[0-9]+$/.test(atom)) return [{ figures: atom, from, to }]
  if (AS_FIGURES.test(atom))
    return [{ figures: atom.replace(/[oO]/g, '0').replace(/[lI]/g, '1'), from, to }]
  if (/^[a-zA-Z]+$/.test(atom)) return readWords(atom.toLowerCase(), n => from + n)
  return readMixed(atom, from)
}

/** `placeOf`: where each letter of the word stands in the text. */
function readWords(word: string, placeOf: (n: number) => number): readonly Read[] {
  const glued = gluedIn(word)
  if (glued === undefined) return [readWord(word, placeOf(0), placeOf(word.length))]
  return glued.map(({ 0: one, index }) =>
    readWord(one, placeOf(index), placeOf(index + one.length)),
  )
}

function readWord(word: string, from: number, to: number): Read {
  if (JOINING.has(word)) return JOINS
  if (word === 'o' || word === 'oo') return { figures: '0'.repeat(word.length), from, to }
  const worth = worthOf(word)
  return worth === undefined ? BREAKS : { figures: '', worth, from, to }
}

/** Figures and letters in one: *0six*, *O6*, *14h30*, *０６*, *0️⃣6️⃣*. */
function readMixed(atom: string, from: number): readonly Read[] {
  let [plain, last, at] = ['', '', from]
  const places: number[] = []
  for (const one of atom) {
    const read = plainOf(one, last >= 'a')
    plain += read
    last = read.at(-1) ?? last
    for (let n = 0; n < read.length; n++) places.push(at)
    at += one.length
  }
  const placeOf = (n: number): number => places[n] ?? at
  return [...plain.matchAll(/(?<![a-z\d])o*\d[o\d]*(?![a-z\d])|\d+|\D+/g)].flatMap(
    ({ 0: part, index }) => {
      if (!/\d/.test(part)) return readWords(part, n => placeOf(index + n))
      return [
        {
          figures: part.replaceAll('o', '0'),
          from: placeOf(index),
          to: placeOf(index + part.length),
        },
      ]
    },
  )
}

/**
 * One character as it is read: a figure, a small letter without accent, *o* for an O of any
 * alphabet, *x* for any other letter.
 */
function plainOf(one: string, isInWord: boolean): string {
  if (one <= '9' && one >= '0') return one
  if (/[\p{Cf}\p{M}]/u.test(one)) return ''
  if (LETTER_O.has(one)) return 'o'
  if (/\p{Nd}/u.test(one)) return String(figureOf(one))
  const plain = one.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // *m²* is no figure; ② is one.
  if (/\p{N}/u.test(one)) return /^\d+$/.test(plain) && !isInWord ? plain : 'x'
  return /^[a-z]+$/.test(plain) ? plain : 'x'
}

/** A script's figures stand together, from nought to nine. */
function figureOf(figure: string): number {
  const known = worths.get(figure)
  if (known !== undefined) return known
  const code = figure.normalize('NFKC').codePointAt(0)!
  let worth = 0
  while (worth < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - worth - 1))) worth++
  worths.set(figure, worth)
  return worth
}
/** All scripts together have some hundreds of them. */
const worths = new Map<string, number>()
