import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { keeperNameOf } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hiddenNow } from '../../../contract/records/hidden-number.ts'
import { hiddenNumber } from '../../../contract/records/own-records.ts'
import type { Territory } from '../../../contract/territory.ts'
import { one } from '../../../core/form/input.ts'
import { typedPhone } from '../../../core/form/typed.ts'
import type { RowOf } from '../../../core/schema.ts'
import { mailOf } from '../../../text/mail.ts'
import { figuresOf, isSamePhone, phonesIn, reachOf } from '../../../text/phone.ts'
import { holdsIn, holdsPhone, seeking } from '../../../text/sought-numbers.ts'
import type { fr } from '../words/fr.ts'

/**
 * *C'est mon numéro : le cacher*: one types a number that shows here, and it shows nowhere here any
 * more; the keeper decides after, or the member whose file holds it.
 *
 * Law     hiding is safe: nothing is written over, nothing is forgotten (projection/hidden.ts). The
 *         number by which the keeper is reached is hidden by the keeper or by its owner’s card. A
 *         number that was shown again, by the keeper or by a member who keeps it as their own, is
 *         hidden by these alone.
 */
type Words = typeof fr
const say: Say<Words> = message
export const HIDE = '/c-est-mon-numero'
const SHOW_OWN = '/c-est-mon-numero/remontrer'
export const HIDDEN_LIST = '/tenir/numeros'
const TEN_MINUTES = 600_000
/** A landline, a mobile, an address of one person. */
const MOST_IN_TEN = 3
export const LONGEST_TYPED = 100
export type HiddenNumberRow = RowOf<typeof hiddenNumber>

const allOf = (read: Reader, number: string): readonly HiddenNumberRow[] =>
  read.list(hiddenNumber, {}, 'home').filter(row => isSamePhone(row.number ?? '', number))

/**
 * Who keeps the page, as one names them inside a sentence: without their hours; else their part.
 */
export const keeperName = (territory: Territory | undefined, { keeper }: Words): string =>
  keeperNameOf(territory) ?? keeper

const keeperSaid = (territory: Territory | undefined): string | Message =>
  keeperNameOf(territory) ?? say('keeper')

const hide: Command<Words> = {
  name: 'hideNumber',
  path: HIDE,
  who: 'visitor',
  onceIn: TEN_MINUTES,
  mostIn: MOST_IN_TEN,
  guardsItself: true,
  decide: (input, read, at): Decision => {
    const typed = one(input, 'number')
    const { number, shown } = meantBy(typed, read)
    if (reachOf(number) === undefined) return { refused: say('whole'), field: 'number' }
    const keeper = keeperSaid(at.territory())
    if (shown.length === 0) {
      const isMail = mailOf(number) !== undefined
      const refused = isMail ? say('mailNotThere', keeper) : say('notThere', keeper)
      return { refused, field: 'number' }
    }
    const isTheirs = at.ownPhones().some(own => isSamePhone(own, number))
    if (!isTheirs && at.by !== 'keeper' && reachesKeeper(at.territory(), number))
      return { refused: say('keepersOwn', keeper), field: 'number' }
    const isSettled = allOf(read, number).some(row => row.state === 'shown')
    if (isSettled && !isTheirs && at.by !== 'keeper')
      return { refused: say('keeperSaid', keeper), field: 'number' }
    const by = at.by === 'keeper' ? 'keeper' : at.me === undefined ? 'visitor' : 'member'
    const fields = {
      number,
      state: 'hidden',
      by,
      on: at.today,
      stood: shown.map(one => one.id).slice(0, 100),
    }
    const next = at.by === 'keeper' ? HIDDEN_LIST : (read.called(one(input, 'ou'))?.path ?? '/')
    return {
      drafts: [{ type: hiddenNumber.name, record: at.newId(), fields }],
      next,
      said: say('done', keeper),
    }
  },
}

/** Whether the page says by this number how to reach whoever keeps it. */
function reachesKeeper(territory: Territory | undefined, number: string): boolean {
  const sought = seeking(number)
  return (
    sought !== undefined && holdsPhone(`${territory?.keptBy}\n${territory?.reach ?? ''}`, sought)
  )
}

/**
 * What they typed as one number; if that shows nowhere, each number that it says: somebody copies a
 * whole line.
 */
function meantBy(
  typed: string,
  read: Reader,
): Readonly<{ number: string; shown: ReturnType<Reader['showing']> }> {
  const ownOf = (own: string | undefined): string | undefined => typedPhone(`0${own}`) ?? own
  const whole =
    mailOf(typed) ??
    typedPhone(typed) ??
    typedPhone(`0${figuresOf(typed)}`) ??
    typed.slice(0, LONGEST_TYPED)
  const all = [whole, ...phonesIn(typed).flatMap(({ own }) => ownOf(own) ?? [])].map(number => ({
    number,
    shown: read.showing(number),
  }))
  return all.find(({ shown }) => shown.length > 0) ?? all[0]!
}

