import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { keptBy } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { speakerOf } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { one, texts } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import {
  isToHand,
  memberOf,
  noticeAbout,
  partnerIn,
  sameNamed,
  type WordRow,
  wordsCarried,
} from './read.ts'
import { member, relay, word } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

const WORD_FIELDS = ['sender', 'reach', 'said'] as const

/** Cut between two words, and said so. */
const shortened = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\s,]+\S*$/u, '')}…`

/**
 * A word for somebody, left by anybody: it goes to who hands it over at once, and is never shown on
 * the page.
 */
const leaveWord: Command<Words> = {
  name: 'leaveWord',
  path: '/mot',
  who: 'visitor',
  decide: (input, read, at, words): Decision => {
    const about = noticeAbout(read, one(input, 'annonce'))
    const partner = partnerIn(read, one(input, 'arrangement'), one(input, 'a'), at)
    if (one(input, 'arrangement') !== '' && !partner) return { refused: say('noSuchDeal') }
    const forWhom = partner
      ? partner.who
      : about
        ? (about.who ?? (about.author && memberOf(read, about.author)?.name) ?? words.noticesPerson)
        : one(input, 'forWhom')
    // A notice may stand for more people than a slip has room for.
    const called = about || partner ? shortened(forWhom, word.fields.forWhom.longest) : forWhom
    const { name } = speakerOf(input, 'sender', at)
    const checked = at.fields(word, { ...input, sender: name, forWhom: called }, [
      'forWhom',
      ...WORD_FIELDS,
    ])
    if ('refused' in checked) return checked
    const through = about?.relay ?? (one(input, 'relay') || undefined)
    const shown = through === undefined ? undefined : read.one(relay, through)
    if (through !== undefined && !shown && !about?.relay)
      return { refused: say('sayRelay'), field: 'relay' }
    const whose = partner ? partner.member : about ? about.author : onlyOneCalled(read, forWhom)
    const carrier = shown && read.one(relay, shown.id, 'home')?.member
    return {
      drafts: [
        draft(word, at.newId(), {
          ...checked.fields,
          signedBy: at.by === 'keeper' ? 'keeper' : at.me === undefined ? 'visitor' : 'card',
          ...(at.me === undefined ? {} : { writer: at.me }),
          ...(about ? { about: about.id } : partner ? { about: partner.id } : {}),
          ...(whose ? { member: whose } : {}),
          ...(shown ? { relay: shown.id } : {}),
          ...(carrier ? { carrier } : {}),
        }),
      ],
      next: partner
        ? `/arrangements/${partner.id}`
        : about
          ? (read.called(about.id)?.path ?? '/')
          : '/relais',
      said: say('wordLeft', shown?.name ?? keptBy(read)?.split(',')[0] ?? say('keeper')),
    }
  },
}

/**
 * The one person here of that name: of several, whoever hands it over finds which. Who leaves the
 * word is told neither.
 */
function onlyOneCalled(read: Reader, name: string): string | undefined {
  const [one, ...others] = sameNamed(read, name)
  return others.length === 0 ? one?.id : undefined
}

/** So many are remembered: older ones are told no more by themselves. */
const MOST_SEEN = 200
/** *J'ai vu*: news are told until then. */
const sawNews: Command<Words> = {
  name: 'sawNews',
  path: '/moi/nouvelles/vues',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const row = at.me === undefined ? undefined : memberOf(read, at.me)
    const keys = [input['news'] ?? []].flat().filter(key => /^[a-z]+:[0-9a-z]{26}$/.test(key))
    if (!row || keys.length === 0) return { refused: say('noWordThere') }
    const seen = [...new Set([...(row.seen ?? []), ...keys])].slice(-MOST_SEEN)
    const next = one(input, 'page') === '/' ? '/' : '/moi'
    return { drafts: [draft(member, row.id, { seen })], next }
  },
}

/**
 * A word that the one for whom it is has read on their own page: nobody has to hand it over any
 * more.
 */
const haveRead: Command<Words> = {
  name: 'haveRead',
  path: '/moi/mots/:id/lu',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = read.one(word, one(input, 'id'), 'home')
    if (!found || at.me === undefined || found.member !== at.me)
      return { refused: say('noWordThere') }
    const on = { seenOn: found.seenOn ?? at.today, handedOn: found.handedOn ?? at.today }
    return { drafts: [draft(word, found.id, on)], next: '/moi', said: say('wordRead') }
  },
}

/** A word of the list of who ticks it: a relay's own, any for the keeper. */
function wordIn(input: Input, read: Reader, at: CommandContext): WordRow | undefined {
  const found = read.one(word, one(input, 'id'), 'home')
  return found && (at.by === 'keeper' || found.carrier === at.me) ? found : undefined
}

/**
 * *C'est pour laquelle ?*: of several people of one name, the keeper says which; it then waits on
 * their own page.
 */
const sayWhich: Command<Words> = {
  name: 'sayWhich',
  path: '/mes-mots/:id/pour',
  who: 'keeper',
  private: true,
  decide: (input, read): Decision => {
    const found = read.one(word, one(input, 'id'), 'home')
    const chosen =
      found && sameNamed(read, found.forWhom ?? '').find(row => row.id === one(input, 'member'))
    if (!found || found.member !== null || !chosen) return { refused: say('noWordThere') }
    return {
      drafts: [draft(word, found.id, { member: chosen.id })],
      next: '/mes-mots',
      said: say('whichSaid', chosen.name ?? ''),
    }
  },
}

const ticking = (
  name: string,
  path: string,
  field: 'seenOn' | 'handedOn',
  said: Message,
): Command<Words> => ({
  name,
  path,
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = wordIn(input, read, at)
    if (!found) return { refused: say('noWordThere') }
    const seen = found.seenOn ?? at.today
    const fields =
      field === 'seenOn' ? { seenOn: seen } : { seenOn: seen, handedOn: found.handedOn ?? at.today }
    const undo = { path: `/mes-mots/${found.id}/pas-remis`, input: {}, words: say('undo') }
    return {
      drafts: [draft(word, found.id, fields)],
      next: '/mes-mots',
      said,
      ...(field === 'handedOn' ? { undo } : {}),
    }
  },
})

/** *Remis* was a slip: it is to be handed over again. */
const notHanded: Command<Words> = {
  name: 'notHanded',
  path: '/mes-mots/:id/pas-remis',
  who: 'relay',
  decide: (input, read, at): Decision => {
    const found = wordIn(input, read, at)
    if (!found?.handedOn) return { refused: say('noWordThere') }
    return {
      drafts: [draft(word, found.id, { handedOn: null })],
      next: '/mes-mots',
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
  path: '/mes-mots/ecarter',
  who: 'relay',
  private: true,
  decide: (input, read, at): Decision => {
    const all = texts(input, 'ids').flatMap(id => wordIn({ id }, read, at) ?? [])
    const waiting = all.filter(isToHand)
    if (waiting.length === 0) return { refused: say('noneTicked') }
    const aside = at.newId()
    return {
      drafts: waiting.map(({ id }) => draft(word, id, { aside })),
      next: '/mes-mots',
      said: say('asideSaid', waiting.length),
      undo: { path: '/mes-mots/reprendre', input: { aside }, words: say('undo') },
    }
  },
}

/** All that one act put aside is to be handed over again. */
const takeUpAgain: Command<Words> = {
  name: 'takeUpAgain',
  path: '/mes-mots/reprendre',
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
      next: '/mes-mots',
      said: say('toHandAgain'),
    }
  },
}

export const wordCommands: readonly Command<Words>[] = [
  leaveWord,
  haveRead,
  sawNews,
  sayWhich,
  ticking('seeWord', '/mes-mots/:id/vu', 'seenOn', say('wordSeen')),
  ticking('handOver', '/mes-mots/:id/remis', 'handedOn', say('wordHanded')),
  notHanded,
  putAside,
  takeUpAgain,
]
