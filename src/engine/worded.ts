import type { BrickModel } from '../contract/brick.ts'
import type { Refusal, Undo } from '../contract/decision.ts'
import { type Message, type Wording, wordedIn } from '../contract/message.ts'
import type { Reader } from '../contract/reader.ts'
import { guardWords, whySaid } from '../contract/records/guard-words.ts'
import { refusalSentence } from '../contract/refusal.ts'
import type { Lang } from '../core/lang.ts'
import { withMadeFields } from './fields.ts'
import { ownWords } from './records/words.ts'
import type { TurnAnswer, TurnAsked } from './turn.ts'

/**
 * Sentences for what turns answer. A *turn* is one command of a brick, decided and written in one
 * transaction. The command answers with codes and data (`Message`); here they become words in the
 * asker’s language, from the words of the brick. The server and the command line call it, outside
 * the writer’s thread, which loads no words.
 */

type Source = Readonly<{ bricks: readonly BrickModel[]; read: Reader }>

/** The answer to a turn, in sentences of the asker’s language. */
export type Worded = TurnAnswer<string>

/** The answer to a turn with its messages, undo and refusals as sentences. */
export function worded(source: Source, asked: TurnAsked, answer: TurnAnswer): Worded {
  if (answer.done) {
    const { said, undo, ...rest } = answer
    if (said === undefined && undo === undefined) return rest
    const word = wordsFor(source, asked)
    return {
      ...rest,
      ...(said === undefined ? {} : { said: word(said) }),
      ...(undo === undefined ? {} : { undo: undoIn(undo, word) }),
    }
  }
  if ('refused' in answer) {
    // The refusal leaves the answer as messages, and comes back as sentences.
    const { refused: _, field: __, others: ___, ...rest } = answer
    return { ...rest, ...refusalIn(answer, wordsFor(source, asked)) }
  }
  // A conflict, a fault and a second question hold no sentence.
  return answer
}

/** Words a refusal found while reading a form or a file, before any turn. */
export const wordedRefusal = (
  source: Source,
  asked: BrickLang,
  refusal: Refusal,
): Refusal<string> => refusalIn(refusal, wordsFor(source, asked))

/** Words a message. A string is a sentence that an older version stored: it is kept as it is. */
type Word = (said: Message | string) => string

const undoIn = (undo: Undo, word: Word): Undo<string> => ({ ...undo, words: word(undo.words) })

const refusalIn = ({ refused, field, others }: Refusal, word: Word): Refusal<string> => ({
  refused: word(refused),
  ...(field === undefined ? {} : { field }),
  ...(others ? { others: others.map(one => ({ ...one, refused: word(one.refused) })) } : {}),
})

/** Uses the words of the brick that was asked, or the engine's own without such a brick. */
function wordsFor({ bricks, read }: Source, { brick, lang }: BrickLang): Word {
  const words: Wording = {
    brick: bricks.find(one => one.name === brick)?.words[lang] ?? ownWords(lang),
    house: ownWords(lang),
    field: (name, why) => {
      const type = bricks.flatMap(one => one.records).find(one => one.name === name)
      // The labels of the type’s fields, with those of the fields that keepers added to it.
      return refusalSentence(
        why,
        type ? withMadeFields(bricks, read, type, lang).words : { fields: {} },
        lang,
      )
    },
    people: (found, strips) => {
      const w = guardWords(lang)
      // First what the text says of whom, then the answer on the paper of each of them.
      const names = found.map(({ said }) => said)
      const asked = found.every(({ kind }) => kind === 'maybe')
        ? w.writeMaybe(names)
        : w.writeAsk(whySaid(found, lang))
      return [asked, ...strips.map(w.strip)].join(' ')
    },
  }
  return said => (typeof said === 'string' ? said : wordedIn(said, words))
}
type BrickLang = Readonly<{ brick: string; lang: Lang }>
