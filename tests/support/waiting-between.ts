import { showSent } from './show-sent.ts'
import type { TestBox } from './test-box.ts'
import type { Waiting } from './waiting-acts.ts'
import { idIn, neighbours, newest } from './waiting-people.ts'

/** What people ask of each other, and what the keeper is asked. */

export const late: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () =>
      Promise.resolve([
        box.bring('task', { title: 'Appeler la mairie', who: 'Rosa', dueDay: '2026-11-01' }),
      ]),
    act: (_page, [id]) => box.keeper.post(`/mes-suites/${id}/relancer`, {}),
  }
}

export const twice: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const to = box.bring('idea', { title: 'Un four' })
  box.bring('response', { to, answer: 'in', firstName: 'Paul' })
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () => Promise.resolve([box.bring('response', { to, answer: 'in', firstName: 'paul' })]),
    act: (_page, [id]) => box.keeper.post('/idees/qui-compte/dire', { id: id!, is: 'two' }),
  }
}
export const enough: Waiting = async box => {
  const { rosa, ninon, visitor } = await neighbours(box)
  const idea = box.bring('idea', { title: 'Un four', state: 'open', threshold: 2 })
  await rosa.post(`/repondre/${idea}`, { answer: 'in', firstName: 'Rosa' })
  return {
    who: rosa,
    others: [ninon, visitor],
    arises: () => {
      box.bring('response', { to: idea, answer: 'in', firstName: 'Zoé' })
      return Promise.resolve([`reached:${idea}`, idea])
    },
    act: async () => rosa.fill(await rosa.get('/'), '/moi/nouvelles/vues'),
  }
}
/** A relay said yes for somebody, and the day moves. */
export const toTell: Waiting = async box => {
  const { rosa, ninon, visitor } = await neighbours(box)
  const day = '2026-12-12'
  const event = box.bring('event', { title: 'Café', startsOn: day })
  await rosa.post(`/repondre/${event}`, { answer: 'in', pour: 'Lucette' })
  await showSent(box.keeper, newest(box, 'proposal'))
  return {
    who: rosa,
    others: [ninon, visitor],
    arises: async () => {
      await box.keeper.post(`/agenda/${event}/deplacer`, { jour: day, on: '2026-12-19' })
      return [event]
    },
    act: page => rosa.fill(page, `/repondre/${event}/dit`),
  }
}
export const enoughOfKeeper: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const idea = box.bring('idea', { title: 'Un four', state: 'open', threshold: 2 })
  box.bring('response', { to: idea, answer: 'in', firstName: 'Zoé' })
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () => {
      box.bring('response', { to: idea, answer: 'in', firstName: 'Paul' })
      return Promise.resolve([idea])
    },
    act: () => box.keeper.post(`/idees/idee/${idea}/laisser`, {}),
  }
}
/** One seat, which Mathieu gives back: somebody waited for it. */
const seatOf = async (box: TestBox, isKeeper: boolean): ReturnType<Waiting> => {
  const { rosa, mathieu, ninon, visitor } = await neighbours(box)
  const event = box.bring('event', { title: 'Sortie', startsOn: '2027-01-12', seats: 1 })
  await mathieu.post(`/repondre/${event}`, { answer: 'in', firstName: 'Mathieu' })
  box.later(1_000)
  if (isKeeper) {
    const reach = '06 12 34 56 78'
    await box.visitor().post(`/repondre/${event}`, { answer: 'in', firstName: 'Zoé', reach })
    await showSent(box.keeper, newest(box, 'proposal'))
  } else await rosa.post(`/repondre/${event}`, { answer: 'in', firstName: 'Rosa' })
  return {
    who: isKeeper ? box.keeper : rosa,
    others: isKeeper ? [rosa, ninon, visitor] : [ninon, visitor],
    arises: async () => {
      box.later(1_000)
      await mathieu.post(`/repondre/${event}/reprendre`, {})
      return [event, '/place']
    },
    act: async page =>
      isKeeper
        ? box.keeper.fill(page, `/repondre/${event}/place`)
        : rosa.fill(await rosa.get('/'), '/moi/nouvelles/vues'),
  }
}

