import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const say: Say<Words> = message
export const REQUESTS = '/demandes'

const answered = (input: Input, read: Reader, accept: boolean): Decision => {
  const asked = read
    .boxes()
    .requests()
    .find(({ id }) => id === one(input, 'demande'))
  if (!asked) return { refused: say('noSuchRequest') }
  const said = accept
    ? asked.asks === 'forget'
      ? say('forgottenToo')
      : say('dismissedToo')
    : say('refusedRequest')
  return { drafts: [], requests: [{ id: asked.id, accept }], next: REQUESTS, said }
}

/** What is erased can't be undone, and a box is dismissed with a code: so is a yes to either. */
const grant: Command<Words> = {
  name: 'grant',
  path: `${REQUESTS}/oui`,
  who: 'keeper',
  coded: true,
  decide: (input, read) => answered(input, read, true),
}

const decline: Command<Words> = {
  name: 'decline',
  path: `${REQUESTS}/non`,
  who: 'keeper',
  decide: (input, read) => answered(input, read, false),
}

export const requestCommands: readonly Command<Words>[] = [grant, decline]
