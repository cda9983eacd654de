import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Forgetting, type Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { code } from '../../../contract/records/own-records.ts'
import { codeWord, freeCode } from '../../../core/code.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { codesOf, rowsOf, threadOf } from './read.ts'
import { PATH, question } from './records.ts'
import type { QuestionRow, QuestionThread } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
const pageOf = (id: string): string => `${PATH}/${id}`

export const WORDING = ['asks', 'whom', 'actor', 'about'] as const
export const ASKING = ['askedOn', 'askedBy'] as const
export const ANSWERING = ['answer', 'saying', 'answeredOn', 'toldBy'] as const

/** A keeper's act on one question. */
const act = (
  name: string,
  path: string,
  decide: (thread: QuestionThread, input: Input, read: Reader, at: CommandContext) => Decision,
): Command<Words> => ({
  name,
  path: `${PATH}/:id/${path}`,
  who: 'keeper',
  private: true,
  guardsItself: true,
  decide: (input, read, at) => {
    const thread = threadOf(read, one(input, 'id'))
    return thread ? decide(thread, input, read, at) : { refused: say('nothingThere') }
  },
})

/** The words of a question, and whom it asks: somebody of the directory, or a name. */
function wording(
  input: Input,
  at: CommandContext,
): Readonly<{ fields: FieldsOf<typeof question> }> | Refusal {
  const checked = at.fields(question, input, WORDING)
  if ('refused' in checked) return checked
  const { asks, whom, actor, about } = checked.fields
  if (!whom && !actor) return { refused: say('sayWhom'), field: 'whom' }
  return {
    fields: {
      asks: asks ?? '',
      whom: actor ? null : (whom ?? null),
      actor: actor ?? null,
      about: about ?? null,
    },
  }
}

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as T

const ask: Command<Words> = {
  name: 'ask',
  path: `${PATH}/poser`,
  who: 'keeper',
  private: true,
  guardsItself: true,
  decide: (input, read, at, words): Decision => {
    const worded = wording(input, at)
    if ('refused' in worded) return worded
    const asked = at.fields(question, input, ASKING)
    if ('refused' in asked) return asked
    const id = at.newId()
    const live = new Set(read.list(code, {}, 'home').map(row => `${row.word} ${row.digits}`))
    const slip = {
      ...freeCode(codeWord(words.codeWord), live, at.newId),
      opens: id,
      at: pageOf(id),
    }
    const fields = { askedOn: at.today, ...given(asked.fields), ...given(worded.fields) }
    return {
      drafts: [draft(question, id, fields), draft(code, at.newId(), slip)],
      next: pageOf(id),
      said: say('askedSaid'),
      undo: { path: `${pageOf(id)}/defaire`, input: { asking: id }, words: say('undo') },
    }
  },
}

const amend = act('amend', 'corriger', ({ first }, input, read, at) => {
  const worded = wording(input, at)
  if ('refused' in worded) return worded
  const { asks, actor } = worded.fields
  // The rows of an older box hold the words too.
  const others = rowsOf(read, first.id).filter(
    row => row.id !== first.id && (row.actor !== actor || (row.asks !== null && row.asks !== asks)),
  )
  return {
    drafts: [
      draft(question, first.id, worded.fields),
      ...others.map(row =>
        draft(question, row.id, { actor: actor ?? null, ...(row.asks === null ? {} : { asks }) }),
      ),
    ],
    next: pageOf(first.id),
    said: say('amended'),
  }
})

/** The same question once more, to the same person: another asking, with an answer of its own. */
const askAgain = act('askAgain', 'redemander', ({ first, askings }, input, _read, at) => {
  const checked = at.fields(question, input, ASKING)
  if ('refused' in checked) return checked
  const id = at.newId()
  const again = {
    ...following(first, askings.at(-1) ?? first),
    askedOn: at.today,
    ...given(checked.fields),
  }
  return {
    drafts: [
      draft(question, id, again),
      ...(first.dropped ? [draft(question, first.id, { dropped: null })] : []),
    ],
    next: pageOf(first.id),
    said: say('askedAgain'),
    undo: {
      path: `${pageOf(first.id)}/defaire`,
      input: { asking: id, ...(first.dropped ? { dropped: '1' } : {}) },
      words: say('undo'),
    },
  }
})