export const seatMine: Waiting = box => seatOf(box, false)
export const seatToTell: Waiting = box => seatOf(box, true)

export const asRelay: Waiting = async box => {
  const { rosa, ninon, visitor } = await neighbours(box)
  return {
    who: rosa,
    others: [ninon, visitor],
    arises: async () => {
      const asked = { name: 'Rosa', where: 'au bar', when: 'le mardi matin' }
      await box.keeper.post(`/habitants/${rosa.id}/relais`, asked)
      return ['/moi/relais']
    },
    act: page => rosa.fill(page, '/moi/relais'),
  }
}

const said = 'Le papier est arrivé.'
export const wordForMe: Waiting = async box => {
  const { mathieu, ninon, visitor, trailer } = await neighbours(box)
  return {
    who: mathieu,
    others: [ninon, visitor],
    arises: async () => {
      await box.visitor().post('/mot', { annonce: trailer, sender: 'Anna', said })
      return [newest(box, 'word')]
    },
    act: (_page, [id]) => mathieu.post(`/moi/mots/${id}/lu`, {}),
  }
}
export const wordOfKeeper: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: async () => {
      await box.visitor().post('/mot', { forWhom: 'Paul', sender: 'Anna', said })
      return [newest(box, 'word')]
    },
    act: (_page, [id]) => box.keeper.post(`/mes-mots/${id}/remis`, {}),
  }
}
export const wordOfRelay: Waiting = async box => {
  const { rosa, ninon, visitor } = await neighbours(box)
  const where = { name: 'Rosa', where: 'au bar', yes: '1' }
  await box.keeper.post(`/habitants/${rosa.id}/relais`, where)
  return {
    who: rosa,
    others: [ninon, visitor, box.keeper],
    arises: async () => {
      const relay = newest(box, 'relay', 'commons')
      await box.visitor().post('/mot', { forWhom: 'Paul', sender: 'Anna', said, relay })
      return [newest(box, 'word')]
    },
    act: (_page, [id]) => rosa.post(`/mes-mots/${id}/remis`, {}),
  }
}

export const proposed: Waiting = async box => {
  const { rosa, mathieu, ninon, visitor, trailer } = await neighbours(box)
  return {
    who: mathieu,
    others: [rosa, ninon, visitor, box.keeper],
    arises: async () => {
      const { location } = await rosa.post('/arrangements/nouveau', {
        ...{ annonce: trailer, what: 'emprunter la remorque' },
      })
      return [idIn(location)]
    },
    act: (_page, [id]) => mathieu.post(`/arrangements/${id}/repondre`, { says: 'no' }),
  }
}
/** A thread begins with a word. */
const interest =
  (isVisitor: boolean): Waiting =>
  async box => {
    const { rosa, mathieu, ninon, visitor, trailer } = await neighbours(box)
    const from = isVisitor ? box.visitor() : rosa
    const input = { annonce: trailer, said: 'vrixolame', firstName: 'Anna', reach: 'au bar' }
    return {
      who: mathieu,
      others: [rosa, ninon, visitor, box.keeper],
      arises: async () => {
        await from.post('/arrangements/interet', input)
        return [newest(box, 'deal')]
      },
      act: (page, [id]) => mathieu.fill(page, `/arrangements/${id}/vu`),
    }
  }
