import type { FieldRefusal } from '../core/form/form.ts'
import type { FindingKind } from '../text/guard/guard.ts'
import type { Strip } from './slots.ts'

/**
 * A sentence that a command says to a person, as data without words: its code in the words of the
 * brick, and what stands in it. A *brick* is a module of the program, such as notices or rides,
 * with commands and words of its own. `engine/worded.ts` words the sentence in the language of the
 * person who asked. So an answer can be stored without choosing a language (but `worded`).
 *
 * Shape   `code`: the place of the sentence in the brick’s words, as `matching.notYours`. `data`:
 *         its parameters in order, plain data that crosses a thread.
 *         `all`: several sentences, one after the other; an empty one is left out.
 *         `worded`: a sentence that came with the request, in the language of the person who asked,
 *         as the reason why a file was left out.
 *         `house`: a sentence from the engine’s own words, whichever brick was asked.
 *         `form`: why a field of a form was refused. `type`: the record type of the form.
 *         `guard`: the question to a keeper whose text names somebody. `found`: the words that do.
 *         `strips`: the papers by which people of these names said no to being named, or have not
 *         answered yet; each is told in a sentence.
 */
export type Message =
  | Readonly<{ code: string; data?: readonly Datum[] }>
  | Readonly<{ all: readonly Message[] }>
  | Readonly<{ worded: string }>
  | Readonly<{ of: 'house'; code: string; data?: readonly Datum[] }>
  | Readonly<{ of: 'form'; type: string; why: FieldRefusal }>
  | Readonly<{ of: 'guard'; found: readonly FoundSaid[]; strips: readonly Strip[] }>
/** Words found in a text that speak of somebody, and of which kind: a name, an age. */
type FoundSaid = Readonly<{ kind: FindingKind; said: string }>

/**
 * A parameter of a sentence: plain data, or another sentence, which is worded first. Each sentence
 * has parameters of its own types: `Say` checks them where the sentence is made, and nobody can
 * where it is stored.
 */
export type Datum = unknown

/**
 * The codes of a table of words: the path to each sentence, and to each function that gives one. A
 * list has no code: pages read its words, and no command says one of them.
 */
export type CodeOf<W> = {
  [K in keyof W & string]: W[K] extends string | ((...data: never[]) => string)
    ? K
    : W[K] extends readonly unknown[]
      ? never
      : W[K] extends object
        ? `${K}.${CodeOf<W[K]>}`
        : never
}[keyof W & string]

/** The sentence at this path of a table of words. */
type At<W, C extends string> = C extends keyof W
  ? W[C]
  : C extends `${infer K}.${infer Rest}`
    ? K extends keyof W
      ? At<W[K], Rest>
      : never
    : never

/**
 * The parameters of the sentence with this code. Where a sentence takes any text, a message may
 * stand too; not where it takes one of some fixed words.
 */
export type DataOf<W, C extends string> = C extends string ? DataFor<At<W, C>> : never
type DataFor<F> = F extends (...data: infer D) => string
  ? { [I in keyof D]: string extends D[I] ? D[I] | Message : D[I] }
  : []

/**
 * The type of `message` for one table of words: `const say: Say<Words> = message`, then
 * `say('shorter', 60)`.
 */
export type Say<W> = <C extends CodeOf<W>>(code: C, ...data: DataOf<W, C>) => Message

/**
 * A sentence from the words of the brick whose command or page it is. The function takes any code;
 * `Say` refuses those that the words do not have.
 */
export const message = (code: string, ...data: readonly Datum[]): Message =>
  data.length > 0 ? { code, data } : { code }

/**
 * The words of one language, for each kind of sentence: those of the brick, those of the engine
 * (`house`), refusals of fields (`field`, for `form`), and the question about the people whom a
 * text names (`people`, for `guard`).
 */
export type Wording = Readonly<{
  brick: object
  house: object
  field: (type: string, why: FieldRefusal) => string
  people: (found: readonly FoundSaid[], strips: readonly Strip[]) => string
}>

/**
 * The text of a sentence, in the given words.
 *
 * Errors  throws when the words have no such sentence. `Say` excludes this for a new message. A
 *         stored answer may have a code that a later version of the program dropped.
 */
export function wordedIn(said: Message, words: Wording): string {
  if ('all' in said)
    return said.all
      .map(one => wordedIn(one, words).trim())
      .filter(Boolean)
      .join(' ')
  if ('worded' in said) return said.worded
  if (!('of' in said)) return sentenceAt(words.brick, said, words)
  if (said.of === 'house') return sentenceAt(words.house, said, words)
  return said.of === 'form'
    ? words.field(said.type, said.why)
    : words.people(said.found, said.strips)
}

type Coded = Readonly<{ code: string; data?: readonly Datum[] }>
function sentenceAt(table: object, { code, data = [] }: Coded, words: Wording): string {
  const found = code.split('.').reduce(partOf, table)
  if (typeof found === 'string') return found
  if (typeof found !== 'function') throw new Error(`no message ${code}`)
  return String(found(...data.map(one => (isMessage(one) ? wordedIn(one, words) : one))))
}
const partOf = (table: unknown, name: string): unknown =>
  typeof table === 'object' && table !== null && Object.hasOwn(table, name)
    ? (table as Readonly<Record<string, unknown>>)[name]
    : undefined

/** Whether a parameter is a sentence. No other parameter may be an object with these names. */
const isMessage = (one: Datum): one is Message =>
  typeof one === 'object' &&
  one !== null &&
  ('code' in one ||
    'all' in one ||
    'worded' in one ||
    ('of' in one && ('why' in one || 'found' in one)))
