import type { Command } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { asSent } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { codeOf, type DateToTell, datesToTell, isOwn, shortOf } from './date-told.ts'
import { errandsOf } from './errands.ts'
import { response } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

const told = ({ answer, now }: DateToTell): Draft =>
  draft(response, answer, { whenTold: codeOf(now) })

/** The key of a date that changed, for whoever said that they come. */
export const dateKey = ({ event, now }: DateToTell): string => `date:${event}:${shortOf(now)}`

/** What is kept once a member saw the news of this key: what they were told of their dates. */
export function dateSeen(
  key: string,
  read: Reader,
  me: string | undefined,
): readonly Draft[] | undefined {
  if (!key.startsWith('date:')) return undefined
  if (me === undefined) return []
  return datesToTell(read, { of: 'member', me })
    .filter(one => isOwn(one, me) && dateKey(one) === key)
    .map(told)
}

/** The keeper has told somebody, or all whom the page showed, what became of a date. */
export const tellDate: Command<Words> = {
  name: 'tellDate',
  path: '/repondre/:id/date-dite',
  who: 'keeper',
  decide: (input, read): Decision => {
    const ids = asSent(input, 'reponses').split(' ').filter(Boolean)
    const found = datesToTell(read, { of: 'answers', ids })
    const isStale = found.some(one => shortOf(one.now) !== asSent(input, 'quand'))
    if (isStale) return { refused: say('dates.changedSince') }
    const [first] = found
    if (!first) return { refused: say('nothingThere') }
    return {
      drafts: found.map(told),
      next: read.called(asSent(input, 'id')) ? `/repondre/${asSent(input, 'id')}` : '/agenda',
      said: ids.length > 1 ? say('toldAllSaid') : say('toldSaid', first.name),
    }
  },
}

/** Who said yes for somebody has told them what was to be told. */
export const tellErrand: Command<Words> = {
  name: 'tellErrand',
  path: '/repondre/:id/dit',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const [about, answer] = [asSent(input, 'id'), asSent(input, 'reponse')]
    const all = at.me === undefined ? [] : errandsOf(read, at.me, at.today)
    const found = all.filter(one => one.about === about && one.answer === answer)
    const [first] = found
    if (!first) return { refused: say('nothingThere') }
    const those = found.filter(({ code }) => code === asSent(input, 'quand'))
    if (those.length === 0) return { refused: say('dates.changedSince') }
    return {
      drafts: those.map(({ known }) => known),
      next: read.called(about) ? `/repondre/${about}` : '/agenda',
      said: say('toldSaid', first.name),
    }
  },
}

/** The address, under a ticket’s, where its holder says that they still come. */
export const STILL_BY_TICKET = 'toujours'
/** *J’en suis toujours*, to a date that moved, by the ticket of a yes to it. */
export const stillByTicket: Command<Words> = {
  name: 'stillByTicket',
  path: '/repondre/:id/toujours',
  byTicket: STILL_BY_TICKET,
  who: 'neighbour',
  decide: (_input, read, at): Decision => {
    const shown = read.one(proposal, at.ticket ?? '', 'home')?.shownAs ?? ''
    const moved = datesToTell(read, { of: 'answer', id: shown }).filter(
      ({ now }) => now.state === 'on',
    )
    if (moved.length === 0) return { refused: say('nothingThere') }
    return {
      drafts: moved.map(one => ({ ...told(one), space: 'home' })),
      said: say('dates.stillSaid'),
    }
  },
}
