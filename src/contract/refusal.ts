import type { FieldRefusal } from '../core/form/form.ts'
import type { Lang } from '../core/lang.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import type { TypeWords } from '../core/type-words.ts'
import { dayLong, figure } from '../text/days.ts'
import { en } from './refusal-words/en.ts'
import { fr, type RefusalWords } from './refusal-words/fr.ts'

/**
 * The sentences for fields of a form that can’t be read: from the code of a refusal to what the
 * person reads (*« Jour » demande une date, par exemple 5/12/2026*). Forms and answers of turns use
 * it.
 */

// It changes its argument: the tables of words lose their prototype, so that a name such as
// `constructor` finds nothing.
nullPrototype({ fr, en })
/** The sentences of all refusals, in one language. */
export const refusalWords = (lang: Lang): RefusalWords => (lang === 'en' ? en : fr)

/**
 * The sentence of a refusal, with the field’s label, or the field’s name where it has none. The
 * detail of the refusal (`more`) stands in the sentence: a length, a typed value, a day. Without a
 * detail, the example of its code does.
 */
export function refusalSentence(
  refusal: FieldRefusal,
  words: Pick<TypeWords, 'fields'>,
  lang: Lang,
): string {
  const sentences = refusalWords(lang)
  const label = Object.hasOwn(words.fields, refusal.field)
    ? words.fields[refusal.field]?.label
    : undefined
  const example = EXAMPLE_OF[refusal.code]
  const more = refusal.more && moreSaid(refusal.code, refusal.more, lang)
  return sentences.refusals[refusal.code](
    label ?? refusal.field,
    more ?? (example ? sentences.examples[example] : ''),
  )
}
/**
 * The detail as people read it: the day of `notOneOfItsDays` is the first one that the repetition
 * has; a field with bounds says both.
 */
function moreSaid(code: FieldRefusal['code'], more: string, lang: Lang): string {
  if (code === 'notOneOfItsDays') return dayLong(more, lang)
  if (!/Within$/.test(code)) return more
  const [least = '', most = ''] = more.split(' ').map(n => figure(Number(n), lang))
  return refusalWords(lang).between(least, most)
}
/** The codes whose sentence ends with an example, and which one. */
const EXAMPLE_OF: Readonly<Partial<Record<FieldRefusal['code'], keyof RefusalWords['examples']>>> =
  {
    notANumber: 'number',
    notMoney: 'money',
    notADay: 'day',
    notATime: 'time',
    notAMoment: 'moment',
    notAPoint: 'point',
    notAPhone: 'phone',
    notAnEmail: 'email',
    notAnAddress: 'url',
    notHours: 'hours',
    notARecurrence: 'recurrence',
  }
