import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { hasTable } from '../../../contract/tables.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import type { Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { need, offer } from './records.ts'
import { isPast } from './rules.ts'
import { amountSaid } from './shared-out.ts'
import { titleOf } from './title.ts'

type Words = typeof fr
const say: Say<Words> = message
/** Under the address of a ticket. */
export const RENEW_BY_TICKET = 'redire'
export const CLOSE_BY_TICKET = 'fermer'
export const REOPEN_BY_TICKET = 'rouvrir'
type NoticeOfForm = Readonly<{
  type: typeof offer | typeof need
  id: string
  until: string | null
  /** How much there is: what its sentence says, until it is written beside. */
  amount: string | null
  mine: boolean
  before: string | undefined
}>

/** The notice that a form names, or that the holder of a ticket sent, and whether it is theirs. */
function noticeIn(
  input: Input,
  read: Reader,
  at: Pick<CommandContext, 'me' | 'ticket'>,
): NoticeOfForm | undefined {
  const sent = at.ticket === undefined ? undefined : read.one(proposal, at.ticket, 'home')
  const id = at.ticket === undefined ? one(input, 'id') : (sent?.shownAs ?? '')
  for (const type of [offer, need]) {
    const row = read.one(type as typeof offer, id)
    if (!row) continue
    const kept = read.one(type as typeof offer, row.id, 'home')
    const states = read
      .history(type.name, row.id)
      .filter(line => line.field === 'state' && typeof line.value === 'string')
    const before = states.map(line => String(line.value)).find(state => state !== 'closed')
    return {
      type,
      id: row.id,
      before,
      until: row.until,
      amount: row.amount ?? amountSaid(row.title ?? '', row.mode)?.amount ?? null,
      mine:
        sent !== undefined ||
        (at.me !== undefined && (kept?.author === at.me || kept?.keyedBy === at.me)),
    }
  }
  return undefined
}

/** Writes some fields of a notice: its author's, who keyed it for them, or the keeper's. */
function acting(
  name: string,
  path: string,
  {
    fields,
    said,
    refuse,
    back,
    byTicket,
  }: Readonly<{
    fields: (found: NoticeOfForm, at: CommandContext) => Readonly<Record<string, Value>>
    said: Message
    refuse?: (found: NoticeOfForm, at: CommandContext) => Message | false
    back?: string
    byTicket?: string
  }>,
): Command<Words> {
  return {
    name,
    path,
    who: 'neighbour',
    ...(byTicket === undefined ? {} : { byTicket }),
    decide: (input, read, at): Decision => {
      const found = noticeIn(input, read, at)
      if (!found) return { refused: say('nothingThere') }
      if (at.by !== 'keeper' && !found.mine) return { refused: say('notYours') }
      const why = refuse?.(found, at)
      if (why) return { refused: why }
      return {
        drafts: [{ type: found.type.name, record: found.id, fields: fields(found, at) }],
        ...(at.ticket === undefined ? { next: `/annonces/${found.id}` } : {}),
        said,
        // A ticket has its own way back on its page.
        ...(back === undefined || at.ticket !== undefined
          ? {}
          : { undo: { path: back, input: { id: found.id }, words: say('undo') } }),
      }
    },
  }
}

/** It leaves the lists; its page stays, and says so. */
const close = acting('close', '/annonces/fermer', {
  byTicket: CLOSE_BY_TICKET,
  fields: () => ({ state: 'closed' }),
  said: say('closedSaid'),
  back: '/annonces/rouvrir',
})

/** *Finalement, ce n'est pas fini*: in the lists again, as it stood before. */
const reopen = acting('reopen', '/annonces/rouvrir', {
  byTicket: REOPEN_BY_TICKET,
  fields: ({ type, before }) => ({ state: before ?? (type === offer ? 'firm' : 'open') }),
  said: say('reopenedSaid'),
  refuse: (found, at) => isPast(found, at.today) && say('renewPassed'),
})

