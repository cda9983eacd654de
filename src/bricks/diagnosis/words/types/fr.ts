const commune = { label: 'Commune' }

/** Names of the records of the diagnosis, and of their fields. */
export const fr = {
  request: {
    one: 'demande aux élus',
    many: 'Demandes aux élus',
    add: 'Porter une demande aux élus',
    fields: {
      title: {
        label: 'La demande, en une question',
        hint:
          'À laquelle on peut répondre oui, non ou plus tard. Par exemple « Peut-on ' +
          'chauffer le local le mercredi ? ».',
      },
      who: {
        label: 'Qui demande',
        hint: 'Un groupe, une association, un prénom, avec son accord.',
      },
      reach: {
        label: 'Comment joindre',
        hint: 'Un lieu et une heure, quelqu’un qui transmet, un téléphone.',
      },
      why: { label: 'Pourquoi' },
      costCents: {
        label: 'Ce que cela coûterait',
        hint: 'En euros. 0 si cela ne coûte rien ; vide si personne ne le sait encore.',
      },
      council: {
        label: 'À qui',
        choices: {
          commune: 'une mairie',
          intercommunality: 'la communauté de communes',
          department: 'le département',
          other: 'd’autres élus',
        },
      },
      whichCouncil: {
        label: 'Lequel, en entier',
        hint: 'Par exemple « conseil municipal de Saint-Martin ».',
      },
      commune,
      themes: { label: 'Thèmes' },
      first: { label: 'C’est la question de la première page du diagnostic' },
      askedOn: { label: 'Portée le' },
      about: { label: 'D’où ça vient' },
    },
  },
  'council-answer': {
    one: 'réponse des élus',
    many: 'Réponses des élus',
    add: 'Noter une réponse',
    fields: {
      to: { label: 'À la demande' },
      says: {
        label: 'La réponse',
        choices: { yes: 'oui', part: 'en partie', later: 'plus tard', no: 'non' },
      },
      saying: { label: 'Avec quels mots', hint: 'Tels qu’ils ont été écrits ou dits.' },
      council: { label: 'Qui répond', hint: 'Par exemple « conseil municipal de Saint-Martin ».' },
      on: { label: 'Quel jour' },
    },
  },
  difficulty: {
    one: 'difficulté',
    many: 'Difficultés',
    add: 'Noter une difficulté',
    fields: {
      theme: {
        label: 'À propos de quoi',
        choices: {
          papers: 'les papiers et les démarches',
          internet: 'Internet, l’ordinateur, le téléphone',
          transport: 'se déplacer',
          housing: 'se loger, se chauffer',
          health: 'se soigner',
          work: 'travailler, se former',
          food: 'manger',
          loneliness: 'être seul·e',
          other: 'autre chose',
        },
      },
      commune,
      count: { label: 'Combien de personnes', hint: 'Un nombre, jamais un nom.' },
      on: { label: 'Quel jour' },
    },
  },
  'goal-story': {
    one: 'histoire du diagnostic',
    many: 'Histoires du diagnostic',
    add: 'Choisir une histoire',
    fields: {
      goal: {
        label: 'Sous quel but',
        choices: {
          activity: 'l’activité d’ici',
          ties: 'les liens entre les gens',
          energy: 'l’énergie',
        },
      },
      about: {
        label: 'Quelle histoire',
        hint: 'Seulement ce qui est déjà raconté sur la page, avec l’accord de chacun.',
      },
    },
  },
  'kept-report': {
    one: 'diagnostic gardé',
    many: 'Diagnostics gardés',
    add: 'Garder ce diagnostic',
    fields: {
      on: { label: 'Fait le' },
      since: { label: 'Compté depuis' },
      figures: { label: 'Chiffres' },
      byCommune: { label: 'Chiffres de chaque commune' },
    },
  },
}
