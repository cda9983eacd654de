import type { Command } from '../../../contract/command.ts'
import { one } from '../../../core/form/input.ts'
import { fold, titleKey } from '../../../core/letters/words.ts'
import { published } from './published.ts'
import { need, offer } from './records.ts'
import { isClosed, isPast } from './rules.ts'
import { sideOf } from './side-said.ts'
import { type NoticeSide, withSubject } from './subject.ts'
import { wantsMore } from './written.ts'

/**
 * A notice of this member that says the same words under the same name, and still stands. One that
 * is closed, or whose last day has passed, may be written again.
 */
export const standing =
  (page: NoticeSide): NonNullable<Command['standing']> =>
  (input, read, { me, today }) => {
    // Nothing is written yet.
    if (wantsMore(input)) return undefined
    const side = sideOf(page, input, read)
    const [said, name] = [one(input, 'title'), fold(one(input, 'who'))]
    const same = published.noticesOf(read, me).find(({ type, id, title, isShown, isByCard }) => {
      if (type !== side || !(isShown || isByCard)) return false
      const row = read.one(TYPES[side], id) ?? read.one(TYPES[side], id, 'home')
      if (!row || isClosed(row) || isPast(row, today)) return false
      const who = row.who ?? ''
      return (
        (name === '' || name === fold(who)) &&
        titleKey(withSubject(said, who, side)) === titleKey(title)
      )
    })
    return same && `/annonces/${same.id}`
  }
const TYPES = { offer, need } as const
