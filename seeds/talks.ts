import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

/**
 * Two meetings and what came out of them: decisions, things to do, ideas, words said, examples from
 * elsewhere.
 */
export function talks(when: Calendar): readonly SeedRecord[] {
  return [
    ...meetings(when),
    ...followUps(when),
    ...ideas(when),
    ...voices(when),
    ...references(when),
  ]
}

function meetings(when: Calendar): readonly SeedRecord[] {
  const common = {
    where: 'au local',
    place: '@local',
    commune: '42195',
    licence: 'CC BY-SA 4.0',
    author: 'Anaïs',
  }
  return [
    {
      key: 'reunion-printemps',
      type: 'meeting',
      fields: {
        ...common,
        title: 'Première soirée au local',
        date: when.day(-200),
        summary:
          'Qui fait quoi, qui cherche quoi. On découvre que trois projets manquent de la ' +
          'même chose\u00a0: un endroit où se voir.',
        people: ['Anaïs', 'Malo', 'Lucie', 'Paul', 'Rosa'],
      },
      at: when.day(-199),
    },
    {
      key: 'reunion-recente',
      type: 'meeting',
      fields: {
        ...common,
        title: 'Soirée papier, terres et meubles',
        date: when.day(-21),
        summary:
          'Le papier, le terrain de Malo, les meubles de Lucie, et ce qui s’est fait entre ' +
          'les deux réunions.',
        people: ['Anaïs', 'Malo', 'Lucie', 'Paul', 'Rosa', 'Hugo', 'Nadia'],
      },
      at: when.day(-20),
    },
  ]
}

function followUps(when: Calendar): readonly SeedRecord[] {
  const recent = { notedAt: '@reunion-recente' }
  return [
    {
      key: 'decision-mercredi',
      type: 'decision',
      fields: {
        title: 'Le local ouvre chaque mercredi, de 17\u00a0h à 19\u00a0h',
        on: when.day(-200),
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
    {
      key: 'decision-papier',
      type: 'decision',
      fields: {
        title: 'On demande d’abord qui veut du papier, on appelle ensuite',
        detail: 'Une palette, c’est beaucoup. Mieux vaut savoir où elle irait.',
        on: when.day(-21),
        ...recent,
      },
      at: when.day(-20),
    },
    {
      key: 'suite-mediatheque',
      type: 'task',
      fields: {
        title: 'Passer à la médiathèque voir si l’ordinateur marche',
        who: 'Rosa',
        state: 'done',
        doneOn: when.day(-6),
        about: '@poste-mediatheque',
        ...recent,
      },
      at: when.day(-20),
    },
    {
      key: 'suite-marche',
      type: 'task',
      fields: {
        title: 'Savoir à qui demander une place au marché de Boën',
        who: 'Lucie',
        dueDay: when.day(9),
        state: 'doing',
        remindedOn: when.day(-4),
        about: '@besoin-marche',
        ...recent,
      },
      at: when.day(-20),
    },
    {
      key: 'suite-message',
      type: 'task',
      fields: {
        title: 'Rappeler le centre social, qui a eu notre message',
        who: 'Anaïs',
        dueDay: when.day(-2),
        state: 'todo',
        about: '@centre-social',
        ...recent,
      },
      at: when.day(-20),
    },
    {
      key: 'suite-postes',
      type: 'task',
      fields: {
        title: 'Demander à Boën si les cinq ordinateurs sont bien là',
        who: 'Rosa',
        dueDay: when.day(5),
        state: 'todo',
        about: '@postes-boen',
        ...recent,
      },
      at: when.day(-20),
    },
    {
      key: 'suite-bancs',
      type: 'task',
      fields: {
        title: 'Réparer les bancs du local',
        who: 'Paul',
        state: 'done',
        doneOn: when.day(-35),
        about: '@local',
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
  ]
}

function ideas(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'idee-reparation',
      type: 'idea',
      fields: {
        title: 'Un café de réparation, une fois par mois',
        detail:
          'On vient avec ce qui ne marche plus, on repart avec, réparé ou non. Le café est offert.',
        themes: ['@theme-reparation', '@theme-entraide'],
        commune: '42195',
        state: 'became',
        became: '@cafe-reparation',
        revivedOn: when.day(-21),
        inspiredBy: ['@ref-repair-cafe'],
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
    {
      key: 'idee-epicerie',
      type: 'idea',
      fields: {
        title: 'Une épicerie tenue à plusieurs, ou des paniers',
        detail: 'Pour manger d’ici sans faire trente kilomètres.',
        themes: ['@theme-alimentation', '@theme-commerce'],
        commune: '42195',
        state: 'open',
        threshold: 5,
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
    {
      key: 'idee-bar',
      type: 'idea',
      fields: {
        title: 'L’ordinateur du bar, même quand le bar est fermé',
        detail: 'Il faudrait en parler au patron, et voir qui ouvrirait.',
        themes: ['@theme-numerique'],
        commune: '42195',
        state: 'open',
        notedAt: '@reunion-recente',
      },
      at: when.day(-20),
    },
    {
      key: 'reponse-epicerie',
      type: 'response',
      fields: {
        to: '@idee-epicerie',
        answer: 'help',
        firstName: 'Nadia',
        saying: 'tenir la caisse le samedi matin',
        on: when.day(-12),
      },
      at: when.day(-12),
    },
  ]
}

function voices(when: Calendar): readonly SeedRecord[] {
  const said = (key: string, saying: string, about: string): SeedRecord => ({
    key,
    type: 'voice',
    fields: { saying, on: when.day(-21), about, notedAt: '@reunion-recente' },
    at: when.day(-20),
  })
  return [
    said('parole-gens', 'L’écran, d’accord, si c’est pour se voir après.', '@local'),
    said(
      'parole-campagne',
      'À la campagne on se prête déjà tout\u00a0; ce qui manque, c’est de savoir qui a quoi.',
      '@theme-entraide',
    ),
    said(
      'parole-terres',
      'Il y a des terres que personne n’a touchées depuis mon père.',
      '@maraichage',
    ),
  ]
}

function references(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'ref-repair-cafe',
      type: 'reference',
      fields: {
        title: 'Repair Café',
        url: 'https://www.repaircafe.org/',
        note:
          'Comment d’autres s’y prennent pour réparer ensemble\u00a0: l’accueil, les tables, ' +
          'les outils.',
        themes: ['@theme-reparation'],
        inspires: ['@idee-reparation'],
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
    {
      key: 'ref-ose',
      type: 'reference',
      fields: {
        title: 'OpenSource Ecology',
        url: 'https://www.opensourceecology.org/',
        note: 'Des plans de machines que chacun peut refaire.',
        themes: ['@theme-outils', '@theme-terres'],
        inspires: ['@maraichage'],
        notedAt: '@reunion-printemps',
      },
      at: when.day(-199),
    },
    {
      key: 'ref-cuma',
      type: 'reference',
      fields: {
        title: 'Les CUMA',
        url: 'https://www.cuma.fr/',
        note:
          'Des paysans qui achètent et partagent leur matériel\u00a0: l’exemple d’ici, bien ' +
          'avant Internet.',
        themes: ['@theme-outils', '@theme-terres'],
        notedAt: '@reunion-recente',
      },
      at: when.day(-20),
    },
  ]
}
