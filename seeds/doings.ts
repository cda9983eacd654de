import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

const SAIL = '42195'

/** Projects, what comes soon, who comes to it, and what was said to be so. */
export function doings(when: Calendar): readonly SeedRecord[] {
  return [...initiatives(when), ...events(when), ...responses(when), ...confirmations(when)]
}

function initiatives(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'meubles',
      type: 'initiative',
      fields: {
        title: 'Atelier de réfection de meubles',
        summary: 'Récupérer, transformer, revendre sur place ou sur les marchés.',
        state: 'running',
        themes: ['@theme-meubles', '@theme-bois'],
        commune: SAIL,
        reach: 'au local, le mercredi',
        since: when.day(-150),
        notedAt: '@reunion-printemps',
        carriedBy: 'Lucie',
      },
      at: when.day(-199),
    },
    {
      key: 'reliure',
      type: 'initiative',
      fields: {
        title: 'Atelier de reliure et de papier recyclé, et une revue',
        summary:
          'Relier, recycler, imprimer quelques pages du pays. Il manque de savoir qui, par ' +
          'ici, a besoin de papier.',
        state: 'starting',
        themes: ['@theme-papier', '@theme-livres'],
        commune: SAIL,
        place: '@local',
        reach: 'au local, le mercredi',
        notedAt: '@reunion-printemps',
        carriedBy: 'Anaïs',
      },
      at: when.day(-199),
    },
    {
      key: 'maraichage',
      type: 'initiative',
      fields: {
        title: 'Des légumes sur les terres oubliées',
        summary:
          'Remettre en culture des parcelles que plus personne ne travaille, et manger ce ' +
          'qu’elles donnent.',
        state: 'idea',
        themes: ['@theme-terres', '@theme-legumes'],
        commune: SAIL,
        reach: 'au local, le mercredi',
        inspiredBy: ['@ref-ose'],
        notedAt: '@reunion-printemps',
        carriedBy: 'Malo',
      },
      at: when.day(-199),
    },
    {
      key: 'festival',
      type: 'initiative',
      fields: {
        title: 'Le festival de Sail',
        summary: 'Deux soirs de musique, l’été. La prochaine fois se prépare l’hiver.',
        state: 'running',
        themes: ['@theme-fetes', '@theme-jeunes'],
        commune: SAIL,
        place: '@salle',
        runBy: ['@club-jeunes'],
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
    {
      key: 'vivant',
      type: 'initiative',
      fields: {
        title: 'Montrer que le pays est vivant',
        summary: 'Aller voir ceux qui font, un samedi, de Sail à Boën\u00a0; le raconter ensuite.',
        state: 'starting',
        themes: ['@theme-culture', '@theme-entraide'],
        commune: SAIL,
        runBy: ['@groupe-local'],
        notedAt: '@reunion-recente',
      },
      at: when.day(-20),
    },
    {
      key: 'bancs',
      type: 'initiative',
      fields: {
        title: 'Le local remis en état',
        summary: 'Peinture, électricité, bancs.',
        state: 'done',
        themes: ['@theme-lieux'],
        commune: SAIL,
        place: '@local',
        runBy: ['@groupe-local'],
        since: when.day(-190),
        doneOn: when.day(-30),
      },
      at: when.day(-190),
    },
  ]
}

