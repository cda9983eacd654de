import type { Member } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import { contactsOf } from './read.ts'
import { member, relay, word } from './records.ts'
import { stateOf } from './rules.ts'

/** A member who is still here is a neighbour; one who accepted to pass words on, a relay. */
function memberHere(read: Reader, id: string): Member | undefined {
  const one = read.one(member, id, 'home')
  if (!one || one.state === 'left') return undefined
  const isRelay =
    read.count(relay, { where: "member = ? AND state = 'accepted'", with: [id] }, 'home') > 0
  return { role: isRelay ? 'relay' : 'neighbour', name: one.name ?? '' }
}

/**
 * Who has each word about this record that is not handed over yet: its relay, as everybody reads
 * them, else the keeper.
 */
function wordsAbout(id: string, read: Reader): readonly string[] {
  const all = read.list(
    word,
    { where: 'about = ? AND handedOn IS NULL AND aside IS NULL', with: [id], limit: 50 },
    'home',
  )
  const by = all.map(row => (row.relay === null ? undefined : read.one(relay, row.relay)))
  return [
    ...new Set(
      by.map(one => (one ? [one.name, one.where, one.when].filter(Boolean).join(', ') : '')),
    ),
  ]
}

export const modelSlots: ModelSlots = {
  member: memberHere,
  ownPhones: (read, id) =>
    contactsOf(read, id).flatMap(row => (row.phone === null ? [] : [row.phone])),
  fate: (type, id, read) => {
    const row = type === word.name ? read.one(word, id, 'home') : undefined
    return row && { state: stateOf(row), ...(row.answer === null ? {} : { isNew: true }) }
  },
  toGet: wordsAbout,
  answered: (id, read) =>
    read.count(word, { where: 'about = ?', with: [id], limit: 1 }, 'home') > 0,
}
