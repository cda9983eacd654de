import type { FieldRefusal } from '../core/form/form.ts'
import type { Lang } from '../core/lang.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import type { TypeWords } from '../core/type-words.ts'
import { dayLong } from '../text/days.ts'
import { en } from './refusal-words/en.ts'
import { fr, type RefusalsWords } from './refusal-words/fr.ts'

nullPrototype({ fr, en })
/** The sentences of all refusals, in one language. */
export const refusalWords = (lang: Lang): RefusalsWords => (lang === 'en' ? en : fr)

/** The sentence of a refusal, with the field’s label. */
export function refusalSentence(
  refusal: FieldRefusal,
  words: Pick<TypeWords, 'fields'>,
  lang: Lang,
): string {
  const w = refusalWords(lang)
  const label = Object.hasOwn(words.fields, refusal.field)
    ? words.fields[refusal.field]?.label
    : undefined
  const example = EXAMPLE_OF[refusal.code]
  const more =
    refusal.code === 'notOneOfItsDays' && refusal.more ? dayLong(refusal.more, lang) : refusal.more
  return w.refusals[refusal.code](
    label ?? refusal.field,
    more ?? (example ? w.examples[example] : ''),
  )
}
const EXAMPLE_OF: Readonly<Partial<Record<FieldRefusal['code'], keyof RefusalsWords['examples']>>> =
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
