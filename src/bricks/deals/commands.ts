import { type Command, type Decision, type Draft, draft, type Forgetting, type Input, type Moment, type Reader } from '../../core/brick.ts'
import { may } from '../../core/permission.ts'
import type { FieldsOf } from '../../core/schema.ts'
import type { fr } from './fr.ts'
import { memberKnown, membersKnown, type NoticeSeen, noticeFor, openAbout, type SaidOn, type Whole, wholeFrom, wholeOf } from './read.ts'
import { deal, dealAnswer, deed } from './records.ts'
import { isToBeTold, keyOfName, moved, type Party, possible, type Says, speaksFor, thanksOf, toldOf } from './rules.ts'

type Words = typeof fr
export const DEALS = '/arrangements'
export const MORE = ['when', 'where'] as const
const DEAL_FIELDS = ['what', ...MORE] as const

export const one = (input: Input, name: string): string => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** Somebody who makes a deal: a member, or a name. */
type Side = Readonly<{ key: string; member?: string; name?: string }>
const asMember = (member: string): Side => ({ key: member, member })
const LONGEST_NAME = 60
const asName = (name: string): Side => ({ key: keyOfName(name), name: name.slice(0, LONGEST_NAME) })

/** In whose name: one's own; for who speaks for others, a member or a first name. */
function proposer(input: Input, read: Reader, at: Moment): Side | undefined {
  if (may(at.by, 'speakFor') === 'yes') {
    const chosen = memberKnown(read, one(input, 'for'))
    if (chosen && maySpeakFor(chosen, at)) return asMember(chosen.id)
    if (one(input, 'forName') !== '') return asName(one(input, 'forName'))
  }
  return at.me === undefined ? undefined : asMember(at.me)
}
/** A relay writes for those whom they wrote down. */
export const maySpeakFor = (chosen: Readonly<{ keyedBy: string | null }>, at: Pick<Moment, 'by' | 'me'>): boolean =>
  may(at.by, 'keep') === 'yes' || (at.me !== undefined && chosen.keyedBy === at.me)

const ofNotice = ({ author, who }: NoticeSeen): Side | undefined => (author ? asMember(author) : who ? asName(who) : undefined)

const propose: Command<Words> = {
  name: 'propose',
  path: `${DEALS}/nouveau`,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const checked = at.fields(deal, input, DEAL_FIELDS)
    if ('refused' in checked) return checked
    const notice = noticeFor(read, one(input, 'annonce'))
    if (one(input, 'annonce') !== '' && (!notice || notice.isClosed)) return { refused: words.noticeGone }
    const mine = proposer(input, read, at)
    if (!mine) return { refused: words.sayFor, field: 'forName' }
    const asked = notice && ofNotice(notice)
    const other = asked && asked.key !== mine.key ? asked : one(input, 'withName') === '' ? undefined : asName(one(input, 'withName'))
    if (!other || other.key === mine.key) return { refused: words.sayWith, field: 'withName' }
    const both = [mine, other]
    const already = notice && openAbout(read, notice.id).find(row => isBetween(wholeFrom(read, row), both))
    if (already) return { drafts: [], next: `${DEALS}/${already.id}`, said: words.already }
    return proposed(checked.fields as FieldsOf<typeof deal>, both, notice, at, words)
  },
}

const isBetween = (whole: Whole, both: readonly Side[]): boolean =>
  both.every(({ key }) => whole.parties.some(party => party.key === key)) && whole.parties.length === both.length

function proposed(
  fields: FieldsOf<typeof deal>,
  both: readonly Side[],
  notice: NoticeSeen | undefined,
  at: Moment,
  words: Words,
): Decision {
  const id = at.newId()
  const [mine, other] = both as readonly [Side, Side]
  const relays = [notice?.keyedBy, mine.member === at.me ? undefined : at.me].filter(who => who && !both.some(side => side.member === who))
  return {
    drafts: [
      draft(deal, id, {
        ...fields,
        ...(notice ? { about: [notice.id], mode: notice.mode, commune: notice.commune } : {}),
        parties: both.flatMap(side => side.member ?? []),
        names: both.flatMap(side => side.name ?? []),
        keyedBy: [...new Set(relays)] as readonly string[],
        state: 'proposed',
      }),
      answerDraft(id, mine, { says: 'yes' }, at),
    ],
    next: `${DEALS}/${id}`,
    said: other.member === undefined && at.by !== 'keeper' && relays.length === 0 ? words.proposedUnknown : words.proposedSaid,
  }
}

