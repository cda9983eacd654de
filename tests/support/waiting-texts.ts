import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { met } from '../exchange/met.ts'
import { showSent } from './show-sent.ts'
import { type TestBox, testBox } from './test-box.ts'
import type { Waiting } from './waiting-acts.ts'
import { idIn, neighbours, newest, notice } from './waiting-people.ts'

/** Texts, notices and records of the page that wait for somebody’s act. */

export const sent: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: async () => {
      await box.visitor().post('/annonces/proposer', notice)
      return [newest(box, 'proposal')]
    },
    act: (_page, [id]) => showSent(box.keeper, id!),
  }
}

export const corrected: Waiting = async box => {
  const { visitor } = await neighbours(box)
  const rosa = await box.member('Rosa')
  const mine = await rosa.post('/annonces/proposer', { title: 'prête une scie', reachBy: 'word' })
  return {
    who: box.keeper,
    others: [visitor],
    arises: async () => {
      await rosa.post('/moi/corriger', {
        type: 'offer',
        id: idIn(mine.location),
        title: 'prête une scie, appelez Paul au 06 12 34 56 78',
      })
      return [newest(box, 'proposal')]
    },
    act: (_page, [id]) => box.keeper.post('/a-montrer/laisser', { id: id! }),
  }
}

export const notes: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () => {
      const of = box.bring('harvest', { title: 'Soirée', state: 'open', people: [] }, 'home')
      const piece = box.bring('need', { title: 'Du bois sec' }, 'home')
      const told = { of: 'need', piece, harvest: of, sentBy: 'harvest', state: 'waiting' }
      box.bring('proposal', { ...told, from: 1, till: 9 }, 'home')
      return Promise.resolve([of])
    },
    act: (_page, [id]) => box.keeper.post('/cueillette/jeter', { id: id! }),
  }
}

/** Its code is on the strip that came back. */
export const strip: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', people: ['Léa'] }, 'home')
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () => {
      const held = box.bring('actor', { name: 'Léa', kind: 'person' }, 'home')
      const told = { of: 'actor', piece: held, harvest: of, sentBy: 'harvest', state: 'waiting' }
      box.bring('proposal', { ...told, person: true, from: 1, till: 9 }, 'home')
      box.done('harvest.giveCodes', { id: of })
      return Promise.resolve(['code', newest(box, 'proposal')])
    },
    act: (_page, [, id]) => {
      box.done('harvest.agree', { id: id!, answer: 'no' })
      return box.keeper.get('/accord')
    },
  }
}

export const hides: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  box.bring('offer', { title: 'Paul prête sa scie', reach: '06 71 22 33 44', state: 'firm' })
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: async () => {
      await box.visitor().post('/c-est-mon-numero', { number: '06 71 22 33 44' })
      return [newest(box, 'hidden-number')]
    },
    act: (_page, [id]) => box.keeper.post('/tenir/numeros/remontrer', { id: id! }),
  }
}
export const hidesMine: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const phone = '06 71 22 33 44'
  const elodie = await box.member({ name: 'Élodie', how: 'phone', phone })
  box.bring('offer', { title: 'Élodie prête sa scie', reach: phone, state: 'firm' })
  return {
    who: elodie,
    others: [ninon, visitor],
    arises: async () => {
      await box.visitor().post('/c-est-mon-numero', { number: phone })
      return ['/c-est-mon-numero/remontrer']
    },
    act: () => elodie.post('/c-est-mon-numero/remontrer', {}),
  }
}

