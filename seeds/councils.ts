import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

const SAIL = '42195'

/**
 * What is asked of councils, what one of them answered, what people came to tell, and what the last
 * diagnosis said.
 */
export function councils(when: Calendar): readonly SeedRecord[] {
  return [...requests(when), ...codes(when), ...difficulties(when), ...stories(when), kept(when)]
}

function requests(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'demande-poele',
      type: 'request',
      fields: {
        title: 'Peut-on chauffer le local le mercredi, de novembre à mars\u202f?',
        who: 'le groupe du local',
        reach: 'au local, le mercredi de 17\u00a0h à 19\u00a0h',
        why:
          'À huit degrés, on ne reste pas\u00a0: les gens viennent, et repartent. Un poêle ' +
          'nous est promis\u202f; il manque le conduit.',
        costCents: 90_000,
        council: 'commune',
        whichCouncil: 'conseil municipal de Sail',
        commune: SAIL,
        themes: ['@theme-energie'],
        first: true,
        about: ['@besoin-poele'],
        askedOn: when.day(-21),
      },
      at: when.day(-21),
    },
    {
      key: 'demande-navette',
      type: 'request',
      fields: {
        title: 'La navette du marché peut-elle s’arrêter à Sail le jeudi\u202f?',
        who: 'Lucie et Rosa',
        reach: 'par Anaïs, qui transmet',
        why: 'Sans voiture, on ne va ni au marché ni chez le médecin.',
        council: 'intercommunality',
        whichCouncil: 'Loire Forez agglomération',
        commune: SAIL,
        themes: ['@theme-entraide'],
        askedOn: when.day(-60),
      },
      at: when.day(-60),
    },
    {
      key: 'demande-salle',
      type: 'request',
      fields: {
        title: 'Le local peut-il garder sa clé chez un habitant\u202f?',
        who: 'le groupe du local',
        reach: 'au local, le mercredi de 17\u00a0h à 19\u00a0h',
        why: 'La mairie ferme avant que les gens ne rentrent du travail.',
        costCents: 0,
        council: 'commune',
        whichCouncil: 'conseil municipal de Sail',
        commune: SAIL,
        about: ['@decision-mercredi'],
        askedOn: when.day(-120),
      },
      at: when.day(-120),
    },
    {
      key: 'reponse-salle',
      type: 'council-answer',
      fields: {
        to: '@demande-salle',
        says: 'yes',
        saying: 'Oui, avec un cahier que chacun signe.',
        council: 'conseil municipal de Sail',
        on: when.day(-30),
      },
      at: when.day(-30),
    },
  ]
}

/** What stands beside each on the sheet that goes to the council. */
const codes = (when: Calendar): readonly SeedRecord[] => [
  {
    key: 'code-poele',
    type: 'code',
    fields: { word: 'energie', digits: '4150', opens: '@demande-poele' },
    at: when.day(-21),
  },
  {
    key: 'code-navette',
    type: 'code',
    fields: { word: 'entraide', digits: '2681', opens: '@demande-navette' },
    at: when.day(-60),
  },
]

/** Sums of a few are told, one alone never: both stand here. */
function difficulties(when: Calendar): readonly SeedRecord[] {
  const told = (
    key: string,
    theme: string,
    commune: string,
    count: number,
    day: number,
  ): SeedRecord => ({
    key,
    type: 'difficulty',
    fields: { theme, commune, count, on: when.day(day) },
    at: when.day(day),
  })
  return [
    told('difficulte-papiers', 'papers', SAIL, 4, -14),
    told('difficulte-papiers-boen', 'papers', '42019', 2, -14),
    told('difficulte-trajet', 'transport', SAIL, 3, -7),
    told('difficulte-seul', 'loneliness', '42164', 1, -7),
  ]
}

function stories(when: Calendar): readonly SeedRecord[] {
  const story = (goal: string, about: string): SeedRecord => ({
    key: `histoire-${goal}`,
    type: 'goal-story',
    fields: { goal, about },
    at: when.day(-2),
  })
  return [
    story('activity', '@meubles'),
    story('ties', '@fait-planches'),
    story('energy', '@soiree-poele'),
  ]
}

/** What the spring's diagnosis said, before the year's places and projects came. */
function kept(when: Calendar): SeedRecord {
  const figures = JSON.stringify({
    'directory.places': 4,
    'directory.groups': 4,
    'directory.projects': 4,
    'directory.computers': 2,
  })
  return {
    key: 'diagnostic-printemps',
    type: 'kept-report',
    fields: { on: when.day(-180), figures },
    at: when.day(-180),
  }
}
