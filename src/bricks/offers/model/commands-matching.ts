import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Fading } from '../../../contract/projection.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isMember } from '../../../contract/request.ts'
import { OWN } from '../../../contract/tables.ts'
import { asSent, texts } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayAfter } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { type FoundNotice, foundById, learntHere, MOST_WORDS_HERE } from './matching/found.ts'
import { bothSaid, pairKey, wordsHolding } from './matching/spoken.ts'
import type { Loop } from './matching/traders.ts'
import { isOwn } from './read-after.ts'
import { offer } from './records.ts'
import { alert, localWord, loop, notIt } from './records-matching.ts'
import type { Notice } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
const LOOPS = '/annonces/trocs'
export const UNTEACH = '/annonces/pas-ca/oublier'
export const WORDS_HERE = '/annonces/mots'

const nowhere = () => null

/** Whether one of the two is this member's: theirs, or keyed by them for somebody. */
const isTheirs = (read: Reader, { id, type, row }: FoundNotice, me: string): boolean =>
  (type === 'offer' || type === 'need') &&
  isOwn(read, { kind: type, row: { ...row, id } } as Notice, isMember(me))

/**
 * *Ce n’est pas ça*: the keeper's to say, and a member's of what is theirs; kept with what both
 * said, so that it stands until one of them says something else, and with the two words by which
 * they had met (`looks`).
 */
const refuse: Command<Words> = {
  name: 'notIt',
  path: '/annonces/pas-ca',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const these = [...new Set(texts(input, 'these'))]
    const [a, b] = these.map(id => foundById(read, id, nowhere))
    if (these.length !== 2 || !a || !b) return { refused: say('matching.twoNeeded') }
    const { by, me } = at
    if (by !== 'keeper' && !(me !== undefined && [a, b].some(one => isTheirs(read, one, me))))
      return { refused: say('matching.notYours') }
    const whose = by === 'keeper' || me === undefined ? {} : { author: me }
    const noted = draft(notIt, at.newId(), {
      these: [a.id, b.id].sort(),
      said: bothSaid(a, b),
      ...(at.looked ? { metBy: at.looked } : {}),
      on: at.today,
      ...whose,
    })
    const next =
      asSent(input, 'liste') === '' || by !== 'keeper' ? `/annonces/${a.id}` : '/sans-reponse'
    return { drafts: [noted], next, said: say('matching.notItSaid') }
  },
}

/** *Oublier*: what these refusals say of two words; the pairs of notices stay refused. */
const unteach: Command<Words> = {
  name: 'unteach',
  path: UNTEACH,
  who: 'keeper',
  decide: (input, read): Decision => {
    const two = read.one(notIt, asSent(input, 'id'), 'home')?.metBy
    if (!two) return { refused: say('matching.untaughtAlready') }
    const same = read
      .list(notIt, { where: 'metBy IS NOT NULL' }, 'home')
      .filter(({ metBy }) => metBy && pairKey(metBy) === pairKey(two))
    return {
      drafts: [],
      forget: same.map(({ id }) => ({ type: notIt.name, record: id, field: 'metBy' })),
      next: '/sans-reponse',
      said: say('matching.untaught'),
    }
  },
}

/** *Garder ce mot*: a word of here is read as another one. */
const keepWord: Command<Words> = {
  name: 'keepWord',
  path: WORDS_HERE,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const checked = at.fields(localWord, input, ['said', 'means'])
    if ('refused' in checked) return checked
    const { all } = learntHere(read).words
    if (all.length >= MOST_WORDS_HERE)
      return { refused: say('matching.wordsHere.enough', MOST_WORDS_HERE), field: 'said' }
    const [said, means] = [checked.fields.said ?? '', checked.fields.means ?? '']
    const one = { id: at.newId(), said, means }
    if (wordsHolding([one]).length === 0)
      return { refused: say('matching.wordsHere.itself'), field: 'means' }
    if (wordsHolding([...all, one]).length === all.length)
      return { refused: say('matching.wordsHere.taken'), field: 'said' }
    return {
      drafts: [draft(localWord, one.id, { said, means })],
      next: '/sans-reponse#mots',
      said: say('matching.wordsHere.kept'),
    }
  },
}

