import type { Command } from '../../contract/command.ts'
import type { Decision } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { givenCode } from '../../contract/records/given-code.ts'
import { code } from '../../contract/records/own-records.ts'
import { codeWord, freeCode, sayCode } from '../../core/code.ts'
import type { Input } from '../../core/form/input.ts'
import { one } from '../../core/form/input.ts'
import type { RecordType } from '../../core/schema.ts'
import type { fr } from './words/fr.ts'

/**
 * Codes said aloud: a word and four digits (*papier 74 39*) that lead to a record, for a paper or
 * the telephone. Here are the command that gives a record its code, and the way from a typed code
 * to its record. A code is a record of this box alone.
 */

type Words = typeof fr
const say: Say<Words> = message
type Types = () => ReadonlyMap<string, RecordType>

/**
 * The command `giveCode`: gives a record of the page a code, or leaves the one that it has. A code
 * is unique among the live codes of this box.
 */
export const giveCode = (types: Types): Command<Words> => ({
  name: 'giveCode',
  path: '/donner-un-code',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const id = one(input, 'id')
    const called = read.called(id)
    if (!called) return { refused: say('nothingThere') }
    const next = printedAt(input, id) ?? called.path ?? '/'
    if (givenTo(read, id)) return { drafts: [], next }
    const live = new Set(read.list(code, {}, 'home').map(one => `${one.word} ${one.digits}`))
    const word = wordFor(types().get(called.type), id, read, words)
    return {
      drafts: [
        {
          type: code.name,
          record: at.newId(),
          fields: { ...freeCode(word, live, at.newId), opens: id },
        },
      ],
      next,
    }
  },
})

/** The address of the print, when the form asked to print at once. */
function printedAt(input: Input, id: string): string | undefined {
  const [paper, format] = [one(input, 'papier'), one(input, 'format')]
  return /^[a-z0-9-]+$/.test(paper)
    ? `/imprimer/${paper}/${id}${/^a\d$/.test(format) ? `?format=${format}` : ''}`
    : undefined
}

/** The word of a code: the record’s first theme, else the general word for a code. */
function wordFor(type: RecordType | undefined, id: string, read: Reader, words: Words): string {
  const row: Readonly<Record<string, unknown>> | undefined = type && read.one(type, id)
  const themes = row?.['themes']
  const first = Array.isArray(themes) ? themes[0] : undefined
  const label = typeof first === 'string' ? read.called(first)?.title : undefined
  return codeWord(label ?? '') || codeWord(words.codeTitle)
}

/** The code of a record, if it has one. */
export const givenTo = (read: Reader, id: string) =>
  read.list(code, { where: 'opens = ?', with: [id], limit: 1 }, 'home')[0]

/**
 * The record that a typed code opens: by its word and digits, or by its digits alone where no other
 * record of the page has them. Undefined for an unknown or malformed code.
 */
export function openedByCode(read: Reader, typed: string): ReturnType<Reader['called']> {
  const given = givenCode(read, typed)
  if (given?.at)
    return {
      type: code.name,
      title: sayCode({ word: given.word ?? '', digits: given.digits ?? '' }),
      path: given.at,
    }
  return given?.opens ? read.called(given.opens) : openedByDigits(read, typed)
}
/** Only what everybody reads: digits alone are guessed in a thousand tries. */
function openedByDigits(read: Reader, typed: string): ReturnType<Reader['called']> {
  const digits = typed.replace(/[\s\u00a0\u202f]/g, '')
  if (!/^\d{4}$/.test(digits)) return undefined
  const having = { where: 'digits = ? AND at IS NULL', with: [digits], limit: MOST_ALIKE }
  const opened = read
    .list(code, having, 'home')
    .flatMap(({ opens }) => (opens && read.called(opens)) || [])
  return opened.length === 1 ? opened[0] : undefined
}
/** Codes with the same digits, those of tickets with them. */
const MOST_ALIKE = 100
