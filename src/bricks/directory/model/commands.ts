import type { Command } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { keeperNameOf } from '../../../contract/keeper.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { asksForCard, speakerOf } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { published } from './published.ts'
import { saidBy } from './read.ts'
import { accessPoint, actor, confirmation, notSame, place } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
const PATH = '/a-confirmer'
/** What anybody is asked; the keeper also says with whom and when. */
const TELL_FIELDS = ['says', 'said', 'who', 'reach'] as const
export const CONFIRM_FIELDS = ['says', 'said', 'who', 'withWhom', 'on', 'reach'] as const

/** What a confirmation is about: anything that is shown and has a page. */
const about = (input: Input, read: Reader): Readonly<{ id: string; path: string }> | undefined => {
  const id = one(input, 'about')
  const path = id === '' ? undefined : read.called(id)?.path
  return path ? { id: path.slice(path.lastIndexOf('/') + 1), path } : undefined
}
/** The same as a notice, whose author is known; the id alone of anything else. */
const noticeOf = ({ id }: Readonly<{ id: string }>, read: Reader) =>
  read.published.noticeSeen?.(id) ?? { id }

/** An answer to *Vous savez ?*, of today: a visitor's waits for the keeper's reading. */
const tell: Command<Words> = {
  name: 'tell',
  path: `${PATH}/dire`,
  who: 'visitor',
  decide: (input, read, at, words): Decision => {
    const what = about(input, read)
    if (!what) return { refused: say('nothingThere') }
    const { name, ...whose } = speakerOf(input, 'who', at)
    const checked = at.fields(confirmation, { ...input, who: name }, TELL_FIELDS)
    if ('refused' in checked) return checked
    const other = whose.member === undefined ? name : undefined
    const asked = asksForCard(noticeOf(what, read), other, input, { read, at })
    if (asked) return asked
    const { fields } = checked
    // The keeper reads answers by what they say: a bare *c’est bien ça* is said in those words.
    const said = fields.said ?? words.types.confirmation.fields.says.choices[fields.says as 'yes']
    const before = whose.member === undefined ? undefined : saidBy(read, what.id, whose.member)
    const told = { ...fields, said, on: at.today }
    return {
      drafts: [
        draft(
          confirmation,
          before ?? at.newId(),
          before ? told : { ...told, ...whose, about: what.id },
        ),
      ],
      next: what.path,
      said: isReadFirst(at.by)
        ? say('told', keeperNameOf(published.keeper(read)) ?? '')
        : say('toldShown'),
    }
  },
}

/**
 * The keeper notes who said what: *yes* and *changed* close the question; what is gone stays in
 * doubt until it is taken off the page.
 */
const confirm: Command<Words> = {
  name: 'confirm',
  path: `${PATH}/confirmer`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const what = about(input, read)
    if (!what) return { refused: say('nothingThere') }
    const checked = at.fields(confirmation, input, CONFIRM_FIELDS)
    if ('refused' in checked) return checked
    const { fields } = checked
    const asked = asksForCard(noticeOf(what, read), fields.who ?? undefined, input, { read, at })
    if (asked) return asked
    const noted = draft(confirmation, at.newId(), {
      ...fields,
      about: what.id,
      on: fields.on ?? at.today,
    })
    const settled = fields.says === 'yes' || fields.says === 'changed'
    const said = settled
      ? say('confirmed')
      : fields.says === 'gone'
        ? say('goneSaid')
        : say('askedAgain')
    return { drafts: [noted, ...(settled ? cleared(read, what.id) : [])], next: what.path, said }
  },
}

/**
 * No longer to be confirmed, without another answer: one that a visitor sent and that is shown said
 * it.
 */
const settle: Command<Words> = {
  name: 'closeQuestion',
  path: `${PATH}/regler`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const what = about(input, read)
    return what
      ? { drafts: cleared(read, what.id), next: what.path, said: say('closed') }
      : { refused: say('nothingThere') }
  },
}

function cleared(read: Reader, id: string): readonly Draft[] {
  const type = [accessPoint, place, actor].find(it => read.one(it, id)?.toConfirm === true)
  return type ? [{ type: type.name, record: id, fields: { toConfirm: false } }] : []
}

/** Two records that look alike are two things: they are not proposed again. */
const tellApart: Command<Words> = {
  name: 'tellApart',
  path: '/annuaire/doublons/distinguer',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const given = input['these']
    const these = [...new Set(typeof given === 'string' ? given.split(',') : (given ?? []))].sort()
    const called = these.map(id => read.called(id))
    if (these.length !== 2 || !called[0] || called[0].type !== called[1]?.type)
      return { refused: say('needTwo') }
    return {
      drafts: [draft(notSame, at.newId(), { these })],
      next: '/annuaire/doublons',
      said: say('keptApart'),
    }
  },
}

export const commands: readonly Command<Words>[] = [tell, confirm, settle, tellApart]