function events(when: Calendar): readonly SeedRecord[] {
  const here = { place: '@local', commune: SAIL }
  return [
    {
      key: 'cafe-reparation',
      type: 'event',
      fields: {
        ...here,
        title: 'Café de réparation, s’il y a cinq personnes',
        startsOn: when.next(6, 3),
        startsAt: '14:00',
        endsAt: '17:00',
        themes: ['@theme-reparation'],
        who: 'Paul',
        reach: 'au local, le mercredi',
        minimum: 5,
        notedAt: '@reunion-recente',
      },
      at: when.day(-18),
    },
    {
      key: 'cafe-accueil',
      type: 'event-part',
      fields: {
        event: '@cafe-reparation',
        kind: 'post',
        title: 'L’accueil et le café',
        startsAt: '14:00',
        endsAt: '17:00',
        wanted: 2,
      },
      at: when.day(-17),
    },
    {
      key: 'cafe-outils',
      type: 'event-part',
      fields: { event: '@cafe-reparation', kind: 'thing', title: 'Des tournevis', wanted: 6 },
      at: when.day(-17),
    },
    {
      key: 'soiree-poele',
      type: 'event',
      fields: {
        ...here,
        title: 'Le local ouvre\u00a0: qui a un poêle\u00a0?',
        startsOn: when.next(3, 4),
        startsAt: '17:00',
        endsAt: '19:00',
        themes: ['@theme-energie', '@theme-lieux'],
        who: 'Anaïs',
      },
      at: when.day(-9),
    },
    {
      key: 'tour-projets',
      type: 'event',
      fields: {
        title: 'Tour des projets, de Sail à Boën',
        startsOn: when.next(7, 8),
        startsAt: '09:00',
        endsAt: '17:00',
        where: 'départ place de l’église',
        commune: SAIL,
        themes: ['@theme-culture'],
        who: 'Rosa',
        reach: 'par Anaïs, qui transmet',
        detail: 'Cinq visites, un casse-croûte tiré du sac. On partage les voitures.',
        notedAt: '@reunion-recente',
      },
      at: when.day(-14),
    },
    {
      key: 'permanence',
      type: 'event',
      fields: {
        ...here,
        title: 'Le local ouvre',
        startsOn: when.last(3, 190),
        startsAt: '17:00',
        endsAt: '19:00',
        recurs: 'FREQ=WEEKLY;BYDAY=WE',
        themes: ['@theme-lieux'],
        who: 'Anaïs',
      },
      at: when.day(-198),
    },
    {
      key: 'permanence-inventaire',
      type: 'event-date',
      fields: {
        event: '@permanence',
        day: when.next(3, 25),
        fate: 'off',
        why: 'on fait l’inventaire des outils',
      },
      at: when.day(-3),
    },
    {
      key: 'marche',
      type: 'event',
      fields: {
        title: 'Le marché de Boën',
        startsOn: when.last(4, 180),
        startsAt: '08:00',
        endsAt: '12:00',
        recurs: 'FREQ=WEEKLY;BYDAY=TH',
        place: '@marche-boen',
        exhibitors: true,
        stallPriceCents: 450,
        stallReach: 'Solène, qui place les étals, sur le marché dès 7 h',
        stallConditions:
          'Ce qu’on fabrique ou cultive soi-même. Trois mètres, sa table et son parasol. Le ' +
          'dire avant le mardi soir.',
        commune: '42019',
        themes: ['@theme-commerce'],
      },
      at: when.day(-180),
    },
  ]
}

function responses(when: Calendar): readonly SeedRecord[] {
  return (['Lucie', 'Malo', 'Hugo'] as const).map((firstName, i) => ({
    key: `reponse-${firstName.toLowerCase()}`,
    type: 'response',
    fields: { to: '@cafe-reparation', answer: 'in', firstName, on: when.day(i - 8) },
    at: when.day(i - 8),
  }))
}

function confirmations(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'confirmation-papier',
      type: 'confirmation',
      fields: {
        about: '@offre-papier',
        says: 'yes',
        said: 'Pas moins d’une palette',
        who: 'Malo',
        withWhom: 'Anaïs',
        on: when.day(-12),
      },
      at: when.day(-12),
    },
    {
      key: 'confirmation-mediatheque',
      type: 'confirmation',
      fields: {
        about: '@poste-mediatheque',
        says: 'yes',
        said: 'L’ordinateur de la médiathèque marche, et il est libre le mercredi',
        who: 'Rosa',
        on: when.day(-6),
      },
      at: when.day(-6),
    },
    {
      key: 'confirmation-club',
      type: 'confirmation',
      fields: {
        about: '@club-jeunes',
        says: 'asked',
        said: 'Demandé à Paul qui répond pour le club cet hiver',
        who: 'Anaïs',
        withWhom: 'Paul',
        on: when.day(-3),
      },
      at: when.day(-3),
    },
  ]
}
