import type { BrickModel } from '../contract/brick.ts'
import type { Refusal, Undo } from '../contract/decision.ts'
import { type Message, type Wording, wordedIn } from '../contract/message.ts'
import type { Reader } from '../contract/reader.ts'
import { guardWords, whySaid } from '../contract/records/guard-words.ts'
import { refusalSentence } from '../contract/refusal.ts'
import type { Lang } from '../core/lang.ts'
import { extended } from './fields.ts'
import { ownWords } from './records/words.ts'
import type { TurnAnswer, TurnAsked } from './turn.ts'

type Reading = Readonly<{ bricks: readonly BrickModel[]; read: Reader }>

/** What became of a turn, in sentences of the language of whoever asked. */
export type Worded = TurnAnswer<string>

/**
 * The answer of a turn, worded for whoever asked: the one door between what a command decided and
 * what a person reads. It is called where people are answered: on the thread of pages, and by a
 * verb of the command line.
 */
export function worded(house: Reading, asked: TurnAsked, answer: TurnAnswer): Worded {
  if (answer.done) {
    const { said, undo, ...rest } = answer
    if (said === undefined && undo === undefined) return rest
    const word = wordsFor(house, asked)
    return {
      ...rest,
      ...(said === undefined ? {} : { said: word(said) }),
      ...(undo === undefined ? {} : { undo: undoIn(undo, word) }),
    }
  }
  if ('refused' in answer) {
    const { refused: _, field: __, others: ___, ...rest } = answer
    return { ...rest, ...refusalIn(answer, wordsFor(house, asked)) }
  }
  return answer
}

/** A refusal that no turn gave, worded the same: what a form sent was read before any turn. */
export const wordedRefusal = (house: Reading, asked: Asked, refusal: Refusal): Refusal<string> =>
  refusalIn(refusal, wordsFor(house, asked))

type Word = (said: Message | string) => string

const undoIn = (undo: Undo, word: Word): Undo<string> => ({ ...undo, words: word(undo.words) })

const refusalIn = ({ refused, field, others }: Refusal, word: Word): Refusal<string> => ({
  refused: word(refused),
  ...(field === undefined ? {} : { field }),
  ...(others ? { others: others.map(one => ({ ...one, refused: word(one.refused) })) } : {}),
})

/**
 * Words messages as the brick that was asked says them, else as the house does; a sentence that an
 * older version kept stays as it is.
 */
function wordsFor({ bricks, read }: Reading, { brick, lang }: Asked): Word {
  const words: Wording = {
    brick: bricks.find(one => one.name === brick)?.words[lang] ?? ownWords(lang),
    house: ownWords(lang),
    field: (name, why) => {
      const type = bricks.flatMap(one => one.records).find(one => one.name === name)
      return refusalSentence(
        why,
        type ? extended(bricks, read, type, lang).words : { fields: {} },
        lang,
      )
    },
    people: (found, strips) => {
      const w = guardWords(lang)
      return [w.writeAsk(whySaid(found, lang)), ...strips.map(w.strip)].join(' ')
    },
  }
  return said => (typeof said === 'string' ? said : wordedIn(said, words))
}
type Asked = Readonly<{ brick: string; lang: Lang }>