export const interestOfCard = interest(false)
export const interestOfVisitor = interest(true)
export const answered: Waiting = async box => {
  const { rosa, mathieu, ninon, visitor, trailer } = await neighbours(box)
  const asked = { annonce: trailer, what: 'emprunter la remorque' }
  const id = idIn((await rosa.post('/arrangements/nouveau', asked)).location)
  return {
    who: rosa,
    others: [ninon, visitor, box.keeper],
    arises: async () => {
      await mathieu.post(`/arrangements/${id}/repondre`, { says: 'no' })
      return [id]
    },
    act: page => rosa.fill(page, `/arrangements/${id}/vu`),
  }
}
export const arranged: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const two = { forName: 'Colette', withName: 'Paul', what: 'un coup de main' }
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: async () => [idIn((await box.keeper.post('/arrangements/nouveau', two)).location)],
    act: (_page, [id]) =>
      box.keeper.post(`/arrangements/${id}/repondre`, { says: 'no', party: '1' }),
  }
}

export const hurts: Waiting = async box => {
  const { rosa, mathieu, ninon, visitor, trailer } = await neighbours(box)
  const { location } = await rosa.post('/arrangements/interet', { annonce: trailer })
  box.later(1_000)
  await mathieu.post(`${location}/mot`, { said: 'Ah, non, pas vous' })
  const word = newest(box, 'deal-answer')
  return {
    who: box.keeper,
    others: [mathieu, ninon, visitor],
    arises: async () => {
      box.later(1_000)
      await rosa.post(`${location}/signaler`, { word })
      return [newest(box, 'deal-answer')]
    },
    act: (_page, [id]) => box.keeper.post(`/arrangements/signalements/${id}`, { judged: 'stands' }),
  }
}

export const onWall =
  (more: Readonly<Record<string, string>>): Waiting =>
  async box => {
    const { ninon, visitor } = await neighbours(box)
    const isRead = more['waits'] !== undefined
    if (isRead) await box.keeper.post('/mur/regler', { keeps: 'week', waits: 'on' })
    else await box.visitor().post('/mur/ecrire', { said: 'Le pain est arrivé' })
    return {
      who: box.keeper,
      others: [ninon, visitor],
      arises: async () => {
        if (isRead) await box.visitor().post('/mur/ecrire', { said: 'Bonjour', who: 'Zoé' })
        const id = newest(box, 'wall-message')
        if (!isRead) await box.visitor().post('/mur/gene', { id })
        return [id]
      },
      act: (_page, [id]) => showSent(box.keeper, id!, '/mur/accrocher', '/mur'),
    }
  }

const FILE = { hash: 'a'.repeat(64), name: 'valse.mp3', type: 'audio/mpeg', size: 4_200_000 }
export const onShelf: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const folder = box.bring(
    'shelf-folder',
    { name: 'Musiques', readers: 'anyone', adders: 'anyone', waits: true },
    'home',
  )
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () =>
      Promise.resolve([
        box.bring(
          'shelf-file',
          {
            title: 'La valse',
            folder,
            waiting: true,
            broughtBy: 'Paul',
            licence: 'by-sa',
            file: [FILE],
          },
          'home',
        ),
      ]),
    act: (_page, [id]) => box.keeper.post('/fichiers/retirer', { id: id! }),
  }
}

export const bag: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  const thing = box.bring('bag-thing', { name: 'un stylo', count: 1 }, 'home')
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: () => {
      const fields = { day: '2026-11-20', where: 'Usson', emptiedOn: '2026-11-21', left: [thing] }
      return Promise.resolve([box.bring('kit-bag', fields, 'home')])
    },
    act: (_page, [id]) => box.keeper.post('/mallette/retrouver', { bag: id!, thing }),
  }
}

export const asked: Waiting = async box => {
  const { ninon, visitor } = await neighbours(box)
  return {
    who: box.keeper,
    others: [ninon, visitor],
    arises: async () => {
      const asks = { asks: 'Prêteriez-vous la salle ?', whom: 'la patronne du bar' }
      return [idIn(box.done('asking.ask', asks).next ?? '')]
    },
    act: (page, [id]) => box.keeper.fill(page, `/questions/${id}/reponse`, { answer: 'yes' }),
  }
}