/** *Retirer*: forgotten where this box wrote it; another box keeps its own words. */
const dropWord: Command<Words> = {
  name: 'dropWord',
  path: `${WORDS_HERE}/retirer`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const record = asSent(input, 'id')
    const [row] = read.all(
      `SELECT (${OWN}) AS own FROM local_word WHERE id = ? AND removed IS NOT 1`,
      record,
    )
    if (!row) return { refused: say('matching.wordsHere.gone') }
    const { name: type } = localWord
    return {
      drafts: row['own'] === 1 ? [] : [{ type, record, fields: { removed: true } }],
      ...(row['own'] === 1 ? { forget: [{ type, record }] } : {}),
      next: '/sans-reponse#mots',
      said: say('matching.wordsHere.dropped'),
    }
  },
}

/** The three of a loop as they stand now; undefined when one of them is gone. */
export function loopOf(
  read: Reader,
  offers: readonly string[],
  needs: readonly string[],
): Loop | undefined {
  const gone = new Set<string>()
  const told = (id: string) => {
    const found = foundById(read, id, nowhere)
    if (!found || found.row['state'] === 'closed') gone.add(id)
    return found
  }
  const traders = [0, 1, 2].map(i => ({
    offer: told(offers[i] ?? ''),
    need: told(needs[(i + 2) % 3] ?? ''),
  }))
  if (gone.size > 0 || offers.length !== 3 || needs.length !== 3) return undefined
  return traders as unknown as Loop
}

/**
 * What the notices of a loop say, in one text: another as soon as one of them says something else.
 */
export const threeSaid = (three: Loop): string =>
  three.map((one, i) => bothSaid(one.offer, three[(i + 1) % 3]!.need)).join(' ')

/** The keeper writes down that it is asked of the three. */
const proposeLoop: Command<Words> = {
  name: 'proposeLoop',
  path: `${LOOPS}/proposer`,
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const [offers, needs] = [texts(input, 'offers'), texts(input, 'needs')]
    const three = loopOf(read, offers, needs)
    if (!three || at.looked !== threeSaid(three)) return { refused: say('matching.loopStale') }
    const title = three.map(one => one.offer.whose.who ?? words.matching.someone).join(', ')
    const parties = three.flatMap(({ offer: { id } }) => read.one(offer, id, 'home')?.author ?? [])
    const noted = draft(loop, at.newId(), {
      title,
      offers,
      needs,
      agreed: [],
      parties,
      state: 'asked',
      on: at.today,
    })
    return { drafts: [noted], next: LOOPS, said: say('matching.loopAsked') }
  },
}

/**
 * One yes, or a no: each says it of their own offer, or the keeper notes it. All or nothing: it is
 * agreed at the third yes, on notices that still answer one another.
 */
const answerLoop: Command<Words> = {
  name: 'answerLoop',
  path: `${LOOPS}/repondre`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const held = read.one(loop, asSent(input, 'id'), 'home')
    if (held?.state !== 'asked') return { refused: say('matching.loopGone') }
    const theirs = (id: string) =>
      at.me !== undefined && read.one(offer, id, 'home')?.author === at.me
    const said = asSent(input, 'oui') === '' ? (held.offers ?? []) : [asSent(input, 'oui')]
    if (at.by !== 'keeper' && !said.some(theirs)) return { refused: say('matching.notYours') }
    const write = (fields: Parameters<typeof draft<typeof loop>>[2]) => [
      draft(loop, held.id, fields),
    ]
    if (asSent(input, 'non') !== '')
      return { drafts: write({ state: 'undone' }), next: LOOPS, said: say('matching.undone') }
    const three = loopOf(read, held.offers ?? [], held.needs ?? [])
    if (!three || at.looked !== threeSaid(three)) return { refused: say('matching.loopStale') }
    const yes = asSent(input, 'oui')
    if (!held.offers?.includes(yes)) return { refused: say('matching.loopGone') }
    const agreed = [...new Set([...(held.agreed ?? []), yes])]
    return agreed.length === 3
      ? { drafts: write({ agreed, state: 'agreed' }), next: LOOPS, said: say('matching.allAgreed') }
      : { drafts: write({ agreed }), next: LOOPS, said: say('matching.yesNoted') }
  },
}

