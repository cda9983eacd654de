import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one, texts } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import type { fr } from '../words/fr.ts'
import { isToHand, sameNamed, type WordRow, wordsCarried } from './read.ts'
import { word } from './records.ts'

/** What whoever hands words over says of them: a relay of their own, the keeper of all. */

type Words = typeof fr
const say: Say<Words> = message
const LIST = '/mes-mots'

/** Of a form, or of its undoing, which holds them in one line. */
const idsIn = (input: Input): readonly string[] =>
  texts(input, 'ids').flatMap(ids => ids.split(' '))

/** A word of the list of who ticks it: a relay's own, any for the keeper. */
function wordIn(input: Input, read: Reader, at: CommandContext): WordRow | undefined {
  const found = read.one(word, one(input, 'id'), 'home')
  return found && (at.by === 'keeper' || found.carrier === at.me) ? found : undefined
}

/**
 * *C'est pour laquelle ?*: of several people of one name, the keeper says which; it then waits on
 * their own page, with the others that are for the same name.
 */
const sayWhich: Command<Words> = {
  name: 'sayWhich',
  path: `${LIST}/:id/pour`,
  who: 'keeper',
  private: true,
  decide: (input, read, at): Decision => {
    const found = wordIn(input, read, at)
    const chosen =
      found && sameNamed(read, found.forWhom ?? '').find(row => row.id === one(input, 'member'))
    if (!found || found.member !== null || !chosen) return { refused: say('noWordThere') }
    const others = idsIn(input)
      .flatMap(id => wordIn({ id }, read, at) ?? [])
      .filter(row => row.member === null && fold(row.forWhom ?? '') === fold(found.forWhom ?? ''))
    const all = new Set([found.id, ...others.map(({ id }) => id)])
    return {
      drafts: [...all].map(id => draft(word, id, { member: chosen.id })),
      next: LIST,
      said: say('whichSaid', chosen.name ?? ''),
    }
  },
}

/** These words of the list of who acts, still to be handed over. */
const wordsIn = (input: Input, read: Reader, at: CommandContext): readonly WordRow[] =>
  [...new Set([...idsIn(input), one(input, 'id')])]
    .flatMap(id => wordIn({ id }, read, at) ?? [])
    .filter(row => row.handedOn === null)

/** Something that is said of words that wait, and the act that says it was a slip. */
type Marking = Readonly<{
  name: string
  path: string
  /** The day on which it is so. */
  field: 'handedOn' | 'missedOn'
  said: (n: number) => Message
  back: string
}>
const marking = ({ name, path, field, said, back }: Marking): Command<Words> => ({
  name,
  path,
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = wordsIn(input, read, at)
    if (found.length === 0) return { refused: say('handing.nothingThere') }
    const on = (row: WordRow) => ({ seenOn: row.seenOn ?? at.today, [field]: at.today })
    const ids = found.map(({ id }) => id).join(' ')
    return {
      drafts: found.map(row => draft(word, row.id, on(row))),
      next: LIST,
      said: said(found.length),
      undo: { path: back, input: { ids }, words: say('undo') },
    }
  },
})

/** *Remis*, of one word; *Tout remis*, of all those of a person that the page showed. */
const handing = (name: string, path: string): Command<Words> =>
  marking({
    name,
    path,
    field: 'handedOn',
    said: n => say('handing.handedSaid', n),
    back: `${LIST}/pas-remis`,
  })
/** *Pas trouvé·e*: the words are kept, and offered again later; whoever left them is told. */
const missed = marking({
  name: 'missPerson',
  path: `${LIST}/pas-trouve`,
  field: 'missedOn',
  said: () => say('handing.missedSaid'),
  back: `${LIST}/a-retrouver`,
})

/** What was said of them was a slip: they are to be handed over again. */
const unmarking = (name: string, path: string, field: Marking['field']): Command<Words> => ({
  name,
  path,
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = idsIn(input)
      .flatMap(id => wordIn({ id }, read, at) ?? [])
      .filter(row => row[field] !== null)
    if (found.length === 0) return { refused: say('noWordThere') }
    return {
      drafts: found.map(({ id }) => draft(word, id, { [field]: null })),
      next: LIST,
      said: say('toHandAgain'),
    }
  },
})

/**
 * `putAside`: what is ticked of what came from one hand. Whoever left it reads that it was not
 * handed over, so whoever it is for is not offered it. What is said in a thread is read there.
 *
 * Law     of the list of who puts it aside, and not handed over; what came since goes on waiting.
 */
const putAside: Command<Words> = {
  name: 'putAside',
  path: `${LIST}/ecarter`,
  who: 'relay',
  private: true,
  decide: (input, read, at): Decision => {
    const all = idsIn(input).flatMap(id => wordIn({ id }, read, at) ?? [])
    const waiting = all.filter(isToHand)
    if (waiting.length === 0) return { refused: say('noneTicked') }
    const aside = at.newId()
    return {
      drafts: waiting.map(({ id }) => draft(word, id, { aside })),
      next: LIST,
      said: say('asideSaid', waiting.length),
      undo: { path: `${LIST}/reprendre`, input: { aside }, words: say('undo') },
    }
  },
}

/** All that one act put aside is to be handed over again. */
const takeUpAgain: Command<Words> = {
  name: 'takeUpAgain',
  path: `${LIST}/reprendre`,
  who: 'relay',
  private: true,
  decide: (input, read, at): Decision => {
    const aside = one(input, 'aside')
    const all = wordsCarried(read, at.by === 'keeper' ? undefined : at.me).filter(
      row => aside !== '' && row.aside === aside,
    )
    if (all.length === 0) return { refused: say('noWordThere') }
    return {
      drafts: all.map(({ id }) => draft(word, id, { aside: null })),
      next: LIST,
      said: say('toHandAgain'),
    }
  },
}

export const handingCommands: readonly Command<Words>[] = [
  sayWhich,
  handing('handOver', `${LIST}/:id/remis`),
  handing('handAllOver', `${LIST}/tout-remis`),
  missed,
  unmarking('notMissed', `${LIST}/a-retrouver`, 'missedOn'),
  unmarking('notHanded', `${LIST}/pas-remis`, 'handedOn'),
  putAside,
  takeUpAgain,
]