/** *C’est toujours vrai*, in one tap, of a ticket too. A ride of another day is another ride. */
const renew = acting('renew', '/annonces/redire', {
  byTicket: RENEW_BY_TICKET,
  fields: (_found, at) => ({ renewedOn: at.today }),
  said: say('renewedSaid'),
  refuse: (found, at) => isPast(found, at.today) && say('renewPassed'),
})

/** *À partager*: what its sentence says there is, each then says how much they take. */
export const SHARE_OUT = '/annonces/a-partager'
const shareOut = acting('shareOut', SHARE_OUT, {
  fields: ({ amount }) => ({ amount }),
  refuse: ({ amount }) => amount === null && say('nothingThere'),
  said: say('sharing.said'),
  back: '/annonces/pas-a-partager',
})
const keepWhole = acting('keepWhole', '/annonces/pas-a-partager', {
  fields: () => ({ amount: null }),
  said: say('sharing.undone'),
})

/** Whether its author reads here what became of it: by a card, or by a ticket. */
function isFollowed(read: Reader, { type, id }: NoticeOfForm): boolean {
  if (read.one(type as typeof offer, id, 'home')?.author) return true
  return (
    hasTable(read, 'proposal_home') &&
    read.all("SELECT 1 FROM proposal_home WHERE shownAs = ? AND sentBy = 'visitor'", id).length > 0
  )
}

/** Off the page, with a reason that its author reads and nobody else. */
const hide: Command<Words> = {
  name: 'hide',
  path: '/annonces/cacher',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const found = noticeIn(input, read, at)
    const why = one(input, 'why').slice(0, 300)
    if (!found) return { refused: say('nothingThere') }
    if (why === '') return { refused: say('sayHiddenWhy'), field: 'why' }
    return {
      drafts: [
        { type: found.type.name, record: found.id, fields: { removed: true } },
        { type: found.type.name, record: found.id, fields: { hiddenWhy: why } },
      ],
      next: '/annonces',
      said: isFollowed(read, found) ? say('hiddenSaid') : say('hiddenUntold'),
      undo: {
        path: '/remettre-sur-la-page',
        input: { type: found.type.name, id: found.id },
        words: say('undo'),
      },
    }
  },
}

/**
 * *Repérage*: an idle plot, an owner to be found. It stays in this box until the owner says yes.
 */
const spot: Command<Words> = {
  name: 'spot',
  path: '/reperages',
  who: 'neighbour',
  decide: (input, _read, at): Decision => {
    const checked = at.fields(offer, input, ['title', 'commune', 'where', 'detail'])
    if ('refused' in checked) return checked
    const fields = {
      ...checked.fields,
      state: 'spotting',
      ...(at.me === undefined ? {} : { author: at.me, keyedBy: at.me }),
    }
    return {
      drafts: [draft(offer, at.newId(), fields, 'home')],
      next: '/reperages',
      said: say('spottedSaid'),
    }
  },
}

/**
 * The owner was found and said yes: what they agreed to, in their words, under a new id; the
 * spotting stays where it was.
 */
const ownerAgrees: Command<Words> = {
  name: 'ownerAgrees',
  path: '/reperages/oui',
  who: 'keeper',
  showsOthers: true,
  decide: (input, read, at): Decision => {
    const spotted = read.one(offer, one(input, 'id'), 'home')
    if (spotted?.state !== 'spotting') return { refused: say('nothingThere') }
    const checked = at.fields(offer, input, ['title', 'who', 'reach'])
    if ('refused' in checked) return checked
    const { fields } = checked
    const shown = at.newId()
    const wide = { commune: spotted.commune, where: spotted.where, themes: spotted.themes }
    const title = titleOf(fields.title ?? '', fields.who ?? '', 'offer')
    if (typeof title !== 'string') return title
    return {
      drafts: [
        draft(offer, shown, { ...wide, ...fields, title, state: 'firm' }),
        draft(offer, spotted.id, { state: 'closed' }, 'home'),
      ],
      next: `/annonces/${shown}`,
      said: say('shownNow'),
    }
  },
}

export const afterCommands: readonly Command<Words>[] = [
  close,
  reopen,
  renew,
  shareOut,
  keepWhole,
  hide,
  spot,
  ownerAgrees,
]