/**
 * The answer to the last asking. After *pas encore* it stands beside it; it replaces another one,
 * which comes back when this one is undone.
 */
const reply = act('reply', 'reponse', ({ first, askings }, input, _read, at) => {
  const last = askings.at(-1) ?? first
  const checked = at.fields(question, input, ANSWERING)
  if ('refused' in checked) return checked
  const { answer = null, saying = null, answeredOn, toldBy = null } = checked.fields
  const isAnswer = answer !== null || saying !== null
  if (!isAnswer || (answer === 'words' && saying === null))
    return { refused: say('sayAnswer'), field: answer === null ? 'answer' : 'saying' }
  const day = answeredOn ?? at.today
  if (last.askedOn !== null && day < last.askedOn)
    return { refused: say('answeredBefore'), field: 'answeredOn' }
  const fields = given({ answer: answer ?? 'words', saying, answeredOn: day, toldBy })
  const isFirst = last.answer === null
  const id = isFirst ? last.id : at.newId()
  return {
    drafts: [draft(question, id, isFirst ? fields : { ...further(first, last), ...fields })],
    next: pageOf(first.id),
    said: say(fields.answer === 'not-yet' ? 'notYetSaid' : 'answered'),
    undo: {
      path: `${pageOf(first.id)}/defaire`,
      input: { asking: id, what: isFirst ? 'answer' : 'further' },
      words: say('undo'),
    },
  }
})

/**
 * What comes after what was noted, of the same question. The first row alone holds the words; each
 * row holds the person, with whom it is forgotten.
 */
const following = (first: QuestionRow, last: QuestionRow) => ({
  ...(first.actor === null ? {} : { actor: first.actor }),
  first: first.id,
  before: (last.before ?? 0) + 1,
})
const further = (first: QuestionRow, last: QuestionRow) => ({
  ...following(first, last),
  ...(last.answer === 'not-yet'
    ? {}
    : given({ instead: last.id, askedOn: last.askedOn, askedBy: last.askedBy })),
})

/** All that was noted of a question, with the answers that others replaced. */
function forgetting(read: Reader, { first }: QuestionThread): readonly Forgetting[] {
  const rows = rowsOf(read, first.id)
  return [
    ...rows.map(row => ({ type: question.name, record: row.id })),
    ...rows.flatMap(row => codesOf(read, row.id)).map(row => ({ type: code.name, record: row.id })),
  ]
}

/** Undoes the last act on a question: its answer, or the asking itself. */
const undo = act('undo', 'defaire', (thread, input, read) => {
  const last = thread.askings.at(-1) ?? thread.first
  if (last.id !== one(input, 'asking')) return { refused: say('nothingThere') }
  if (one(input, 'what') === 'answer')
    return {
      drafts: [
        draft(question, last.id, { answer: null, saying: null, answeredOn: null, toldBy: null }),
      ],
      next: pageOf(thread.first.id),
      said: say('undone'),
    }
  const isFirst = last.id === thread.first.id
  // An asking with its answer goes by a code alone.
  if (last.answer !== null && one(input, 'what') !== 'further')
    return { refused: say('nothingThere') }
  return {
    drafts:
      one(input, 'dropped') === '1' ? [draft(question, thread.first.id, { dropped: true })] : [],
    forget: isFirst ? forgetting(read, thread) : [{ type: question.name, record: last.id }],
    next: isFirst ? PATH : pageOf(thread.first.id),
    said: say('undone'),
  }
})

const drop = act('drop', 'laisser', ({ first }) => ({
  drafts: [draft(question, first.id, { dropped: true })],
  next: pageOf(first.id),
  said: say('droppedSaid'),
  undo: { path: `${pageOf(first.id)}/reprendre`, input: {}, words: say('undo') },
}))

const takeUp = act('takeUp', 'reprendre', ({ first }) => ({
  drafts: [draft(question, first.id, { dropped: null })],
  next: pageOf(first.id),
  said: say('undone'),
}))

const erase: Command<Words> = {
  ...act('erase', 'effacer', (thread, _input, read) => ({
    drafts: [],
    forget: forgetting(read, thread),
    next: PATH,
    said: say('erased'),
  })),
  coded: true,
}

export const commands: readonly Command<Words>[] = [
  ask,
  amend,
  askAgain,
  reply,
  undo,
  drop,
  takeUp,
  erase,
]
