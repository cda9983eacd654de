import { html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import { givenCode } from '../../../contract/records/given-code.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import type { Slots } from '../../../contract/slots.ts'
import { notice } from '../../../ui/board.ts'
import { calledOr, nameIn } from '../model/people.ts'
import type { piecesOf } from '../model/pieces.ts'
import type { fr } from '../words/fr.ts'

/** The piece whose strip bears this code. All strips bear one word: its four digits are enough. */
export function stripOpened(
  read: Reader,
  typed: string,
  { codeWord }: Pick<typeof fr, 'codeWord'>,
): ReturnType<typeof piecesOf>[number] | undefined {
  const given = givenCode(read, /\p{L}/u.test(typed) ? typed : `${codeWord} ${typed}`)
  return given?.opens ? read.one(proposal, given.opens, 'home') : undefined
}

/** The strip whose code is looked for: the keeper keys it, and nobody else learns of it. */
export const stripFound: NonNullable<Slots<typeof fr>['finds']> = (kit, read, words, asked) => {
  const piece = kit.request.by === 'keeper' ? stripOpened(read, asked, words) : undefined
  const of = piece?.person === true && read.one(harvest, piece.harvest ?? '', 'home')
  if (!piece || !of) return { title: words.agreementKey, items: [] }
  const found = notice({
    title: calledOr(nameIn(read, read.types, piece), words.agreement.numberAlone),
    href: `/accord?${new URLSearchParams({ code: asked }).toString()}`,
    where: html`${of.title ?? words.untitledMeeting}`,
  })
  return { title: words.agreementKey, items: [found] }
}
