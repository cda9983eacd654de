import type { Command } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { asksForCard, speakerOf } from '../../../contract/speaker.ts'
import { isNewsKey } from '../../../contract/to-do.ts'
import { one } from '../../../core/form/input.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import type { fr } from '../words/fr.ts'
import { handingCommands } from './commands-handing.ts'
import { replyCommands } from './commands-replies.ts'
import { published } from './published.ts'
import { memberOf, noticeAbout, partnerIn, replyTo, sameFirstNamed, sameNamed } from './read.ts'
import { member, relay, word } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

/** A relay reads each of them: many at once are a flood, or a child at the bar. */
const OFTEN = { each: 8, member: 20, here: 20, spanMs: 10 * 60_000 } as const
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
  sentOnce: true,
  often: OFTEN,
  decide: (input, read, at, words): Decision => {
    const about = noticeAbout(read, one(input, 'annonce'))
    const partner = partnerIn(read, one(input, 'arrangement'), one(input, 'a'), at)
    if (one(input, 'arrangement') !== '' && !partner) return { refused: say('noSuchDeal') }
    const reply = replyTo(read, one(input, 'reponse'), at)
    if (one(input, 'reponse') !== '' && !reply) return { refused: say('noWordThere') }
    const to = reply ?? partner
    const forWhom = to
      ? to.who
      : about
        ? (about.who ?? (about.author && memberOf(read, about.author)?.name) ?? words.noticesPerson)
        : one(input, 'forWhom')
    // A notice may stand for more people than a slip has room for.
    const called = about || to ? shortened(forWhom, word.fields.forWhom.longest) : forWhom
    const { name, member: writer } = speakerOf(input, 'sender', at)
    const checked = at.fields(word, { ...input, sender: name, forWhom: called }, [
      'forWhom',
      ...WORD_FIELDS,
    ])
    if ('refused' in checked) return checked
    const wrong = insultBeside({ sender: name, reach: checked.fields.reach, forWhom: called })
    if (wrong) return wrong
    const through = reply?.relay ?? about?.relay ?? (one(input, 'relay') || undefined)
    const shown = through === undefined ? undefined : read.one(relay, through)
    if (through !== undefined && !shown && !about?.relay && !reply?.relay)
      return { refused: say('sayRelay'), field: 'relay' }
    const other = writer === undefined ? name : undefined
    const asked = about && asksForCard(about, other, input, { read, at })
    if (asked) return asked
    const carrier = (shown && read.one(relay, shown.id, 'home')?.member) ?? undefined
    const whose = to ? to.member : about ? about.author : onlyOneCalled(read, forWhom, carrier)
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
      next: reply
        ? '/moi'
        : partner
          ? `/arrangements/${partner.id}`
          : about
            ? (read.called(about.id)?.path ?? '/')
            : '/relais',
      said: say('wordLeft', shown?.name ?? keeperNamed(read) ?? say('keeper')),
    }
  },
}

/** Whoever hands a word over reads aloud, and prints, what stands beside it. */
function insultBeside(
  beside: Readonly<Record<'sender' | 'reach' | 'forWhom', string | null | undefined>>,
): Refusal | undefined {
  const fields = ['sender', 'reach', 'forWhom'] as const
  const field = fields.find(name => isInsulting(beside[name] ?? ''))
  return field && { refused: say(`sayPlainly.${field}`), field }
}

/**
 * The one person here of that name, or whose first name it is; of several, the one whom this relay
 * speaks for. Else whoever hands it over finds which. Who leaves the word is told nothing of it.
 */
function onlyOneCalled(
  read: Reader,
  name: string,
  carrier: string | undefined,
): string | undefined {
  const whole = sameNamed(read, name)
  const all = whole.length > 0 ? whole : sameFirstNamed(read, name)
  if (all.length < 2 || carrier === undefined) return all.length === 1 ? all[0]!.id : undefined
  const theirs = new Set(published.spokenForBy(read, carrier).map(({ id }) => id))
  const own = all.filter(({ id }) => theirs.has(id))
  return own.length === 1 ? own[0]!.id : undefined
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
    const keys = [input['news'] ?? []].flat().filter(isNewsKey)
    if (!row || keys.length === 0) return { refused: say('noWordThere') }
    const told = keys.map(key => ({ key, kept: at.sees(key) }))
    const own = told.flatMap(({ key, kept }) => (kept === undefined ? [key] : []))
    const seen = [...new Set([...(row.seen ?? []), ...own])].slice(-MOST_SEEN)
    const next = one(input, 'page') === '/' ? '/' : '/moi'
    return {
      drafts: [
        ...(own.length > 0 ? [draft(member, row.id, { seen })] : []),
        ...told.flatMap(({ kept }) => kept ?? []),
      ],
      next,
    }
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

export const wordCommands: readonly Command<Words>[] = [
  leaveWord,
  haveRead,
  sawNews,
  ...handingCommands,
  ...replyCommands,
]
