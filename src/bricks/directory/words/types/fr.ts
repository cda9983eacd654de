const noted = { label: 'Noté à la réunion' }
const themes = { label: 'Thèmes' }
const commune = { label: 'Commune' }
const address = { label: 'Adresse', hint: 'La rue et le numéro, sans la commune.' }
const point = { label: 'Sur la carte' }
const phone = { label: 'Téléphone', hint: 'Seulement s’il peut être montré à tout le monde.' }
const siret = {
  label: 'Numéro SIRET ou RNA',
  hint:
    'Celui d’une association, d’une entreprise ou d’un service public\u00a0: les annuaires ' +
    'nationaux le demandent.',
}
const toConfirm = {
  label: 'À confirmer',
  hint: 'On le sait par ouï-dire : la page demande à qui sait de le dire.',
}

/** Names of the records of the directory, and of their fields. */
export const fr = {
  territory: {
    one: 'page',
    many: 'Pages',
    add: 'Nommer la page',
    fields: {
      name: { label: 'Nom de la page', hint: 'Par exemple Sail et alentours.' },
      heading: { label: 'Grande phrase de l’accueil' },
      village: { label: 'Commune où se trouve la borne' },
      communes: { label: 'Communes alentour' },
      keptBy: {
        label: 'Qui tient la page',
        hint: 'Par exemple Anaïs et Malo, au local le mercredi.',
      },
      reach: { label: 'Comment les joindre' },
      licence: {
        label: 'Licence de l’annuaire',
        choices: { none: 'aucune pour l’instant', 'licence-ouverte': 'Licence Ouverte (Etalab)' },
      },
    },
  },
  commune: {
    one: 'commune',
    many: 'Communes',
    add: 'Ajouter une commune',
    fields: {
      code: { label: 'Code INSEE' },
      name: { label: 'Nom' },
      postalCodes: { label: 'Codes postaux' },
      formerNames: { label: 'Communes d’avant' },
      population: { label: 'Habitants' },
      point,
      contour: { label: 'Contour' },
    },
  },
  theme: {
    one: 'thème',
    many: 'Thèmes',
    add: 'Ajouter un thème',
    fields: {
      label: { label: 'Thème' },
      synonyms: {
        label: 'On dit aussi',
        hint: 'D’autres mots pour la même chose, séparés par des virgules.',
      },
      wider: { label: 'Fait partie de' },
    },
  },
  actor: {
    one: 'personne ou groupe',
    many: 'Les gens et les groupes',
    add: 'Ajouter une personne ou un groupe',
    fields: {
      name: { label: 'Nom' },
      kind: {
        label: 'Qui c’est',
        choices: {
          person: 'une personne',
          association: 'une association',
          company: 'une entreprise',
          'public-body': 'un service public',
          'informal-group': 'un groupe d’habitants',
        },
      },
      summary: { label: 'En quelques mots' },
      themes,
      commune,
      address,
      reach: {
        label: 'Comment joindre',
        hint: 'Un lieu et une heure, ou quelqu’un qui passe le mot. Tout le monde le lit.',
      },
      keptReach: {
        label: 'Comment joindre, pour qui tient la page seulement',
        hint: 'Reste ici\u00a0: jamais affiché, emporté ni imprimé.',
      },
      phone,
      email: { label: 'Adresse électronique' },
      url: { label: 'Page web' },
      hours: { label: 'Horaires' },
      point,
      pointAgreed: { label: 'Point de la carte, avec son accord' },
      toConfirm,
      partOf: { label: 'Fait partie de' },
      inBooklet: {
        label: 'Dans le cahier imprimé',
        hint:
          'Pour une personne\u00a0: seulement si elle l’a dit. Cela vaut pour tout papier ' +
          'qui passe de main en main, la feuille de la semaine et les affichettes aussi. On ' +
          'y lit son nom, sa commune et comment la joindre, jamais son adresse ni son ' +
          'téléphone. Un groupe y est toujours.',
      },
      siret,
      photos: { label: 'Photos' },
      notedAt: noted,
    },
  },
  place: {
    one: 'lieu',
    many: 'Lieux',
    add: 'Ajouter un lieu',
    fields: {
      name: { label: 'Nom' },
      kind: {
        label: 'Sorte de lieu',
        choices: {
          local: 'local commun',
          library: 'médiathèque',
          school: 'école',
          market: 'marché',
          hall: 'salle',
          shop: 'commerce',
          workshop: 'atelier',
          land: 'terrain',
          other: 'autre lieu',
        },
      },
      description: { label: 'Ce que c’est' },
      themes,
      commune,
      address,
      point,
      hours: { label: 'Horaires' },
      present: {
        label: 'Qui est là',
        hint: 'Le prénom de qui tient ces horaires, avec son accord.',
      },
      keyHolder: { label: 'Qui a la clé' },
      missing: { label: 'Ce qui manque' },
      ask: { label: 'À qui demander' },
      phone,
      url: { label: 'Page web' },
      shared: { label: 'Local commun', hint: 'Il vient en premier dans « Qui fait quoi ».' },
      toConfirm,
      exhibitors: { label: 'On peut y exposer ou y vendre ce qu’on fait' },
      stallPriceCents: {
        label: 'Prix de l’emplacement',
        hint: '0 si c’est gratuit. Par exemple 4,50.',
      },
      stallReach: {
        label: 'Qui appeler pour exposer',
        hint: 'Une personne, un lieu et une heure, un téléphone.',
      },
      stallConditions: {
        label: 'Conditions pour exposer',
        hint: 'Par exemple « ce qu’on fait soi-même, venir à 7 h 30 ».',
      },
      photos: { label: 'Photos' },
      notedAt: noted,
    },
  },
  initiative: {
    one: 'projet',
    many: 'Projets',
    add: 'Ajouter un projet',
    fields: {
      title: { label: 'Projet' },
      summary: { label: 'En quelques mots' },
      state: {
        label: 'Où ça en est',
        choices: {
          idea: 'une idée',
          starting: 'ça démarre',
          running: 'ça tourne',
          paused: 'en pause',
          done: 'c’est fait',
        },
      },
      themes,
      commune,
      place: { label: 'Lieu' },
      runBy: { label: 'Porté par' },
      reach: {
        label: 'Comment joindre',
        hint: 'Un lieu et une heure, ou quelqu’un qui passe le mot.',
      },
      inspiredBy: { label: 'Inspiré par' },
      since: { label: 'Depuis' },
      doneOn: { label: 'Fait le' },
      photos: { label: 'Photos' },
      notedAt: noted,
      carriedBy: { label: 'Qui le porte, d’après les notes' },
    },
  },
  'access-point': {
    one: 'ordinateurs ouverts à tous',
    many: 'Ordinateurs ouverts à tous',
    add: 'Ajouter des ordinateurs ouverts à tous',
    fields: {
      name: { label: 'Nom' },
      place: { label: 'Où' },
      commune,
      computers: { label: 'Ordinateurs' },
      help: { label: 'Aide sur place' },
      hours: { label: 'Horaires' },
      ask: { label: 'À qui demander' },
      phone,
      email: { label: 'Adresse électronique' },
      siret,
      services: { label: 'Services, pour la liste nationale' },
      source: { label: 'Venu de la liste de' },
      toConfirm,
      notedAt: noted,
    },
  },
  partnership: {
    one: 'partenariat',
    many: 'Partenariats',
    add: 'Ajouter un partenariat',
    fields: {
      about: { label: 'À quel sujet' },
      between: { label: 'Entre' },
      since: { label: 'Depuis' },
      note: { label: 'En quelques mots' },
    },
  },
  confirmation: {
    one: 'réponse',
    many: 'Réponses sur ce qui est à confirmer',
    add: 'Dire ce qu’on sait',
    fields: {
      about: { label: 'À propos de' },
      says: {
        label: 'Ce que vous savez',
        choices: {
          yes: 'c’est bien ça',
          changed: 'cela a changé',
          gone: 'ce n’est plus d’actualité',
          asked: 'on en a reparlé, sans réponse encore',
        },
      },
      said: {
        label: 'Racontez en une phrase',
        hint: 'Ce qui sera montré sur la page, par exemple « cinq postes, le matin ».',
      },
      who: {
        label: 'Prénom de qui le dit',
        hint: 'Tel qu’il sera montré. Sans prénom, la page dit « quelqu’un ».',
      },
      toldTo: { label: 'Dit par' },
      member: { label: 'De qui' },
      keyedBy: { label: 'Écrit par' },
      shownHere: { label: 'Affiché ici seulement' },
      shownByCard: { label: 'Visible avec une carte seulement' },
      withWhom: { label: 'Avec qui' },
      on: { label: 'Quel jour' },
      reach: { label: 'Comment joindre cette personne, si l’on a une question' },
    },
  },
  'not-same': {
    one: 'deux choses différentes',
    many: 'Deux choses différentes',
    add: 'Dire que ce sont deux choses différentes',
    fields: { these: { label: 'Lesquelles' }, note: { label: 'Pourquoi' } },
  },
}
