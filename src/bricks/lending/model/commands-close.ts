import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isKeeping } from './asker.ts'
import { decidedAway } from './away.ts'
import { WHEN_ASKED, WHY } from './commands-book.ts'
import { timesIn, totalOf } from './read.ts'
import { booking } from './records-booking.ts'
import { PATH, thing as thingType } from './records-thing.ts'
import { say, takenSaid } from './said.ts'
import { thingLent, weighed } from './weighing.ts'

/** Who is in charge keeps a thing closed, and says who asks each time. */

type Words = typeof fr

/** Somebody asks again each time. */
const askAgain: Command<Words> = {
  name: 'askAgain',
  path: `${PATH}/:id/redemander`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = thingLent(read, one(input, 'id'))
    const group = (row && read.one(thingType, row.id, 'home')?.group) ?? []
    const member = one(input, 'membre')
    if (!row || !isKeeping(at, row)) return { refused: say('notYours') }
    const away = decidedAway(read, at, row.id)
    if (away) return away
    if (!group.includes(member)) return { refused: say('notYours') }
    const left = group.filter(id => id !== member)
    return {
      drafts: [draft(thingType, row.id, { group: left }, 'home')],
      next: `${PATH}/${row.id}`,
      said: say('asksAgain'),
    }
  },
}

/** Nobody has the thing on these days. */
const close: Command<Words> = {
  name: 'close',
  path: `${PATH}/:id/fermer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = thingLent(read, one(input, 'id'))
    if (!row || !isKeeping(at, row)) return { refused: say('notYours') }
    const away = decidedAway(read, at, row.id)
    if (away) return away
    const checked = at.fields(booking, input, WHEN_ASKED)
    if ('refused' in checked) return checked
    const none = { startsOn: null, startsAt: null, endsOn: null, endsAt: null }
    const span = timesIn({ ...none, ...checked.fields })
    if (!span) return { refused: say('noSpan'), field: 'endsOn' }
    const count = totalOf(row)
    const asker = { member: null, phone: null, name: null }
    const found = weighed(read, at, { row, span, count, asker })
    if (!found.freedom.free) return { refused: takenSaid(read, found, at)!, field: 'startsOn' }
    const why = one(input, WHY).slice(0, booking.fields.why.longest) || null
    const whose = { thing: row.id, keyedBy: at.me ?? null }
    const fields = { ...checked.fields, ...whose, count, state: 'closed', why } as const
    return {
      drafts: [draft(booking, at.newId(), fields)],
      next: `${PATH}/${row.id}`,
      said: say('closedNow', span, at.today),
    }
  },
}

export const closeCommands: readonly Command<Words>[] = [close, askAgain]
