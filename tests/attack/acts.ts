import { randomBytes } from 'node:crypto'
import { idFrom } from '../../src/core/id.ts'
import type { Value } from '../../src/core/schema.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { HANDING_LEFT, handActs } from './acts-handing.ts'
import { LEND_LEFT, lendActs } from './acts-lending.ts'
import { SHARES_LEFT, shareActs } from './acts-shares.ts'

/**
 * A first name that stands in nothing else, with and without its accent, and a number of nobody.
 */
export const NAME = 'Zwyntrolùbak'
export const PHONE = '06 98 76 54 32'
const FIGURES = '698765432'

/** Whether a text holds that name or that number, however each is written. */
export const holdsThem = (text: string): boolean =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().includes('wyntrolubak') ||
  text.replace(/[\s.\u00a0\u202f-]/g, '').includes(FIGURES)

/** One who acts, and what they act on. Every name and number that they type is the canary's. */
export type World = Readonly<{
  keeper: Browser
  me: Browser
  stranger: Browser
  /** The member who acts, and another. */
  id: string
  paul: string
  idea: string
  /** Paul's notice, and one of the member's. */
  offer: string
  own: string
  bring: (type: string, fields: Readonly<Record<string, Value>>, space?: 'home') => Promise<string>
}>

export const bringer =
  (keeper: Browser): World['bring'] =>
  async (type, fields, space) => {
    const id = idFrom(Date.now(), randomBytes(10))
    const records = JSON.stringify([{ type, id, fields, ...(space ? { space } : {}) }])
    taken(await keeper.post('/apporter', { records }))
    return id
  }

