import type { ServedBox } from '../boxes.ts'
import type { Asker } from './asker.ts'

/** Twelve people of the village, each with a session of their own. */
const NAMES = [
  'Nadia',
  'Marcel',
  'Louise',
  'Karim',
  'Odette',
  'Malo',
  'Josette',
  'Kwan',
  'Ninon',
  'Abel',
  'Huguette',
  'Zoé',
] as const
const WELCOME = '/habitants/accueillir'
const CARD = '/carte-habitant'
const ENTER = '/entrer/carte'

/** Welcomes them, gives each a card, and lets each come in with it: the cookies of their visits. */
export async function membersOf(box: ServedBox, asker: Asker): Promise<readonly string[]> {
  const all: string[] = []
  for (const [n, name] of NAMES.entries()) all.push(await comesIn(box, asker, `${name} ${n + 1}`))
  return all
}

async function comesIn({ cookie }: ServedBox, asker: Asker, name: string): Promise<string> {
  const welcomed = await asker.send(WELCOME, { name, how: 'word' }, cookie)
  const id = /[0-9a-z]{26}/.exec(welcomed.location)?.[0]
  if (id === undefined) throw new Error(`${name} is not welcomed: ${welcomed.status}`)
  const form = new URLSearchParams({ member: id })
  const { body } = await asker.ask(CARD, { cookie, form })
  const words = /class="words"><b>([^<]+)</.exec(body)?.[1] ?? ''
  const number = (/Numéro <b>([^<]+)</.exec(body)?.[1] ?? '').replace(/\D/g, '')
  const came = await asker.ask(ENTER, { form: new URLSearchParams({ number, words }) })
  if (came.status !== 303 || came.cookie === '')
    throw new Error(`${name} does not come in by card: ${came.status}`)
  // A browser gives the sentence of a turn back once: its next page has it no more.
  return came.cookie
    .split('; ')
    .filter(one => !one.startsWith(SAID))
    .join('; ')
}
const SAID = 'dit='

let welcomed = 0
/** A turn that no page of a visitor shows: the keeper welcomes somebody. */
export async function turnElsewhere({ cookie }: ServedBox, asker: Asker): Promise<void> {
  const name = `Ninon ${++welcomed} des Champs`
  const { status } = await asker.send(WELCOME, { name, how: 'word' }, cookie)
  if (status !== 303) throw new Error(`nobody is welcomed: ${status}`)
}