/**
 * A member whose own file holds it, given by whoever welcomed them: what a passer-by hid, they show
 * again.
 */
const showOwn: Command<Words> = {
  name: 'showOwnNumber',
  path: SHOW_OWN,
  who: 'neighbour',
  guardsItself: true,
  decide: (_input, read, at): Decision => {
    const all = ownHidden(at, read)
    if (all.length === 0) return { refused: say('nothing') }
    if (all.some(row => row.by === 'keeper'))
      return { refused: say('keeperHid', keeperSaid(at.territory())) }
    const drafts = all.map(
      ({ id }): Draft => ({
        type: hiddenNumber.name,
        record: id,
        fields: { state: 'shown', decidedOn: at.today },
      }),
    )
    return { drafts, next: '/moi', said: say('shownAgain') }
  },
}

/** Numbers of the member who asks that are hidden. */
export function ownHidden(
  { ownPhones }: Pick<CommandContext, 'ownPhones'>,
  read: Reader,
): readonly HiddenNumberRow[] {
  const own = ownPhones()
  return own.length === 0
    ? []
    : hiddenNow(read).filter(row => own.some(number => isSamePhone(number, row.number ?? '')))
}

/** Texts of others that are looked at for a number that was typed again. */
const MOST_SENT = 200
/**
 * What others sent since a number of this member is hidden, and that has it: the newest text. It
 * shows nowhere; its owner is told, whatever the keeper does with it.
 */
export function typedAgain(
  whom: Pick<CommandContext, 'ownPhones'> & Readonly<{ me?: string }>,
  read: Reader,
): string | undefined {
  const own = ownHidden(whom, read)
  const sought = seeking(...own.map(({ number }) => number ?? ''))
  if (!sought || whom.me === undefined) return undefined
  const rows = read.all(
    `SELECT "of" AS type, piece FROM proposal_home
     WHERE id > ?1 AND state IN ('waiting', 'shown') AND sentBy IN ('visitor', 'member')
       AND writer IS NOT ?2 AND removed IS NOT 1 ORDER BY id DESC LIMIT ?3`,
    own.map(({ id }) => id).toSorted()[0]!,
    whom.me,
    MOST_SENT,
  )
  return [...Map.groupBy(rows, row => String(row['type']))]
    .flatMap(([name, of]) => {
      const type = read.types.get(name)
      const pieces = JSON.stringify(of.map(({ piece }) => piece))
      const where = 'id IN (SELECT value FROM json_each(?))'
      return type ? read.list(type, { where, with: [pieces] }, 'home') : []
    })
    .filter(row => holdsIn(row, sought))
    .map(({ id }) => id)
    .toSorted()
    .at(-1)
}

export const onePerNumber = (all: readonly HiddenNumberRow[]): readonly HiddenNumberRow[] =>
  all.filter(
    (row, at) => all.findIndex(other => isSamePhone(other.number ?? '', row.number ?? '')) === at,
  )

const showAgain: Command<Words> = {
  name: 'showNumber',
  path: `${HIDDEN_LIST}/remontrer`,
  who: 'keeper',
  private: true,
  guardsItself: true,
  decide: (input, read, at): Decision => {
    const row = read.one(hiddenNumber, one(input, 'id'), 'home')
    if (!row) return { refused: say('nothing') }
    const drafts = allOf(read, row.number ?? '').map(
      ({ id }): Draft => ({
        type: hiddenNumber.name,
        record: id,
        fields: { state: 'shown', decidedOn: at.today },
      }),
    )
    return { drafts, next: HIDDEN_LIST, said: say('shownAgain') }
  },
}

/** The existing forgetting of a number: everywhere here, and asked of the boxes that hold it. */
const erase: Command<Words> = {
  name: 'eraseNumber',
  path: `${HIDDEN_LIST}/effacer`,
  who: 'keeper',
  private: true,
  coded: true,
  guardsItself: true,
  decide: (input, read): Decision => {
    const number = read.one(hiddenNumber, one(input, 'id'), 'home')?.number
    if (!number) return { refused: say('nothing') }
    const forget = allOf(read, number).map(({ id }) => ({ type: hiddenNumber.name, record: id }))
    return {
      drafts: [],
      forget,
      numbers: [{ number, of: '' }],
      next: HIDDEN_LIST,
      said: say('erased'),
    }
  },
}

export const commands: readonly Command<Words>[] = [hide, showOwn, showAgain, erase]
