import type { FigureGroup } from './figures.ts'

/**
 * Figures said as words, as people say a telephone: *zéro six, quatre-vingt-dix-huit…* is 06 98.
 *
 * Law     of two readings, what hyphens hold together is one number; else as much as one number may
 *         say (*soixante dix* is 70).
 */
const UNITS = (
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze ' +
  'seize'
).split(' ')
const ENGLISH = (
  'oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
  'fifteen sixteen seventeen eighteen nineteen'
).split(' ')
const DOUBLE = -2
/** *deux fois onze*. */
const TIMES = -3
const WORTH: ReadonlyMap<string, number> = new Map<string, number>([
  ...[UNITS, ENGLISH].flatMap(words => words.map((word, worth): [string, number] => [word, worth])),
  ...'vingt trente quarante cinquante soixante septante huitante nonante'
    .split(' ')
    .map((word, n): [string, number] => [word, 20 + 10 * n]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, n): [string, number] => [word, 20 + 10 * n]),
  ...Object.entries({
    vingts: 20,
    octante: 80,
    cent: 100,
    cents: 100,
    double: DOUBLE,
    fois: TIMES,
  }),
])
export const SAID_WORDS: Iterable<string> = WORTH.keys().toArray()
/** Of a folded word; undefined when it says no number. */
export const worthOf = (word: string): number | undefined => WORTH.get(word)

/** Longer than a telephone said without a blank. */
const LONGEST_GLUED = 160
/** The longest first; *vingtsix* is no *vingts*. */
const GLUED = `(?:${[...WORTH.keys(), 'et', 'and']
  .sort((a, b) => b.length - a.length)
  .map(word => (/^(?:vingt|cent)s$/.test(word) ? `${word}(?!ix|e[ip]|oi)` : word))
  .join('|')})`
const ALL_GLUED = new RegExp(`^${GLUED}{2,}$`)
const ONE_GLUED = new RegExp(GLUED, 'g')
/** The words of *zerosixonze*, each with where it begins; undefined when it is no such word. */
export function gluedIn(word: string): readonly RegExpExecArray[] | undefined {
  return word.length <= LONGEST_GLUED && ALL_GLUED.test(word)
    ? [...word.matchAll(ONE_GLUED)]
    : undefined
}

/** The two ways to hear *deux fois onze*: 11 11, and 22. */
const HEARD = [
  (n: number, said: string) => said.repeat(n),
  (n: number, said: string) => String(n * Number(said)),
] as const

/**
 * The readings of a run: one, but where *fois* stands in it; first that which makes nothing of it.
 */
export function readings(run: readonly FigureGroup[]): readonly (readonly FigureGroup[])[] {
  if (!run.some(one => one.worth === TIMES)) return [composed(run)]
  const parts: FigureGroup[][] = [[]]
  for (const one of run) {
    if (one.worth === TIMES) parts.push([])
    else parts.at(-1)!.push(one)
  }
  const read = parts.map(composed)
  return [...read, ...HEARD.map(heard => timesJoined(read, heard))].filter(one => one.length > 0)
}

function timesJoined(
  parts: readonly (readonly FigureGroup[])[],
  heard: (typeof HEARD)[number],
): readonly FigureGroup[] {
  const all: FigureGroup[] = []
  for (const part of parts) {
    const [times, said] = [all.at(-1), part[0]]
    const isHeard =
      times !== undefined &&
      said !== undefined &&
      /^[2-5]$/.test(times.figures) &&
      /^(?:\d|[1-9]\d)$/.test(said.figures)
    if (isHeard)
      all[all.length - 1] = {
        ...times,
        figures: heard(Number(times.figures), said.figures),
        to: said.to,
      }
    for (const one of isHeard ? part.slice(1) : part) all.push(one)
  }
  return all
}

/** The run with its words made into the figures that they say together. */
function composed(run: readonly FigureGroup[]): readonly FigureGroup[] {
  if (run.every(one => one.worth === undefined)) return run
  const out: FigureGroup[] = []
  for (let at = 0; at < run.length; ) {
    const said =
      run[at]!.worth === undefined ? { figures: run[at]!.figures, next: at + 1 } : saidFrom(run, at)
    if (said.figures !== '')
      out.push({ ...run[at]!, figures: said.figures, to: run[said.next - 1]!.to })
    at = said.next
  }
  return out
}

const WITHIN = /^[\s\u00a0\u202f'’‐‑–-]{0,3}$/
const WITH_ET = /^[\s‐‑–-]*(?:et|and)[\s‐‑–-]*$/i
const HYPHEN = /[‐‑–-]/

type Said = Readonly<{ figures: string; next: number }>
function saidFrom(run: readonly FigureGroup[], at: number): Said {
  const worth = run[at]!.worth!
  if (worth === DOUBLE) {
    const next = run[at + 1]
    const one = next?.worth === undefined ? next?.figures : String(next.worth)
    return one?.length === 1 ? { figures: one + one, next: at + 2 } : { figures: '', next: at + 1 }
  }
  const hundreds = worth === 100 ? { worth: 1, next: at } : underHundred(run, at)
  if (hundreds.worth > 9 || linked(run, hundreds.next) !== 100) {
    if (worth !== 100) return { figures: String(hundreds.worth), next: hundreds.next }
  }
  const after = hundreds.next + 1
  const rest =
    (linked(run, after) ?? 100) < 100 ? underHundred(run, after) : { worth: 0, next: after }
  return { figures: String(hundreds.worth * 100 + rest.worth), next: rest.next }
}

/** What the next word adds to the one before it; undefined when it begins another number. */
const linked = (run: readonly FigureGroup[], at: number): number | undefined => {
  const one = run[at]
  if (one?.worth === undefined || one.worth < 0) return undefined
  return WITHIN.test(one.signs) ||
    ((one.worth === 1 || one.worth === 11) && WITH_ET.test(one.signs))
    ? one.worth
    : undefined
}
const isIn = (worth: number | undefined, from: number, to: number): worth is number =>
  worth !== undefined && worth >= from && worth <= to

function underHundred(
  run: readonly FigureGroup[],
  at: number,
): Readonly<{ worth: number; next: number }> {
  let [worth, next] = [run[at]!.worth!, at + 1]
  const add = (most: number): void => {
    const more = linked(run, next)
    if (!isIn(more, 1, most) || isFourOfEighty(run, next)) return
    worth += more
    next++
    if (more === 10 && isIn(linked(run, next), 7, 9)) worth += run[next++]!.worth!
  }
  if (worth === 4 && linked(run, next) === 20) [worth, next] = [80, next + 1]
  if (worth === 10 && isIn(linked(run, next), 7, 9)) worth += run[next++]!.worth!
  else if (worth === 60 || worth === 80) add(16)
  else if (worth >= 20 && worth < 100) add(9)
  return { worth, next }
}

/** *trente quatre-vingt-deux* is 30 82. */
const isFourOfEighty = (run: readonly FigureGroup[], at: number): boolean =>
  run[at]!.worth === 4 &&
  linked(run, at + 1) === 20 &&
  HYPHEN.test(run[at + 1]!.signs) &&
  !HYPHEN.test(run[at]!.signs)
