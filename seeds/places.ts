import type { Calendar } from './calendar.ts'
import { COMMUNES } from './communes.ts'
import type { SeedRecord } from './record.ts'

const SAIL = '42195'
const BOEN = '42019'

/** The page itself, the places, who is who, and where there is a computer. */
export function places(when: Calendar): readonly SeedRecord[] {
  return [...territory(when), ...spots(when), ...actors(when), ...computers(when)]
}

function territory(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'territory',
      type: 'territory',
      fields: {
        name: 'Sail et alentours',
        heading: 'Ce qu’on donne, ce qu’on prête, ce qu’on cherche, par ici',
        village: SAIL,
        communes: COMMUNES.map(([code]) => code),
        keptBy: 'Anaïs et Malo, au local le mercredi',
        reach: 'au local, le mercredi de 17\u00a0h à 19\u00a0h',
        licence: 'none',
      },
      at: when.day(-240),
    },
  ]
}

function spots(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'local',
      type: 'place',
      fields: {
        name: 'Le local',
        kind: 'local',
        description:
          'À côté du centre culturel. On s’y retrouve, on y joue, on y expose, on y laisse ' +
          'un mot pour quelqu’un.',
        themes: ['@theme-lieux', '@theme-culture'],
        commune: SAIL,
        address: 'à côté du centre culturel',
        point: [45.7366, 3.9609],
        hours: 'We 17:00-19:00',
        present: 'Anaïs',
        keyHolder: 'Malo',
        missing: 'un poêle, six chaises, une multiprise',
        ask: 'Anaïs ou Malo, le mercredi',
        shared: true,
      },
      at: when.day(-230),
    },
    {
      key: 'mediatheque',
      type: 'place',
      fields: {
        name: 'La médiathèque de Sail',
        kind: 'library',
        description: 'Des livres, des revues, et un ordinateur pour qui en a besoin.',
        themes: ['@theme-livres', '@theme-numerique'],
        commune: SAIL,
        address: '3 place du Puits',
        point: [45.7361, 3.9618],
        hours: 'We 14:00-18:00; Sa 10:00-12:00; PH off',
        toConfirm: true,
      },
      at: when.day(-220),
    },
    {
      key: 'marche-boen',
      type: 'place',
      fields: {
        name: 'Le marché de Boën',
        kind: 'market',
        description:
          'Le matin, au centre. Jour, heures et emplacements libres sont à demander à la ' +
          'mairie de Boën.',
        themes: ['@theme-commerce', '@theme-alimentation'],
        commune: BOEN,
        point: [45.7447, 4.0063],
        hours: 'Th 08:00-12:00',
        ask: 'à la mairie de Boën',
        exhibitors: true,
        stallPriceCents: 450,
        stallReach: 'Solène, qui place les étals, le jeudi dès 7 h',
        stallConditions: 'Ce qu’on fabrique ou cultive soi-même.',
        toConfirm: true,
      },
      at: when.day(-200),
    },
    {
      key: 'salle',
      type: 'place',
      fields: {
        name: 'La salle des fêtes de Sail',
        kind: 'hall',
        description: 'Assez grande pour un bal. Des tables et des bancs sur place.',
        themes: ['@theme-lieux', '@theme-fetes'],
        commune: SAIL,
        point: [45.7358, 3.9625],
        keyHolder: 'la mairie',
        ask: 'à la mairie, aux heures d’ouverture',
      },
      at: when.day(-200),
    },
    {
      key: 'ecole-trelins',
      type: 'place',
      fields: {
        name: 'L’école de Trelins',
        kind: 'school',
        themes: ['@theme-enfance'],
        commune: '42313',
        point: [45.7252, 4.0008],
      },
      at: when.day(-180),
    },
  ]
}

function actors(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'groupe-local',
      type: 'actor',
      fields: {
        name: 'Le groupe du local',
        kind: 'informal-group',
        summary:
          'Des gens du village qui tiennent le local ensemble, sans président ni cotisation.',
        themes: ['@theme-lieux', '@theme-entraide'],
        commune: SAIL,
        reach: 'au local, le mercredi de 17\u00a0h à 19\u00a0h',
      },
      at: when.day(-230),
    },
    {
      key: 'club-jeunes',
      type: 'actor',
      fields: {
        name: 'Le club des jeunes de Sail',
        kind: 'association',
        summary: 'Porte le festival et prête ses bancs.',
        themes: ['@theme-jeunes', '@theme-fetes'],
        commune: SAIL,
        reach: 'par Paul, qui transmet',
        toConfirm: true,
      },
      at: when.day(-210),
    },
    {
      key: 'mjc-boen',
      type: 'actor',
      fields: {
        name: 'La MJC de Boën',
        kind: 'association',
        summary: 'Pas d’ordinateur en libre service. Des ateliers et des salles.',
        themes: ['@theme-culture', '@theme-jeunes'],
        commune: BOEN,
      },
      at: when.day(-200),
    },
    {
      key: 'centre-social',
      type: 'actor',
      fields: {
        name: 'Le centre social de Montbrison',
        kind: 'association',
        summary:
          'Venait faire des ateliers à Boën\u00a0; pourrait dire qui, par ici, donne un ' +
          'coup de main en informatique.',
        themes: ['@theme-numerique', '@theme-entraide'],
        toConfirm: true,
      },
      at: when.day(-21),
    },
    {
      key: 'intercommunalite',
      type: 'actor',
      fields: {
        name: 'La communauté de communes, bureau de Boën',
        kind: 'public-body',
        summary: 'Des bureaux à Boën, ouverts au public.',
        themes: ['@theme-numerique'],
        commune: BOEN,
        hours: 'Mo-Fr 09:00-12:00; PH off',
        toConfirm: true,
      },
      at: when.day(-200),
    },
    {
      key: 'mairie-sail',
      type: 'actor',
      fields: {
        name: 'La mairie de Sail-sous-Couzan',
        kind: 'public-body',
        commune: SAIL,
        themes: ['@theme-lieux'],
      },
      at: when.day(-200),
    },
    {
      key: 'partenariat-local',
      type: 'partnership',
      fields: {
        about: 'La mairie prête le local, le groupe l’ouvre et le chauffe',
        between: ['@mairie-sail', '@groupe-local'],
        since: when.day(-230),
        note: 'Dit de vive voix, à écrire avant l’hiver prochain.',
      },
      at: when.day(-228),
    },
  ]
}

function computers(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'poste-mediatheque',
      type: 'access-point',
      fields: {
        name: 'Un ordinateur à la médiathèque de Sail',
        place: '@mediatheque',
        commune: SAIL,
        computers: 1,
        help: 'on vous montre le premier clic, pour le reste il faut venir à deux',
        // Invented, as its address: nobody's number.
        siret: '12345678200010',
        hours: 'We 14:00-18:00; Sa 10:00-12:00; PH off',
        toConfirm: false,
        notedAt: '@reunion-printemps',
      },
      at: when.day(-200),
    },
    {
      key: 'postes-boen',
      type: 'access-point',
      fields: {
        name: 'Cinq ordinateurs à la communauté de communes, à Boën',
        place: '@intercommunalite',
        commune: BOEN,
        computers: 5,
        hours: 'Mo-Fr 09:00-12:00; PH off',
        toConfirm: true,
        notedAt: '@reunion-printemps',
      },
      at: when.day(-200),
    },
  ]
}