export const old: Waiting = async box => {
  const { mathieu, ninon, visitor } = await neighbours(box)
  return {
    who: mathieu,
    others: [ninon, visitor, box.keeper],
    arises: () => {
      const fields = { title: 'Mathieu prête sa scie', who: 'Mathieu', author: mathieu.id }
      return Promise.resolve([box.bring('offer', { ...fields, renewedOn: '2026-06-01' })])
    },
    act: (_page, [id]) => mathieu.post('/annonces/redire', { id: id! }),
  }
}
export const shown: Waiting = async box => {
  const { rosa, ninon, visitor } = await neighbours(box)
  await rosa.post('/annonces/proposer', { ...notice, title: 'prête une scie à Paul' })
  const id = newest(box, 'proposal')
  return {
    who: rosa,
    others: [ninon, visitor],
    arises: async () => {
      await showSent(box.keeper, id)
      return [`shown:${id}`]
    },
    act: async () => rosa.fill(await rosa.get('/'), '/moi/nouvelles/vues'),
  }
}
export const meets: Waiting = async box => {
  const { rosa, ninon, visitor } = await neighbours(box)
  const wants = { title: 'Rosa cherche une débroussailleuse', who: 'Rosa', author: rosa.id }
  box.bring('need', { ...wants, commune: '42195' })
  return {
    who: rosa,
    others: [ninon, visitor, box.keeper],
    arises: () => {
      const lends = { title: 'Gégé prête sa débroussailleuse', who: 'Gégé', mode: 'lend' }
      return Promise.resolve([box.bring('offer', { ...lends, commune: '42195' })])
    },
    act: async () => rosa.fill(await rosa.get('/'), '/moi/nouvelles/vues'),
  }
}
/** Something answers the words that a member left. */
export const watched: Waiting = async box => {
  const { rosa, ninon, visitor } = await neighbours(box)
  await rosa.post('/annonces/prevenir', { asked: 'débroussailleuse' })
  return {
    who: rosa,
    others: [ninon, visitor, box.keeper],
    arises: () => {
      const lends = { title: 'Gégé prête sa débroussailleuse', who: 'Gégé', mode: 'lend' }
      return Promise.resolve([box.bring('offer', { ...lends, commune: '42195' })])
    },
    act: async () => rosa.fill(await rosa.get('/'), '/moi/nouvelles/vues'),
  }
}
/** What is said to be true no more, of a member’s notice. */
export const doubted: Waiting = async box => {
  const { rosa, mathieu, ninon, visitor, trailer } = await neighbours(box)
  return {
    who: mathieu,
    others: [ninon, visitor],
    arises: async () => {
      await rosa.post('/a-confirmer/dire', { about: trailer, says: 'gone', said: 'elle a brûlé' })
      return [trailer]
    },
    act: async page => {
      await mathieu.fill(page, '/annonces/fermer')
      return mathieu.fill(await mathieu.get('/'), '/moi/nouvelles/vues')
    },
  }
}

const three = (box: TestBox, people: readonly string[]) =>
  (
    [
      ['Anaïs', 'du papier', 'des œufs'],
      ['Hugo', 'des bûches', 'du papier'],
      ['Odile', 'des œufs', 'du bois de chauffage'],
    ] as const
  ).map(([who, gives, wants], i) => ({
    offer: box.bring('offer', {
      ...{ who, reach: `chez ${who}`, title: `${who} troque ${gives}`, mode: 'barter' },
      ...(people[i] === undefined ? {} : { author: people[i] }),
    }),
    need: box.bring('need', { who, reach: `chez ${who}`, title: `${who} cherche ${wants}` }),
  }))
const proposeLoop = (box: TestBox, all: ReturnType<typeof three>): string => {
  box.done('offers.proposeLoop', {
    offers: all.map(one => one.offer),
    needs: [all[1]!.need, all[2]!.need, all[0]!.need],
  })
  return newest(box, 'loop')
}
export const loop: Waiting = async box => {
  const { rosa, visitor } = await neighbours(box)
  const [anais, hugo] = [await box.member('Anaïs'), await box.member('Hugo')]
  const all = three(box, [anais.id])
  return {
    who: anais,
    others: [rosa, hugo, visitor],
    arises: () => Promise.resolve([proposeLoop(box, all)]),
    act: (_page, [id]) => anais.post('/annonces/trocs/repondre', { id: id!, oui: all[0]!.offer }),
  }
}
export const loopOfKeeper: Waiting = async box => {
  const { rosa, visitor } = await neighbours(box)
  const all = three(box, [])
  return {
    who: box.keeper,
    others: [rosa, visitor],
    arises: () => Promise.resolve([proposeLoop(box, all)]),
    act: (_page, [id]) => box.keeper.post('/annonces/trocs/repondre', { id: id!, non: '1' }),
  }
}

export const alike: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const one = box.bring('place', { name: 'Bibliothèque du bourg', commune: '42195' })
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () => {
      const other = box.bring('place', { name: 'Bibliothèque du Bourg', commune: '42195' })
      return Promise.resolve([other])
    },
    act: (_page, [other]) =>
      box.keeper.post('/annuaire/doublons/distinguer', { these: [one, other!] }),
  }
}
export const versions: Waiting = async box => {
  const other = testBox()
  for (const [at, peer] of [
    [box, other],
    [other, box],
  ] as const) {
    at.log.db.exec('BEGIN')
    setPeerMark(at.log, peer.log.box.name, { called: 'Boën', paired: true })
    at.log.db.exec('COMMIT')
  }
  const { ninon, visitor } = await neighbours(box)
  const id = box.bring('place', { name: 'Le café', commune: '42195', address: 'au pont' })
  await met(box.engine, other.engine, box.now())
  const edit = async (at: TestBox, address: string) =>
    at.keeper.fill(await at.keeper.get(`/annuaire/lieux/${id}/modifier`), '/ecrire', { address })
  await box.keeper.get('/nouvelles')
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: async () => {
      await edit(box, '2 place du Marché')
      other.later(60_000)
      await edit(other, '12 rue de la Gare')
      await met(box.engine, other.engine, box.now())
      other[Symbol.dispose]()
      return [id]
    },
    act: page => box.keeper.fill(page, '/trancher'),
  }
}