function answerDraft(id: string, who: Side, said: Pick<FieldsOf<typeof dealAnswer>, 'says' | 'named' | 'thanks'>, at: Moment): Draft {
  const isSelf = who.member !== undefined && who.member === at.me
  return draft(dealAnswer, at.newId(), {
    deal: id,
    ...(who.member === undefined ? { name: who.name ?? '' } : { member: who.member }),
    ...said,
    on: at.today,
    saidBy: isSelf ? 'self' : at.by === 'keeper' ? 'keeper' : 'relay',
    ...(isSelf || at.me === undefined ? {} : { keyedBy: at.me }),
  })
}

/** Who answers: the party whose place the form gives, since a name is not for every connection; else oneself. */
function answering({ parties }: Whole, input: Input, at: Moment): Party | undefined {
  const place = one(input, 'party')
  if (place === '') return parties.find(({ member }) => member !== null && member === at.me)
  return /^\d$/.test(place) ? parties[Number(place)] : undefined
}

const answer: Command<Words> = {
  name: 'answer',
  path: `${DEALS}/:id/repondre`,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const whole = wholeOf(read, one(input, 'id'))
    const party = whole && answering(whole, input, at)
    if (!whole || !party || !speaksFor(at, party)) return { refused: words.notYours }
    const checked = at.fields(dealAnswer, input, ['thanks'])
    if ('refused' in checked) return checked
    const says = saysIn(input)
    if (!says || !possible(whole.state, whole.said, party.key).includes(says)) return { refused: words.notNow }
    const typed = (checked.fields['thanks'] as string | null | undefined) ?? null
    const isAsked = one(input, 'says') === 'thank'
    if (isAsked && says === 'keep' && typed === null) return { refused: words.tickOrThank }
    const ofTelling = says === 'tell' || says === 'keep'
    const thanks = isAsked ? typed : thanksOf(whole.said, party.key)
    const said = { says, ...(ofTelling ? { thanks, named: says === 'tell' && one(input, 'named') !== '' } : {}) }
    return after(whole, party, said, read, at, words)
  },
}

/** The form of what is done ticks whether it may be told; the others have one button a word. */
function saysIn(input: Input): Says | undefined {
  const said = one(input, 'says')
  if (said === 'thank') return one(input, 'tell') === '' ? 'keep' : 'tell'
  return (['yes', 'no', 'done', 'not', 'keep'] as const).find(known => known === said)
}

type Saying = Readonly<{ says: Says; named?: boolean; thanks?: string | null }>

function after(whole: Whole, party: Party, saying: Saying, read: Reader, at: Moment, words: Words): Decision {
  const { row, state, parties, said } = whole
  const now: SaidOn = { named: false, thanks: null, ...saying, key: party.key, on: at.today, saidBy: null, keyedBy: null }
  const next = moved(state, parties, said, now)
  const all = [...said, now]
  const isTold = next === 'done' && isToBeTold(parties, all)
  const taken = !isTold && row.deed !== null
  const told = isTold && row.deed === null ? tellDrafts(whole, all, read, at, words) : undefined
  const fields = {
    ...(next === state ? {} : { state: next, ...(next === 'done' ? { doneOn: at.today } : {}) }),
    ...(told ? { deed: told.record } : taken ? { deed: null } : {}),
  }
  return {
    drafts: [
      answerDraft(row.id, { key: party.key, ...(party.member === null ? { name: party.name } : { member: party.member }) }, saying, at),
      ...(Object.keys(fields).length > 0 ? [draft(deal, row.id, fields)] : []),
      ...(told ? [told] : []),
    ],
    ...(taken ? { forget: forgotten(row.deed ?? '', read) } : {}),
    next: `${DEALS}/${row.id}`,
    said: told ? words.toldSaid : taken ? words.takenBack : next === state ? words.noted : words.movedTo[next],
  }
}

/** What was told goes for good, unless nothing of it is left already. */
const forgotten = (record: string, read: Reader): readonly Forgetting[] =>
  read.history(deed.name, record).some(line => line.value !== undefined && line.field !== 'removed') ? [{ type: deed.name, record }] : []

/** The wider copy, written only when everybody in the deal agreed. */
function tellDrafts({ row, parties }: Whole, said: readonly SaidOn[], read: Reader, at: Moment, words: Words): Draft {
  const others = membersKnown(read).flatMap(({ id, name }) => (parties.some(party => party.member === id) ? [] : name))
  const told = toldOf(row.what ?? '', parties, said, others, { someone: words.someone, plainly: words.plainly })
  return draft(deed, at.newId(), {
    title: told.title,
    ...(told.who.length > 0 ? { who: words.and(told.who) } : {}),
    doneOn: row.doneOn ?? at.today,
    commune: row.commune,
    thanks: told.thanks.map(({ saying, from }) => words.thanked(saying, from)),
    parties: row.parties ?? [],
    keyedBy: row.keyedBy ?? [],
  })
}

export const commands: readonly Command<Words>[] = [propose, answer]