/** Where words are left to be told of what answers them, and where a member ends it. */
export const ALERTS = '/annonces/prevenir'
/** Of one person. Each is looked for on every page of theirs. */
const MOST_ALERTS = 10
const ALERT_DAYS = 91
const ALERT_MS = ALERT_DAYS * 86_400_000
const MOST_KNOWN = 40
const ID = /^[0-9a-z]{26}$/

/** The alerts of a member, in the order in which they were left. */
export const alertsOf = (read: Reader, me: string) =>
  read.list(alert, { where: 'author = ?', with: [me], order: 'id' }, 'home')

/**
 * *Me prévenir*: anybody’s, for three months. A member who leaves the same words again keeps them
 * for three months more; a visitor reads on a ticket what answers.
 */
const tellMe: Command<Words> = {
  name: 'tellMe',
  path: ALERTS,
  who: 'visitor',
  often: { each: 10, member: 20, here: 20, spanMs: 10 * 60_000 },
  decide: (input, read, at): Decision => {
    const checked = at.fields(alert, input, ['asked', 'onPaper'])
    if ('refused' in checked) return checked
    if (at.by === 'keeper') return { refused: say('finding.alerts.notKeeper') }
    const own = at.me === undefined ? [] : alertsOf(read, at.me)
    const asked = fold(checked.fields.asked ?? '')
    const same = own.find(one => fold(one.asked ?? '') === asked)
    if (!same && own.length >= MOST_ALERTS)
      return { refused: say('finding.alerts.enough', MOST_ALERTS), field: 'asked' }
    const until = dayAfter(at.today, ALERT_DAYS)
    const known = asSent(input, 'known')
      .split(' ')
      .filter(one => ID.test(one))
    const left = draft(alert, same?.id ?? at.newId(), {
      ...checked.fields,
      until,
      lived: at.lived(),
      // What answered since the words were left first is still to be told.
      ...(same ? {} : { known: known.slice(0, MOST_KNOWN) }),
      ...(at.me === undefined || same ? {} : { author: at.me }),
    })
    return {
      drafts: [left],
      next: at.me === undefined ? '/' : ALERTS,
      said: say('finding.alerts.left', until),
    }
  },
}

/** *Ne plus me prévenir*: forgotten at once. Whoever has a ticket takes it back there. */
const tellNoMore: Command<Words> = {
  name: 'tellNoMore',
  path: `${ALERTS}/finir`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const held = read.one(alert, asSent(input, 'id'), 'home')
    if (!held || at.me === undefined || held.author !== at.me)
      return { refused: say('finding.alerts.gone') }
    return {
      drafts: [],
      forget: [{ type: alert.name, record: held.id }],
      next: ALERTS,
      said: say('finding.alerts.ended'),
    }
  },
}

/** Alerts go by themselves, once the box has lived three months with them. */
export function fades(read: Reader, lived: number): Fading {
  const rows = read
    .all('SELECT id, lived FROM search_alert_home WHERE removed IS NOT 1')
    .map(row => ({ record: String(row['id']), goesAt: Number(row['lived'] ?? 0) + ALERT_MS }))
  const due = rows.filter(({ goesAt }) => goesAt <= lived)
  const next = rows.filter(({ goesAt }) => goesAt > lived).map(({ goesAt }) => goesAt)
  return {
    forget: due.map(({ record }) => ({ type: alert.name, record })),
    ...(next.length > 0 ? { again: next.reduce((one, other) => Math.min(one, other)) } : {}),
  }
}

export const matchingCommands: readonly Command<Words>[] = [
  refuse,
  unteach,
  keepWord,
  dropWord,
  proposeLoop,
  answerLoop,
  tellMe,
  tellNoMore,
]
