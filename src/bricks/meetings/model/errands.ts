import { type Draft, draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type PeopleCount, peopleCounts, saidOf, toTell } from './count.ts'
import { codeOf, type DateToTell, isOwn, shortOf } from './date-told.ts'
import { datesLeft, type IdeaBecome, ideasFor } from './ideas-of.ts'
import { keyedTo } from './read.ts'
import { response } from './records.ts'
import { knowsOf } from './telling.ts'

/** What a member has to tell the people for whom they said yes. */

/**
 * One thing to tell one person.
 *
 * Shape   `answer`: theirs, to `to`. `about`: the event or the idea on whose page one says that
 *         they know. `of`: what is to be told. `code`: letters that differ each time that it
 *         changes. `known`: what is kept once they know.
 */
export type Errand = Readonly<{
  answer: string
  name: string
  to: string
  about: string
  code: string
  of:
    | Readonly<{ is: 'date'; date: DateToTell }>
    | Readonly<{ is: 'count'; count: PeopleCount }>
    | Readonly<{ is: 'idea'; become: IdeaBecome }>
  known: Draft
}>

/** Those of this member. They are gone once they said that the person knows. */
export const errandsOf = (read: Reader, me: string, today: string): readonly Errand[] =>
  keyedAny(read, me)
    ? [...ofDates(read, me, today), ...ofCounts(read, me, today), ...ofIdeas(read, me, today)]
    : []
/** Most people say yes for nobody: one statement says so. */
const keyedAny = (read: Reader, me: string): boolean =>
  read.list(response, { where: 'keyedBy = ?', with: [me], limit: 1 }, 'home').length > 0

function ofDates(read: Reader, me: string, today: string): readonly Errand[] {
  return datesLeft(read, { of: 'member', me }, today)
    .filter(date => !isOwn(date, me))
    .map(date => ({
      ...{ answer: date.answer, name: date.name, about: date.event, to: toOf(read, date.answer) },
      code: shortOf(date.now),
      of: { is: 'date', date },
      known: draft(response, date.answer, { whenTold: codeOf(date.now) }),
    }))
}

function ofCounts(read: Reader, me: string, today: string): readonly Errand[] {
  return peopleCounts(read, today).flatMap((count): readonly Errand[] => {
    const theirs = new Set(keyedTo(read, count.id, me).map(({ id }) => id))
    if (theirs.size === 0) return []
    const says = saidOf(count)
    const told = toTell(read, count, today).filter(({ id }) => theirs.has(id))
    return told.map(one => ({
      ...{ answer: one.id, name: one.firstName ?? '', about: count.id, to: one.to ?? '' },
      code: `${says}${count.missing}`,
      of: { is: 'count', count },
      known: draft(response, one.id, { countTold: says }),
    }))
  })
}

function ofIdeas(read: Reader, me: string, today: string): readonly Errand[] {
  return ideasFor(read, me, today).flatMap(({ answer, name, ...become }): readonly Errand[] => {
    const { date } = become
    if (knowsOf(read, answer, date)) return []
    const wasTold = read.one(response, answer, 'home')?.countTold === 'dated'
    // Whoever was never told of a day hears of no change of it: of a day that is off, nothing.
    if (become.changed && !wasTold && become.day === undefined) return []
    const { changed: _, ...asSet } = become
    const plan = date ? { whenTold: codeOf(date.now) } : {}
    return [
      {
        ...{ answer, name, to: toOf(read, answer), about: pageIn(become) },
        code: date ? shortOf(date.now) : 'became',
        of: { is: 'idea', become: wasTold ? become : asSet },
        known: draft(response, answer, { countTold: 'dated', ...plan }),
      },
    ]
  })
}
/** The event where one says that one comes; else the idea. */
const pageIn = ({ id, path }: IdeaBecome): string =>
  path.startsWith(ANSWER) ? path.slice(ANSWER.length) : id
const ANSWER = '/repondre/'

const toOf = (read: Reader, answer: string): string => read.one(response, answer)?.to ?? ''
