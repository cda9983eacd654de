import { type BoxDecided, type BoxSeen, MOST_INTRODUCED } from '../../../contract/box/boxes.ts'
import type { Command } from '../../../contract/command.ts'
import type { Decision, Refusal } from '../../../contract/decision.ts'
import { isNicknameTaken } from '../../../contract/meant.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { LONGEST_TYPED } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
export const BOXES = '/bornes'

const called = (input: Input): string =>
  one(input, 'called').replace(/\s+/g, ' ').slice(0, LONGEST_TYPED)

const decided = (box: BoxDecided, said: Message): Decision => ({
  drafts: [],
  boxes: [box],
  next: BOXES,
  said,
})

/** What a box is called here must be said, and be its own. */
function unnamed(input: Input, name: string, others: readonly BoxSeen[]): Refusal | undefined {
  if (called(input) === '') return { refused: say('sayCalled'), field: 'called' }
  return isNicknameTaken(called(input), name, others)
    ? { refused: say('alreadyCalled', called(input)), field: 'called' }
    : undefined
}

/** What is decided of a box that this one knows, or that brought something. */
const ofSeen = (input: Input, read: Reader, decide: (seen: BoxSeen) => Decision): Decision => {
  const seen = read.boxes().others.find(box => box.name === one(input, 'borne'))
  return seen ? decide(seen) : { refused: say('noSuchBox') }
}

/** The same, of a box that a recognised one introduces. */
const ofIntroduced = (input: Input, read: Reader, decide: (seen: BoxSeen) => Decision): Decision =>
  ofSeen(input, read, seen =>
    seen.known === 'introduced' ? decide(seen) : { refused: say('notIntroduced') },
  )

/** In person: the five words were said aloud. From there on both spaces come and go. */
const recognise: Command<Words> = {
  name: 'recognise',
  path: `${BOXES}/reconnaitre`,
  who: 'keeper',
  coded: true,
  decide: (input, read) => {
    const [name, { me, others, wordsOf }] = [one(input, 'borne'), read.boxes()]
    if (name === me.name) return { refused: say('itself') }
    if (wordsOf(name) === undefined) return { refused: say('noSuchBox') }
    const wrong = unnamed(input, name, others)
    if (wrong) return wrong
    // What it brought before comes with the yes, if its file still waits (intake/waiting-files).
    const seen = others.find(other => other.name === name)
    const hasBrought = seen?.aside.some(({ box, entries }) => box === name && entries > 0) ?? false
    const key = hasBrought ? 'recognisedBrought' : 'recognised'
    return decided({ name, called: called(input), paired: true }, say(key, called(input)))
  },
}

/** A box that a recognised one introduces: what is public of it comes, and nothing more. */
const accept: Command<Words> = {
  name: 'accept',
  path: `${BOXES}/accepter`,
  who: 'keeper',
  decide: (input, read) =>
    ofIntroduced(input, read, ({ name, called: said, words: five }) => {
      // Nobody here chose that name: the first of its five words tells it from the one that has it
      // already.
      const known = isNicknameTaken(said, name, read.boxes().others)
        ? `${said} (${five.split(' ')[0]})`
        : said
      return decided({ name, called: known, accepted: true }, say('accepted', known))
    }),
}

const turnDown: Command<Words> = {
  name: 'turnDown',
  path: `${BOXES}/refuser`,
  who: 'keeper',
  decide: (input, read) =>
    ofIntroduced(input, read, ({ name, called: known }) =>
      decided({ name, refused: true }, say('introductionRefused', known)),
    ),
}

const pause: Command<Words> = {
  name: 'pause',
  path: `${BOXES}/pause`,
  who: 'keeper',
  decide: (input, read) =>
    ofSeen(input, read, ({ name, called: known }) => {
      const isOn = one(input, 'on') === '1'
      return decided(
        { name, paused: isOn },
        isOn ? say('pausedSaid', known) : say('resumed', known),
      )
    }),
}

/**
 * What it wrote until today stays, unless the keeper hides what came since some arrival; what comes
 * later is left aside.
 */
const dismiss: Command<Words> = {
  name: 'dismiss',
  path: `${BOXES}/ecarter`,
  who: 'keeper',
  coded: true,
  decide: (input, read) =>
    ofSeen(input, read, ({ name, called: known, arrivals }) => {
      const since = one(input, 'since')
      if (since !== '' && since !== '0' && !arrivals.some(({ at }) => String(at) === since))
        return { refused: say('noSuchBox') }
      const told = one(input, 'tell') === '1' ? { tellOthers: true } : {}
      return decided(
        { name, dismissed: true, ...(since === '' ? {} : { hideSince: Number(since) }), ...told },
        say('dismissedSaid', known),
      )
    }),
}

const believe: Command<Words> = {
  name: 'believe',
  path: `${BOXES}/reprendre`,
  who: 'keeper',
  coded: true,
  decide: (input, read) =>
    ofSeen(input, read, ({ name, called: known }) =>
      decided({ name, dismissed: false }, say('believed', known)),
    ),
}

const rename: Command<Words> = {
  name: 'rename',
  path: `${BOXES}/nommer`,
  who: 'keeper',
  decide: (input, read) =>
    ofSeen(input, read, ({ name }) => {
      const wrong = unnamed(input, name, read.boxes().others)
      return wrong ?? decided({ name, called: called(input) }, say('renamed', called(input)))
    }),
}

/**
 * A word of this box about another, in the commons, where everybody reads it: its keepers decide
 * what they do of it.
 */
const introduce: Command<Words> = {
  name: 'introduce',
  path: `${BOXES}/presenter`,
  who: 'keeper',
  decide: (input, read, at) =>
    ofSeen(input, read, seen => {
      const isOn = one(input, 'on') === '1'
      if (!isOn && seen.introducedHere === null) return { refused: say('noSuchBox') }
      if (!isOn)
        return {
          drafts: [said(seen.introducedHere!, { removed: true })],
          next: BOXES,
          said: say('unintroduced', seen.called),
        }
      if (seen.known !== 'paired' || seen.isDismissed) return { refused: say('onlyPaired') }
      if (seen.introducedHere !== null)
        return { drafts: [], next: BOXES, said: say('introducedSaid', seen.called) }
      const all = read.boxes().others.filter(other => other.introducedHere !== null).length
      if (all >= MOST_INTRODUCED) return { refused: say('enoughIntroduced') }
      const fields = { introduces: seen.name, called: seen.called }
      return {
        drafts: [said(at.newId(), fields)],
        next: BOXES,
        said: say('introducedSaid', seen.called),
      }
    }),
}
const said = (record: string, fields: Readonly<Record<string, string | boolean>>) =>
  ({ type: 'box', record, fields, space: 'commons' }) as const

export const commands: readonly Command<Words>[] = [
  recognise,
  accept,
  turnDown,
  pause,
  dismiss,
  believe,
  rename,
  introduce,
]
