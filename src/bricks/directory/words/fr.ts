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

/** An article inside a sentence: *porté par le groupe du local*. */
const within = (titles: string): string =>
  titles.replace(/(?:^|(?<=, ))(?:Le|La|Les|Un|Une|Des) |(?:^|(?<=, ))L’/g, article =>
    article.toLowerCase(),
  )

export const fr = {
  types: {
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
            gone: 'cela n’existe plus',
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
  },

  stop: '.',
  whoDoesWhat: 'Qui fait quoi',
  prints: {
    booklet: 'Imprimer le cahier, à plier',
    bookletOf: (name: string) => `Qui fait quoi, ${name}`,
    noName: 'notre village',
    keeper: 'la personne qui tient la page',
    toMendTitle: 'Pour corriger, ajouter, retirer',
    printedOn: (day: string) => `imprimé le ${day}`,
    coverLine: (n: number, day: string) =>
      `${n === 0 ? '' : n === 1 ? 'Une adresse, ' : `${n} adresses, `}imprimé le ${day}.`,
    nothingYet: 'Rien n’est encore écrit dans ce cahier. La place est à vous.',
    contents: 'Dans ce cahier',
    people:
      'Les personnes qui y sont l’ont dit\u202f; les autres n’y sont pas. Ce qui a changé ' +
      'se dit à qui tient la page.',
    rest: 'Le reste',
    also: 'À voir aussi',
    index: 'Par commune',
    elsewhere: 'Partout, ou ailleurs',
    mapLegend: (village: string) =>
      `En gris, ${village}. Chaque numéro est une adresse, ou plusieurs qui se touchent.`,
    confirmedOn: (day: string) => `Confirmé le ${day}`,
    map: 'Imprimer la carte, A3, avec de quoi noter',
    mapHere: (village: string) => `En gris, ${village}.`,
    mapLacks:
      'On ne sait pas encore où sont les communes\u00a0: la carte ne peut pas se dessiner. ' +
      'La personne qui tient la page peut apporter un fichier de leurs contours, ou de ' +
      'leurs centres, depuis «\u00a0Tout le reste\u00a0» (/tenir/carte).',
    mapVisited: 'Hachurées, les communes déjà visitées.',
    mapMarks: 'Un numéro, un lieu ou un groupe.',
    mapMore: 'et {n} autres, dans le cahier',
    noted: 'Ce qu’on y ajoute',
    notedWhere: 'Où',
    notedWhat: 'Quoi, qui, quand',
    notedWho: 'Dit par',
    missing: 'Il manque quelqu’un\u202f?',
    missingSay: (keeper: string) => `Écrivez-le ici, découpez, et donnez-le à ${keeper}.`,
    missingWhat: 'Qui, quoi, où, comment joindre\u00a0:',
  },
  whoLead:
    'Les lieux, les gens, les groupes, les projets des villages d’ici, et comment les joindre.',
  sharedPlace: 'Le local commun',
  sharedPlaces: 'Les locaux communs',
  byTheme: 'Par thème',
  byCommune: 'Par commune',
  seeAll: 'tout voir',
  allThemes: 'Tous les thèmes',
  counted: (words: string, n: number) => `${words} (${n})`,
  onMap: 'La carte',
  toConfirmLink: (n: number) => (n === 1 ? 'Une chose à confirmer' : `${n} choses à confirmer`),
  duplicatesLink: 'Ce qui se ressemble',
  nothingYet: (keptBy: string) =>
    keptBy === ''
      ? 'Rien n’est encore écrit ici.'
      : `Rien n’est encore écrit ici. Dites ce que vous connaissez à ${keptBy}.`,
  nothingHere: (keptBy: string) =>
    keptBy === ''
      ? 'Rien de tel n’est connu ici. Essayez avec moins de choix.'
      : `Rien de tel n’est connu ici. Essayez avec moins de choix, ou demandez à ${keptBy}.`,

  toConfirmWord: 'À confirmer',
  toConfirmLine: 'à confirmer',
  toConfirmTitle: 'À confirmer',
  toConfirmLead: 'On le sait par ouï-dire. Vous savez ? Dites-le-nous.',
  toConfirmNone:
    'Tout ce qui est sur la page a été confirmé. Si quelque chose n’est plus juste, ' +
    'dites-le depuis sa page.',
  doYouKnow: 'Vous savez ? Dites-le-nous.',
  notSoAnyMore: 'Ce n’est plus ça ? Dites-le-nous.',
  tellTitle: (title: string) => `Ce que vous savez : ${title}`,
  tellLead: (keptBy: string) =>
    keptBy === ''
      ? 'La personne qui tient la page lit votre réponse avant que rien ne soit montré.'
      : `La personne qui tient la page (${keptBy}) lit votre réponse avant que rien ne soit ` +
        'montré.',
  tellLeadMember: 'Votre réponse est montrée ici tout de suite, à votre prénom.',
  toldShown: 'Merci. Votre réponse est montrée ici.',
  tell: 'Envoyer',
  confirmIt: 'Noter cette réponse',
  closeQuestion: 'C’est réglé : ne plus le demander',
  told: (keptBy: string) =>
    keptBy === ''
      ? 'Merci. La personne qui tient la page lira votre réponse, puis la montrera ici.'
      : `Merci. La personne qui tient la page (${keptBy}) lira votre réponse, puis la ` +
        'montrera ici.',
  confirmed: 'C’est noté. Corrigez la page si quelque chose y a changé.',
  goneSaid: 'C’est noté. Si cela n’existe plus, retirez-le depuis sa page, par « Corriger ».',
  askedAgain: 'C’est noté. La question reste posée.',
  closed: 'C’est noté : ce n’est plus à confirmer.',
  nothingThere:
    'Cela n’est pas, ou n’est plus, sur cette page. Revenez à la liste « À confirmer ».',
  saidSoFar: 'Ce qui a été dit',
  someone: 'Quelqu’un',
  saysYes: (who: string, withWhom: string, on: string) =>
    withWhom === '' ? `${who} l’a confirmé${on}` : `${who} l’a confirmé avec ${withWhom}${on}`,
  saysChanged: (who: string, withWhom: string, on: string) =>
    withWhom === ''
      ? `${who} a dit${on} que cela a changé`
      : `${who} a su par ${withWhom}${on} que cela a changé`,
  saysGone: (who: string, withWhom: string, on: string) =>
    withWhom === ''
      ? `${who} a dit${on} que cela n’existe plus`
      : `${who} a su par ${withWhom}${on} que cela n’existe plus`,
  saysAsked: (who: string, withWhom: string, on: string) =>
    withWhom === '' ? `${who} en a reparlé${on}` : `${who} en a reparlé avec ${withWhom}${on}`,
  quoted: (sentence: string, said: string) => `${sentence} : « ${said} »`,
  doneYes: (title: string) => `Confirmé : ${title}`,
  doneChanged: (title: string) => `Du nouveau : ${title}`,

  thereNow: (who: string, until: string) => `${who} est au local jusqu’à ${until}`,
  thereToday: (who: string, from: string, until: string) =>
    `${who} est au local de ${from} à ${until}`,
  inVillage: (village: string, said: string) => `${village}\u00a0: ${said}`,
  thereLater: (who: string, day: string, from: string) => `${who} sera au local ${day} à ${from}`,
  opensLaterOn: (place: string, day: string, from: string) => `${place} : ouvre ${day} à ${from}`,
  thereAllDay: (who: string) => `${who} est au local`,
  openNow: (place: string, until: string) => `${place} : ouvert jusqu’à ${until}`,
  openToday: (place: string, from: string, until: string) =>
    `${place} : ouvert de ${from} à ${until}`,
  opensToday: (place: string, from: string) => `${place} : ouvre à ${from}`,
  openAlways: (place: string) => `${place} : ouvert`,
  opensLater: (time: string) => `Fermé en ce moment. Ouvre aujourd’hui à ${time}.`,
  openUntil: (time: string) => `Ouvert en ce moment, jusqu’à ${time}.`,
  openStill: 'Ouvert en ce moment.',
  monthHere: 'Ce mois-ci, ici',
  missingHere: 'Ce qui manque ici',
  keyWith: (who: string) => `La clé est chez ${who}.`,
  presentAt: (who: string, hours: string) => `${who} est là ${hours}.`,
  presentSometimes: (who: string) => `${who} y est de temps en temps.`,
  openAt: (hours: string) => `Ouvert ${hours}.`,
  computersHere: 'Ordinateurs ouverts à tous',
  projectsHere: 'Les projets d’ici',
  needsHere: 'Ce qu’on cherche ici',
  offersHere: 'Ce qu’on propose ici',
  itsNeeds: 'Ce qu’il cherche',
  itsOffers: 'Ce qu’il propose',
  theirNeeds: 'Ce qu’on y cherche',
  theirOffers: 'Ce qu’on y propose',
  inspires: 'Ce qui l’inspire',
  inspiredOthers: 'Ce qu’il inspire',
  itsIdeas: 'Idées autour du projet',
  itsTasks: 'Ce qui reste à faire',
  itsVoices: 'Ce qu’on en dit',
  showcase: 'La vitrine : une feuille à imprimer, avec les photos',
  theyRun: 'Ce qui est porté',
  theirMembers: 'En font partie',
  theirPartnerships: 'Partenariats',
  lead: 'une piste, rien n’est promis',
  runBy: (who: string) => `porté par ${within(who)}`,

  themesTitle: 'Thèmes',
  themesLead:
    'Un même sujet rassemble les projets, ce qu’on cherche, ce qu’on propose, et ce qui se ' +
    'fait ailleurs.',
  alsoSaid: (synonyms: string) => `On dit aussi : ${synonyms}.`,
  narrower: 'Dans ce thème',
  themeProjects: 'Les projets',
  themeNeeds: 'On cherche',
  themeOffers: 'On propose',
  themeIdeas: 'Les idées',
  themeEvents: 'Bientôt',
  themeReferences: 'Ailleurs, ce qui inspire',
  themeActors: 'Qui s’y connaît',
  themePlaces: 'Où',
  themeNothing: 'Rien n’est encore rangé sous ce thème.',

  onlySome: 'Seulement ce que vous avez cherché.',
  asList: 'En liste',
  wholeMap: 'Toute la carte',
  mapTitle: 'La carte',
  aroundHere: 'Par ici',
  mapTurn: (village: string) => `En jaune, ${village}. Un point rouge, un lieu.`,
  bigMap: 'la carte en grand',
  mapSays: (name: string) =>
    `Carte de ${name}. La liste des communes et de ce qui s’y trouve vient dessous.`,
  smallMapSays: (name: string) => `Carte de ${name}.`,
  mapCells: 'Les contours sont approchés : chaque commune va jusqu’à mi-chemin de sa voisine.',
  mapNone: 'On ne sait pas encore où sont les communes : voici la liste.',
  mapBring: 'Apporter leurs contours',
  legendHere: (village: string) => `En jaune, ${village}`,
  legendVisited: 'en vert hachuré, les communes déjà visitées',
  legendMarks: 'un numéro rouge, un lieu ou quelqu’un de la liste',
  smallLegend: (village: string, visited: boolean, points: boolean) =>
    'En jaune, ' +
    `${village}${visited ? ', en vert les communes déjà visitées' : ''}` +
    `${points ? ' ; un point rouge, un lieu' : ''}` +
    '.',
  communesTitle: 'Les communes',
  spotsTitle: 'Ce qui est sur la carte',
  visited: 'déjà visitée',
  notOnMap: 'Pas sur la carte',
  layers: { actor: 'groupe', place: 'lieu' },

  duplicatesTitle: 'Ce qui se ressemble',
  duplicatesWait: (n: number) =>
    n === 1
      ? 'deux écritures se ressemblent\u00a0: la même chose\u202f?'
      : `${n} fois, deux écritures se ressemblent\u00a0: la même chose\u202f?`,
  duplicatesLead:
    'Deux écritures de la même chose ? En les joignant, rien n’est perdu, et l’on peut les ' +
    'séparer de nouveau.',
  duplicatesNone: 'Rien ne se ressemble au point de poser la question.',
  duplicatesMore: (n: number) =>
    `Les ${n} premières. Les autres viendront quand celles-ci seront réglées.`,
  whyNear: 'à moins de 100 m, avec presque le même nom',
  whyTitle: 'le même nom',
  whyCommune: 'même commune, presque le même nom',
  whyNational: 'même commune, même rue, presque le même nom',
  sameThing: 'C’est la même chose',
  notSameThing: 'Ce n’est pas la même chose',
  keptApart: 'C’est noté : ce sont deux choses différentes. La question ne sera plus posée.',
  needTwo: 'Il faut deux choses différentes de cette page.',

  figures: {
    places: 'lieux',
    groups: 'associations, entreprises, services et groupes',
    people: 'personnes qui font quelque chose',
    projects: 'projets',
    access: 'endroits où se servir d’un ordinateur',
    computers: 'ordinateurs ouverts à tous',
    partnerships: 'partenariats',
    fresh: 'confirmé depuis moins de six mois',
    old: 'confirmé il y a plus longtemps',
    never: 'noté une fois, jamais reconfirmé',
    doubts: 'à confirmer',
  },
}
