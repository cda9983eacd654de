import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
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

/** *Remis*, of one word; *Tout remis*, of all those of a person that the page showed. */
const handing = (name: string, path: string): Command<Words> => ({
  name,
  path,
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = wordsIn(input, read, at)
    if (found.length === 0) return { refused: say('handing.nothingThere') }
    const on = (row: WordRow) => ({ seenOn: row.seenOn ?? at.today, handedOn: at.today })
    return {
      drafts: found.map(row => draft(word, row.id, on(row))),
      next: LIST,
      said: say('handing.handedSaid', found.length),
      undo: {
        path: `${LIST}/pas-remis`,
        input: { ids: found.map(({ id }) => id).join(' ') },
        words: say('undo'),
      },
    }
  },
})

/**
 * *Pas trouvé·e*: the words are kept, and offered again later; whoever left them is told.
 */
const missed: Command<Words> = {
  name: 'missPerson',
  path: `${LIST}/pas-trouve`,
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = wordsIn(input, read, at)
    if (found.length === 0) return { refused: say('handing.nothingThere') }
    const on = (row: WordRow) => ({ seenOn: row.seenOn ?? at.today, missedOn: at.today })
    return {
      drafts: found.map(row => draft(word, row.id, on(row))),
      next: LIST,
      said: say('handing.missedSaid'),
      undo: {
        path: `${LIST}/a-retrouver`,
        input: { ids: found.map(({ id }) => id).join(' ') },
        words: say('undo'),
      },
    }
  },
}

/** *Pas trouvé·e* was a slip: nobody was looked for. */
const notMissed: Command<Words> = {
  name: 'notMissed',
  path: `${LIST}/a-retrouver`,
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = wordsIn(input, read, at).filter(row => row.missedOn !== null)
    if (found.length === 0) return { refused: say('noWordThere') }
    return {
      drafts: found.map(({ id }) => draft(word, id, { missedOn: null })),
      next: LIST,
      said: say('toHandAgain'),
    }
  },
}

/** *Remis* was a slip: it is to be handed over again. */
const notHanded: Command<Words> = {
  name: 'notHanded',
  path: `${LIST}/pas-remis`,
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = idsIn(input)
      .flatMap(id => wordIn({ id }, read, at) ?? [])
      .filter(row => row.handedOn !== null)
    if (found.length === 0) return { refused: say('noWordThere') }
    return {
      drafts: found.map(({ id }) => draft(word, id, { handedOn: null })),
      next: LIST,
      said: say('toHandAgain'),
    }
  },
}

/**
 * `putAside`: what is ticked of what came from one hand. Words stay where whoever they are for
 * reads their own.
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
  notMissed,
  notHanded,
  putAside,
  takeUpAgain,
]
