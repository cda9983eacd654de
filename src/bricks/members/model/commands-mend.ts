import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { isSamePhone, phonesIn } from '../../../text/phone.ts'
import type { fr } from '../words/fr.ts'
import { contactsOf, memberOf, noticesAtPhone } from './read.ts'
import { contact, member } from './records.ts'

/**
 * What the keeper corrects of a member: how they are called, and how they are reached. A member
 * corrects neither: their card signs with that name, and their own number is shown without waiting.
 */

type Words = typeof fr
const say: Say<Words> = message

export const MEMBER_FIELDS = ['name', 'commune', 'through'] as const
export const CONTACT_FIELDS = ['how', 'phone', 'relay'] as const

/** A way to be reached that can be followed: a telephone that is one, a relay that is somebody. */
export function reachable(
  input: Input,
  at: CommandContext,
): Readonly<{ fields: FieldsOf<typeof contact> }> | Refusal {
  const checked = at.fields(contact, input, CONTACT_FIELDS)
  if ('refused' in checked) return checked
  const { fields } = checked
  if (fields.how === 'phone' && !fields.phone) return { refused: say('sayPhone'), field: 'phone' }
  if (fields.how === 'relay' && !fields.relay) return { refused: say('sayRelay'), field: 'relay' }
  return { fields }
}

const mendName: Command<Words> = {
  name: 'mendName',
  path: '/habitants/:id/corriger',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const whose = memberOf(read, one(input, 'id'))
    if (!whose) return { refused: say('nothingThere') }
    const checked = at.fields(member, input, MEMBER_FIELDS)
    if ('refused' in checked) return checked
    return {
      drafts: [draft(member, whose.id, checked.fields)],
      next: `/habitants/${whose.id}`,
      said: say('mendedSaid'),
    }
  },
}

/**
 * Another way to be reached. A number that was there is erased: it may be somebody else’s. Where
 * notices still show it, that is said: their texts are their author’s.
 */
const mendReach: Command<Words> = {
  name: 'mendReach',
  path: '/habitants/:id/joindre',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const whose = memberOf(read, one(input, 'id'))
    if (!whose) return { refused: say('nothingThere') }
    const reach = reachable(input, at)
    if ('refused' in reach) return reach
    const [held] = contactsOf(read, whose.id)
    const fields = held ? reach.fields : { ...reach.fields, member: whose.id }
    const old = held?.phone ?? null
    const isOther = old !== null && !(reach.fields.phone && isSamePhone(old, reach.fields.phone))
    const isIn = (text: string): boolean =>
      isOther && phonesIn(text).some(({ own }) => isSamePhone(own, old))
    const shown = noticesAtPhone(read, whose.id).filter(row => isIn(row.reach ?? ''))
    return {
      drafts: [draft(contact, held?.id ?? at.newId(), fields)],
      ...(held && isOther
        ? { forget: [{ type: contact.name, record: held.id, field: 'phone' }] }
        : {}),
      next: `/habitants/${whose.id}`,
      said:
        shown.length > 0
          ? { all: [say('mendedSaid'), say('oldNumberShown', shown.length)] }
          : say('mendedSaid'),
    }
  },
}

export const mendCommands: readonly Command<Words>[] = [mendName, mendReach]
