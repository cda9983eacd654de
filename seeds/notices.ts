import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

const SAIL = '42195'

/** What is offered and what is wanted: each a sentence whose subject is a person. */
export function notices(when: Calendar): readonly SeedRecord[] {
  return [...offers(when), ...needs(when), ...codes(when), ...words(when)]
}

/** What the village calls a scythe. */
const words = (when: Calendar): readonly SeedRecord[] => [
  {
    key: 'mot-daille',
    type: 'local-word',
    fields: { said: 'daille', means: 'faux' },
    at: when.day(-40),
  },
]

/** What is said aloud of those that hang on a wall. */
const codes = (when: Calendar): readonly SeedRecord[] => [
  {
    key: 'code-papier',
    type: 'code',
    fields: { word: 'papier', digits: '7439', opens: '@offre-papier' },
    at: when.day(-20),
  },
  {
    key: 'code-scie',
    type: 'code',
    fields: { word: 'outils', digits: '3187', opens: '@offre-scie' },
    at: when.day(-11),
  },
  {
    key: 'code-terrain',
    type: 'code',
    fields: { word: 'terres', digits: '2647', opens: '@besoin-terrain' },
    at: when.day(-11),
  },
]

function offers(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'offre-papier',
      type: 'offer',
      fields: {
        title: 'Anaïs a une piste pour du papier par palettes. Qui en voudrait\u00a0?',
        who: 'Anaïs',
        reach: 'au local, le mercredi de 17\u00a0h à 19\u00a0h, ou par Malo, qui transmet',
        detail:
          'Des chutes de fabrication, bobines et feuilles mal coupées. Bon pour la reliure, ' +
          'le dessin des écoles, l’emballage. Rien n’est promis tant qu’on ne sait pas ' +
          'combien de monde en veut.',
        state: 'lead',
        mode: 'give',
        themes: ['@theme-papier'],
        commune: SAIL,
        where: 'à aller chercher vers Annonay, camionnette à partager',
        amount: 'par palettes, pas moins',
        against: 'rien, l’essence partagée',
        until: when.day(92),
        from: '@reliure',
        notedAt: '@reunion-recente',
      },
      at: when.day(-20),
    },
    {
      key: 'offre-scie',
      type: 'offer',
      fields: {
        title: 'Paul prête sa scie à ruban, chez lui',
        who: 'Paul',
        reach: 'au local, le mercredi, ou 06 39 98 41 07',
        detail: 'Elle ne sort pas de l’atelier. Il reste à côté la première fois.',
        state: 'firm',
        mode: 'lend',
        themes: ['@theme-outils', '@theme-bois'],
        commune: SAIL,
        where: 'il reste à côté',
        against: 'rien, ou une planche',
      },
      at: when.day(-11),
    },
    {
      key: 'offre-trajet',
      type: 'offer',
      fields: {
        title: 'Rosa descend à Boën mardi matin, une place',
        who: 'Rosa',
        reach: 'par Anaïs, qui transmet',
        state: 'firm',
        mode: 'ride',
        themes: ['@theme-transports'],
        commune: SAIL,
        where: 'départ 8\u00a0h\u00a030, place de l’église',
        amount: 'une place',
        until: when.next(2, 1),
      },
      at: when.day(-3),
    },
    {
      key: 'offre-plants',
      type: 'offer',
      fields: {
        title: 'Nadia donne des pieds de rhubarbe et de cassis',
        who: 'Nadia',
        reach: 'à la sortie de l’école de Trelins, ou un mot au local',
        state: 'firm',
        mode: 'give',
        themes: ['@theme-jardins'],
        commune: '42313',
        amount: 'une douzaine',
        until: when.day(30),
      },
      at: when.day(-6),
    },
  ]
}

function needs(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'besoin-marche',
      type: 'need',
      fields: {
        title: 'Lucie cherche un marché où montrer ses meubles',
        who: 'Lucie',
        reach: 'au local, le mercredi',
        detail: 'Chaises, petites armoires, une table. Un samedi de temps en temps suffirait.',
        state: 'open',
        themes: ['@theme-meubles', '@theme-commerce'],
        commune: SAIL,
        from: '@meubles',
        since: when.day(-21),
        notedAt: '@reunion-recente',
      },
      at: when.day(-20),
    },
    {
      key: 'besoin-terrain',
      type: 'need',
      fields: {
        title: 'Malo cherche un terrain à cultiver, même petit',
        who: 'Malo',
        reach: 'au local, le mercredi, ou par Anaïs',
        detail:
          'Une friche convient, avec de l’eau pas loin. Il fournit la main-d’œuvre et ' +
          'partage la récolte.',
        state: 'open',
        themes: ['@theme-terres', '@theme-legumes'],
        commune: SAIL,
        where: 'Sail ou Saint-Georges',
        against: 'une part de la récolte',
        from: '@maraichage',
        since: when.day(-200),
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
    {
      key: 'besoin-ordinateur',
      type: 'need',
      fields: {
        title: 'Un ordinateur avec Internet, quand le bar est fermé',
        reach: 'au local, le mercredi',
        detail: 'Demandé par six personnes, aux deux réunions de cette année.',
        hand: false,
        state: 'open',
        themes: ['@theme-numerique'],
        commune: SAIL,
        since: when.day(-21),
        notedAt: '@reunion-recente',
      },
      at: when.day(-20),
    },
    {
      key: 'besoin-papier',
      type: 'need',
      fields: {
        title: 'Hugo cherche du papier à dessin pour l’école de Trelins',
        who: 'Hugo',
        reach: 'à l’école de Trelins, à la sortie',
        state: 'open',
        themes: ['@theme-papier', '@theme-enfance'],
        commune: '42313',
        from: '@ecole-trelins',
      },
      at: when.day(-10),
    },
    {
      key: 'besoin-poele',
      type: 'need',
      fields: {
        title: 'Malo cherche deux paires de bras pour porter un poêle au local',
        who: 'Malo',
        reach: 'au local, le mercredi',
        hand: true,
        state: 'open',
        themes: ['@theme-entraide', '@theme-energie'],
        commune: SAIL,
        where: 'au local',
        until: when.day(14),
        from: '@local',
      },
      at: when.day(-5),
    },
  ]
}
