import type { Reader } from '../../../contract/reader.ts'
import { hiddenNow } from '../../../contract/records/hidden-number.ts'
import type { Slots } from '../../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { HIDDEN_LIST, onePerNumber, ownHidden, typedAgain } from '../model/hiding.ts'
import type { fr } from '../words/fr.ts'
import { footLink, hideLink } from './links.ts'

type Words = typeof fr

/**
 * Numbers that are hidden until the keeper decides. A member is told that their own is: their page
 * is where they show it again.
 */
function waits(whom: ToDoReader, read: Reader, words: Words): readonly ToDo[] {
  if (whom.by === 'keeper')
    return counted(onePerNumber(hiddenNow(read)).length, n => ({
      href: HIDDEN_LIST,
      n,
      label: words.tool,
      sentence: words.waiting(n),
      order: 70,
    }))
  const mine = { href: '/moi', label: words.myPage, order: 70 }
  const again = typedAgain(whom, read)
  return [
    ...counted(onePerNumber(ownHidden(whom, read)).length, n => ({
      ...{ ...mine, n },
      sentence: words.ownHidden,
    })),
    ...(again === undefined
      ? []
      : [{ ...{ ...mine, n: 1 }, sentence: words.ownTyped, news: `typedagain:${again}` }]),
  ]
}
const counted = (n: number, told: (n: number) => ToDo): readonly ToDo[] =>
  n === 0 ? [] : [told(n)]

export const slots: Slots<Words> = {
  questions: words => words.questions,
  waits,
  tools: words => [
    {
      href: HIDDEN_LIST,
      words: words.tool,
      under: 'answers',
      order: 20,
      about: words.toolAbout.hidden,
    },
  ],
  beside: hideLink,
  foot: footLink,
}
