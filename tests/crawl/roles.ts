import type { Box } from './box.ts'
import { type Asking, personAt, type Where } from './person.ts'

/** Who reads, from where, in which language: `member.wifi.fr`. */
type Role = 'visitor' | 'member' | 'relay' | 'keeper'
/**
 * A keeper is one over https and at the machine itself alone; what a member sees of themselves
 * hangs on where they ask.
 */
export type ReaderName = `${Role}.${Where}.${'fr' | 'en'}`
export type Reader = Readonly<{ name: ReaderName; person: Asking }>

type Card = Readonly<{ number: string; words: string }>

/**
 * Signs everybody in: the keeper by the passphrase, a member and a relay by cards that are made
 * here or that the folder came with.
 */
export async function readersOf(
  box: Box,
  names: readonly ReaderName[],
): Promise<readonly Reader[]> {
  const first = personAt(box.at, 'here', 'fr')
  await enter(first, box)
  const member =
    box.cards['Nadia'] ??
    (await welcomed(first, 'Nadia', { how: 'phone', phone: '06 39 98 01 01' })).card
  const relay =
    box.cards['Odile'] ?? (await asRelay(first, await welcomed(first, 'Odile', { how: 'word' })))
  first.end()
  const readers: Reader[] = []
  for (const name of names) {
    const [role, where, lang] = name.split('.') as [Role, Where, 'fr' | 'en']
    const person = personAt(box.at, where, lang)
    if (role === 'keeper') await enter(person, box)
    if (role === 'member') await withCard(person, member)
    if (role === 'relay') await withCard(person, relay)
    readers.push({ name, person })
  }
  return readers
}

async function enter(person: Asking, { passphrase }: Box): Promise<void> {
  const answer = await person.post('/entrer', { passphrase, own: '1' })
  if (answer.status !== 303)
    throw new Error(`no keeper: ${answer.status} ${answer.text.slice(0, 500)}`)
}

async function withCard(person: Asking, { number, words }: Card): Promise<void> {
  const answer = await person.post('/entrer/carte', { number, words, own: '1' })
  if (answer.status !== 303)
    throw new Error(`no member: ${answer.status} ${answer.text.slice(0, 500)}`)
}

type Welcomed = Readonly<{ member: string; card: Card }>
async function welcomed(
  keeper: Asking,
  name: string,
  how: Readonly<Record<string, string>>,
): Promise<Welcomed> {
  const page = await keeper.get('/habitants/accueillir')
  const answer = await keeper.fill(page, '/habitants/accueillir', { name, ...how })
  const member = answer.location.replace(/\?.*/, '').split('/').at(-1) ?? ''
  const card = await keeper.fill(await keeper.get(`/habitants/${member}`), '/carte-habitant')
  const words = /class="words"><b>([^<]+)</.exec(card.body)?.[1] ?? ''
  const number = (/Numéro <b>([^<]+)</.exec(card.body)?.[1] ?? '').replace(/\D/g, '')
  if (words === '' || number === '')
    throw new Error(`no card of ${name}: ${card.text.slice(0, 500)}`)
  return { member, card: { number, words } }
}

async function asRelay(keeper: Asking, { member, card }: Welcomed): Promise<Card> {
  const page = await keeper.get(`/habitants/${member}`)
  const answer = await keeper.fill(page, `/habitants/${member}/relais`, {
    name: 'Odile',
    where: 'à la boulangerie',
    when: 'le matin',
  })
  if (answer.status !== 303) throw new Error(`no relay: ${answer.text.slice(0, 500)}`)
  return card
}
