import type { Command } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { codesGiven } from '../../../contract/records/codes.ts'
import { OWN } from '../../../contract/tables.ts'
import { codeWord, freeCode, sayCode } from '../../../core/code.ts'
import type { Input } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { codesHere } from './read.ts'
import { councilAnswer, difficulty, goalStory, keptReport, request } from './records.ts'
import { dayIn, keptByCommuneOf, keptOf } from './rules.ts'

type Words = typeof fr
const say: Say<Words> = message
export const REQUESTS = '/demandes-aux-elus'
export const REPORT = '/diagnostic'

const text = (input: Input, name: string): string => {
  const value = input[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** A request goes to the page with its code: the sheet that comes back is opened by it. */
const carry: Command<Words> = {
  name: 'carryRequest',
  path: `${REQUESTS}/porter`,
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const checked = at.fields(request, input)
    if ('refused' in checked) return checked
    const { fields } = checked
    const id = at.newId()
    const about = text(input, 'about')
    const asked = draft(request, id, {
      ...fields,
      askedOn: at.today,
      ...(read.called(about) ? { about: [about] } : {}),
    })
    const { drafts, said } = coded(read, { opens: id, theme: fields.themes?.[0] }, at.newId, words)
    return {
      drafts: [asked, ...drafts],
      next: `${REQUESTS}/${id}`,
      ...(said === undefined ? {} : { said: say('carried', said) }),
    }
  },
}

/** A code of the house for this request, where the house has codes: its word is the theme's. */
function coded(
  read: Reader,
  { opens, theme }: Readonly<{ opens: string; theme: string | undefined }>,
  newId: () => string,
  words: Words,
): Readonly<{ drafts: readonly Draft[]; said?: string }> {
  const word = codeWord((theme && read.called(theme)?.title) || '') || words.codeWord
  const code = freeCode(word, codesGiven(read), newId)
  return {
    drafts: [{ type: 'code', record: newId(), fields: { ...code, opens } }],
    said: sayCode(code),
  }
}

/** What a council answered, keyed from the sheet that came back or from its letter. */
const noteAnswer: Command<Words> = {
  name: 'noteAnswer',
  path: `${REQUESTS}/:id/repondre`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const asked = read.one(request, text(input, 'id'))
    if (!asked) return { refused: say('nothingThere') }
    const checked = at.fields(councilAnswer, input, ANSWER_FIELDS)
    if ('refused' in checked) return checked
    const { fields } = checked
    if ((fields.on ?? '') > at.today) return { refused: say('future'), field: 'on' }
    return {
      drafts: [draft(councilAnswer, at.newId(), { ...fields, to: asked.id })],
      next: `${REQUESTS}/${asked.id}`,
      said: say('answerNoted'),
    }
  },
}
export const ANSWER_FIELDS = ['says', 'saying', 'council', 'on'] as const

/** The most people whom one note may count: a slip of the hand must not become a figure. */
const MOST_COUNTED = 500

/**
 * What somebody came to tell that they can't do: a theme, a commune, a number, a day. The form
 * comes back, the commune kept.
 */
const noteDifficulty: Command<Words> = {
  name: 'noteDifficulty',
  path: `${REPORT}/difficulte`,
  who: 'keeper',
  decide: (input, _read, at): Decision => {
    const checked = at.fields(difficulty, input)
    if ('refused' in checked) return checked
    const { fields } = checked
    const count = fields.count ?? 0
    if (!Number.isInteger(count) || count < 1 || count > MOST_COUNTED)
      return { refused: say('countWrong'), field: 'count' }
    if ((fields.on ?? '') > at.today) return { refused: say('future'), field: 'on' }
    const next = `${REPORT}/difficulte?commune=${fields.commune ?? ''}`
    return { drafts: [draft(difficulty, at.newId(), fields)], next, said: say('difficultyNoted') }
  },
}

/** What is told under a goal: something that is told on this page already. */
const choose: Command<Words> = {
  name: 'chooseStory',
  path: `${REPORT}/histoire`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const checked = at.fields(goalStory, input)
    if ('refused' in checked) return checked
    const { fields } = checked
    if (!read.called(fields.about ?? '')?.path)
      return { refused: say('nothingThere'), field: 'about' }
    return {
      drafts: [draft(goalStory, at.newId(), fields)],
      next: `${REPORT}/histoire`,
      said: say('storyChosen'),
    }
  },
}

/**
 * What the diagnosis says today, for the next one to be compared with.
 *
 * Law     its figures are those of the page, read in the turn: what a form sends of them counts for
 *         nothing.
 */
const keep: Command<Words> = {
  name: 'keepReport',
  path: `${REPORT}/garder`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    if (read.count(keptReport, { where: `"on" = ? AND ${OWN}`, with: [at.today] }) > 0)
      return { refused: say('keptToday') }
    const since = dayIn(input['depuis'], at.today)
    const here = at.figures()
    const record = draft(keptReport, at.newId(), {
      on: at.today,
      figures: JSON.stringify(keptOf(here)),
      byCommune: JSON.stringify(keptByCommuneOf(here, codesHere(read))),
      ...(since === undefined ? {} : { since }),
    })
    return { drafts: [record], next: REPORT, said: say('kept') }
  },
}

export const commands: readonly Command<Words>[] = [carry, noteAnswer, noteDifficulty, choose, keep]