export function taken(answer: Answer): Answer {
  if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.text.slice(0, 1_500)}`)
  return answer
}

/** What stands before anybody acts. `me` has the member's card, and is a relay. */
export async function worldOf(
  keeper: Browser,
  me: Browser,
  stranger: Browser,
  id: string,
  paul: string,
): Promise<World> {
  const bring = bringer(keeper)
  const idea = await bring('idea', { title: 'un four partagé', state: 'open', threshold: 5 })
  const offer = await bring('offer', {
    title: 'Paul prête une remorque',
    who: 'Paul',
    reach: 'au local',
    author: paul,
    state: 'firm',
    mode: 'lend',
  })
  const own = await bring('offer', {
    title: `${NAME} prête son étau`,
    who: NAME,
    reach: PHONE,
    reachBy: 'phone',
    author: id,
    state: 'firm',
  })
  return { keeper, me, stranger, id, paul, idea, offer, own, bring }
}

type Act = (w: World) => Promise<Answer>
const SAID = `Demandez ${NAME}, au ${PHONE}`
const idIn = (answer: Answer): string => /([0-9a-z]{26})/.exec(answer.location)?.[1] ?? ''

/** A deal of theirs, which they proposed on Paul's notice. */
const deal = async (w: World): Promise<string> => {
  const offer = await w.bring('offer', {
    title: 'Paul prête un banc',
    who: 'Paul',
    reach: 'au local',
    author: w.paul,
    state: 'firm',
    mode: 'lend',
  })
  return idIn(
    taken(
      await w.me.post('/arrangements/nouveau', {
        annonce: offer,
        what: SAID,
        when: NAME,
        where: PHONE,
      }),
    ),
  )
}

const loop = async (w: World): Promise<Readonly<Record<string, string>>> => {
  const ids = async (type: string): Promise<readonly string[]> => {
    const all: string[] = []
    for (const author of [w.id, w.paul, w.paul])
      all.push(
        await w.bring(type, {
          title: `${author === w.id ? NAME : 'Paul'} et un banc`,
          reach: 'au local',
          author,
          state: type === 'need' ? 'open' : 'firm',
        }),
      )
    return all
  }
  const [offers, needs] = [await ids('offer'), await ids('need')]
  const id = await w.bring('loop', {
    title: `${NAME}, Paul, Paul`,
    offers,
    needs,
    agreed: [],
    parties: [w.id, w.paul],
    state: 'asked',
  })
  return { id, oui: offers[0]! }
}

/** A message of theirs on the wall, by the key that they alone were given. */
const onWall = async (w: World, said: string): Promise<Answer> =>
  taken(await w.me.post('/mur/ecrire', { said, who: NAME }))
/** A file of theirs, on the shelf; its bytes are another test's. */
async function shelfFile(w: World): Promise<string> {
  const folder = await w.bring(
    'shelf-folder',
    { name: 'le four', readers: 'anyone', adders: 'neighbours' },
    'home',
  )
  const file = [{ hash: '0'.repeat(64), name: 'note.txt', type: 'text/plain', size: 1 }]
  return w.bring(
    'shelf-file',
    { title: NAME, broughtBy: NAME, licence: 'public-domain', member: w.id, folder, file },
    'home',
  )
}

/**
 * Each command that a member may call, called with the canary wherever it takes words. A command of
 * a brick that is neither here nor in `LEFT` fails the law: it is not known to be forgotten.
 */
export const ACTS: Readonly<Record<string, Act>> = {
  ...shareActs(NAME, SAID),
  ...handActs(NAME, PHONE, SAID),
  ...lendActs(NAME, PHONE, SAID),
  'members.beRelay': async w => {
    await w.keeper.post(`/habitants/${w.id}/relais`, { name: NAME, where: 'au four banal' })
    return w.me.post('/moi/relais', { name: NAME, where: `chez ${NAME}`, when: 'le lundi' })
  },
  'offers.offer': w =>
    w.me.post('/annonces/proposer', {
      title: `prête un étau, ${SAID}`,
      reachBy: 'phone',
      phone: PHONE,
      detail: SAID,
    }),
  'offers.need': w =>
    w.me.post('/annonces/chercher', {
      title: `cherche un étau, ${SAID}`,
      reachBy: 'phone',
      phone: PHONE,
      detail: SAID,
    }),
  'offers.keySlip': w =>
    w.me.post('/annonces/saisie', {
      kind: 'offer',
      who: 'Huguette',
      title: `prête une échelle, dit à ${NAME}`,
      reachBy: 'word',
      foundAt: 'aux Granges',
      detail: SAID,
    }),
  'offers.close': w => w.me.post('/annonces/fermer', { id: w.own }),
  'offers.reopen': w => w.me.post('/annonces/rouvrir', { id: w.own }),
  'offers.renew': w => w.me.post('/annonces/redire', { id: w.own }),
  'offers.respread': async w => {
    const id = await w.bring('offer', {
      title: `${NAME} prête son banc`,
      who: NAME,
      reach: PHONE,
      reachBy: 'phone',
      author: w.id,
      state: 'firm',
    })
    return w.me.post('/annonces/qui-la-voit', { id, accord: 'carte' })
  },
  'offers.spot': w =>
    w.me.post('/reperages', {
      title: `une friche, ${SAID}`,
      where: `derrière chez ${NAME}`,
      detail: SAID,
    }),
  'offers.notIt': async w => {
    const need = await w.bring('need', {
      title: 'Paul cherche un étau',
      reach: 'au local',
      author: w.paul,
      state: 'open',
    })
    return w.me.post('/annonces/pas-ca', { these: [w.own, need] })
  },
  'offers.answerLoop': async w =>
    w.me.post('/annonces/trocs/repondre', { ...(await loop(w)), non: '1' }),
  'offers.tellMe': w => w.me.post('/annonces/prevenir', { asked: SAID, onPaper: 'yes' }),
  'offers.tellNoMore': async w => {
    const id = await w.bring('search-alert', { asked: SAID, author: w.id }, 'home')
    return w.me.post('/annonces/prevenir/finir', { id })
  },
  'directory.tell': w =>
    w.me.post('/a-confirmer/dire', {
      about: w.offer,
      says: 'gone',
      said: SAID,
      who: NAME,
      reach: PHONE,
    }),
  'meetings.proposeIdea': w =>
    w.me.post('/idees/proposer', { title: `un four, ${SAID}`, detail: SAID }),
  'agenda.proposeDate': w =>
    w.me.post('/agenda/proposer', {
      title: `un chantier, ${SAID}`,
      startsOn: '2027-12-19',
      where: SAID,
      detail: SAID,
    }),
  'meetings.answer': w =>
    w.me.post(`/repondre/${w.idea}`, {
      answer: 'help',
      saying: SAID,
      firstName: NAME,
      reach: PHONE,
    }),
  'meetings.takeBackAnswer': async w => {
    await ACTS['meetings.answer']!(w)
    return w.me.post(`/repondre/${w.idea}/reprendre`, {})
  },
  'members.welcome': w =>
    w.me.post('/habitants/accueillir', { name: 'Zoé', how: 'word', through: NAME }),
  'members.agree': w => w.me.post(`/habitants/${w.id}/accord`, { use: 'told' }),
  'members.takeBack': async w => {
    const page = await w.keeper.get(`/habitants/${w.id}`)
    const consent = /reprendre\?consent=([0-9a-z]{26})/.exec(page.body)?.[1] ?? ''
    return w.me.post(`/habitants/${w.id}/reprendre`, { consent, sure: '1' })
  },
  'members.stopRelay': async w => {
    const relay = (await w.me.get('/moi')).body
    const stopped = await w.me.post(
      /\/relais\/[0-9a-z]{26}\/finir/.exec(relay)?.[0] ?? '/relais',
      {},
    )
    await ACTS['members.beRelay']!(w)
    return stopped
  },
  'members.leaveWord': w =>
    w.me.post('/mot', { annonce: w.offer, sender: NAME, reach: PHONE, said: SAID }),
  'members.handAllOver': async w => w.me.post('/mes-mots/tout-remis', { ids: await carried(w) }),
  'members.missPerson': async w => w.me.post('/mes-mots/pas-trouve', { ids: await carried(w) }),
  'members.writeReply': async w => {
    const word = {
      forWhom: 'Zoé',
      sender: 'Yvette',
      signedBy: 'visitor',
      said: 'Bonjour.',
    } as const
    const id = await w.bring('word', { ...word, member: w.id })
    return w.me.post(`/moi/mots/${id}/reponse`, { answer: `${SAID}, dit ${NAME}` })
  },
  'members.handOver': async w => w.me.post(`/mes-mots/${await carried(w)}/remis`, {}),
  'deals.propose': async w =>
    w.me
      .get(`/arrangements/${await deal(w)}`)
      .then(page => ({ ...page, status: page.status === 200 ? 303 : page.status })),
  'deals.answer': async w => {
    const id = await w.bring('deal', { what: SAID, parties: [w.paul, w.id], state: 'proposed' })
    await w.bring('deal-answer', { deal: id, member: w.paul, says: 'yes', thanks: `merci ${NAME}` })
    return w.me.post(`/arrangements/${id}/repondre`, { says: 'other', when: `quand ${NAME} peut` })
  },
  'deals.interest': w => w.me.post('/arrangements/interet', { annonce: w.offer, said: SAID }),
  'deals.word': async w =>
    w.me.post(`/arrangements/${await deal(w)}/mot`, { said: `${SAID}, dit ${NAME}` }),
  'deals.late': async w => {
    const id = await w.bring('deal', { what: SAID, parties: [w.paul, w.id], state: 'agreed' })
    return w.me.post(`/arrangements/${id}/retard`, {})
  },
  'deals.proposeIn': async w => {
    const id = await w.bring('deal', { what: SAID, parties: [w.paul, w.id], state: 'fallen' })
    return w.me.post(`/arrangements/${id}/proposer`, { when: `quand ${NAME} veut`, where: NAME })
  },
  'deals.end': async w => w.me.post(`/arrangements/${await deal(w)}/finir`, {}),
  'deals.report': async w => {
    const id = await w.bring('deal', { what: SAID, parties: [w.paul, w.id], state: 'talking' })
    const word = await w.bring('deal-answer', {
      deal: id,
      member: w.paul,
      says: 'word',
      said: `${SAID}, dit ${NAME}`,
    })
    return w.me.post(`/arrangements/${id}/signaler`, { word })
  },
  'wall.write': w => onWall(w, `${NAME} a du pain`),
  'wall.takeBack': async w => {
    const written = await onWall(w, `${NAME} a du levain`)
    return w.me.post('/mur/reprendre', { key: idIn(written) })
  },
  'wall.bother': async w => {
    taken(await w.stranger.post('/mur/ecrire', { said: 'le pain est prêt' }))
    const id = /name="id" value="([0-9a-z]{26})"/.exec((await w.me.get('/mur')).body)?.[1] ?? ''
    return w.me.post('/mur/gene', { id })
  },
  'plain.correct': w =>
    w.me.post('/moi/corriger', { type: 'offer', id: w.own, detail: SAID, where: `chez ${NAME}` }),
  'plain.withdraw': w => w.me.post('/moi/retirer', { type: 'offer', id: w.own }),
  'plain.bringMine': w => w.me.post('/moi/remettre', { type: 'offer', id: w.own }),
  'shelf.mend': async w =>
    w.me.post('/fichiers/corriger', {
      id: await shelfFile(w),
      title: SAID,
      licence: 'public-domain',
      about: SAID,
      broughtBy: NAME,
    }),
  'shelf.takeDown': async w => w.me.post('/fichiers/retirer', { id: await shelfFile(w) }),
}

/**
 * What a neighbour says in somebody else's name, or of what is somebody else's: it waits for the
 * keeper. An answer that says the same again writes nothing: who answers twice says something else.
 */
export const IN_ANOTHERS_NAME: Readonly<
  Record<string, (w: World, whom?: string, said?: string) => Promise<Answer>>
> = {
  offer: (w, pour = 'Huguette') =>
    w.me.post('/annonces/proposer', {
      title: `prête une scie, dit à ${NAME}`,
      pour,
      reachBy: 'word',
      detail: SAID,
    }),
  need: (w, pour = 'Huguette') =>
    w.me.post('/annonces/chercher', {
      title: `cherche une scie, dit à ${NAME}`,
      pour,
      reachBy: 'word',
      detail: SAID,
    }),
  tell: (w, pour = 'Huguette') =>
    w.me.post('/a-confirmer/dire', {
      about: w.offer,
      says: 'changed',
      said: SAID,
      pour,
      reach: PHONE,
    }),
  answer: (w, pour = 'Huguette', saying = SAID) =>
    w.me.post(`/repondre/${w.idea}`, { answer: 'help', saying, pour, reach: PHONE }),
}

/** Commands that this world can't call, and where what they write is looked at. */
export const LEFT: Readonly<Record<string, string>> = {
  ...SHARES_LEFT,
  ...HANDING_LEFT,
  ...LEND_LEFT,
  'plain.correctSent':
    'it takes a ticket, of what was sent without a card: src/web/session/tickets.test.ts',
  'members.haveRead': 'it says a day of a word left for them: src/bricks/members/words.test.ts',
  'plain.takeBackSent': 'it takes a ticket: src/web/session/tickets.test.ts',
  'members.beForgotten': 'it is the forgetting itself',
  'offers.takeBackHere': 'it writes no word: src/bricks/offers/here.test.ts',
  'offers.photos': 'it takes a picture: tests/journeys/photos.test.ts',
  'offers.shareOut': 'it writes words of the notice again: src/bricks/offers/sharing-out.test.ts',
  'offers.keepWhole': 'it writes no word: src/bricks/offers/sharing-out.test.ts',
  'shelf.bring': 'it takes a file in pieces: the record is brought by shelf.mend',
  'privacy.hideNumber':
    'what it writes is a number, and nobody’s: tests/exchange/hidden-number.test.ts',
  'privacy.showOwnNumber': 'it writes that a number shows again: src/bricks/privacy/hiding.test.ts',
  'deals.goBack':
    'it takes back an answer, which the other side is told, and writes no word: ' +
    'src/bricks/deals/both-sides.test.ts',
  'members.endCharge': 'it writes no word: src/bricks/members/charges.test.ts',
  'members.nameCharge': 'it writes no word: src/bricks/members/charges.test.ts',
  'members.sawNews': 'it writes ids alone: src/bricks/offers/pages/news.test.ts',
  'members.noteReply':
    'it writes what another one answered, and goes with them: src/bricks/members/replies.test.ts',
  'members.notHanded': 'it writes no word: src/bricks/offers/joining.test.ts',
  'members.notMissed': 'it writes no word: src/bricks/members/handing.test.ts',
  'members.putAside': 'it writes no word: src/bricks/members/words.test.ts',
  'members.takeUpAgain': 'it writes no word: src/bricks/members/words.test.ts',
  'deals.see': 'it writes that a place has seen, and no word: src/bricks/deals/both-sides.test.ts',
  'deals.wordToAll': 'it writes words of threads: src/bricks/deals/parts.test.ts',
  'deals.momentToAll': 'it writes times of threads: src/bricks/deals/parts.test.ts',
  'deals.keepRide': 'its word is kept as that of deals.word: src/bricks/deals/ride-now.test.ts',
  'deals.giveNumber': 'its word is kept as that of deals.word: src/bricks/deals/number.test.ts',
  'deals.declinePart':
    'its word is kept as that of deals.word: src/bricks/deals/part-declined.test.ts',
  'deals.keepPart':
    'its word is kept as that of deals.word: src/bricks/deals/part-declined.test.ts',
  'deals.acceptPart': 'its word is kept as that of deals.word: src/bricks/deals/part-acts.test.ts',
  'meetings.tellErrand':
    'it writes what somebody was told of a date, and no word: ' +
    'src/bricks/meetings/for-somebody.test.ts',
  'meetings.stillByTicket': 'it takes a ticket: src/bricks/meetings/idea-dated.test.ts',
  'deals.noteCall': 'it writes a yes or a no, and no word: src/bricks/deals/by-phone.test.ts',
  'deals.toldByPhone':
    'it writes that somebody heard it, and no word: src/bricks/deals/calling.test.ts',
  'deals.hide': 'it writes a place, and no word: src/bricks/deals/parting.test.ts',
  'deals.stopAsking': 'it takes another box: src/bricks/deals/model/away.test.ts',
}

/** A word that passes through them, of which they are the relay. */
async function carried(w: World): Promise<string> {
  const relay = /\/relais\/([0-9a-z]{26})\/finir/.exec((await w.me.get('/moi')).body)?.[1] ?? ''
  await w.stranger.post('/mot', { forWhom: 'Paul', relay, sender: 'Marius', said: 'à demain' })
  return /\/mes-mots\/([0-9a-z]{26})\/remis/.exec((await w.me.get('/mes-mots')).body)?.[1] ?? ''
}
