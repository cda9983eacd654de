import { ridesFr } from '../rides/fr.ts'

/** What both kinds of notice hold beside what was said (`records.ts`). */
const beside = {
  ...ridesFr.fields,
  event: { label: 'Pour l’événement' },
  reachBy: {
    label: 'Par quel moyen',
    choices: { phone: 'par téléphone', relay: 'par quelqu’un', word: 'un mot, qu’on remettra' },
  },
  relay: { label: 'Par qui passer' },
  counterpart: {
    label: 'En échange',
    choices: {
      nothing: 'rien',
      time: 'du temps',
      thing: 'une chose',
      money: 'de l’argent',
      any: 'ce qui vous arrange',
    },
  },
  priceCents: { label: 'Prix demandé' },
  when: { label: 'Quand' },
  photos: { label: 'Photo' },
  toldTo: { label: 'Dit par' },
  hiddenWhy: { label: 'Retirée parce que' },
  foundAt: { label: 'Où la trouver' },
  hangsHere: { label: 'Accroché ici seulement' },
  spread: {
    label: 'Jusqu’où',
    choices: {
      here: 'ici seulement',
      around: 'ici et dans les villages voisins',
      card: 'ici, seulement avec une carte',
    },
  },
  shownHere: { label: 'Affiché ici seulement' },
  shownByCard: { label: 'Visible avec une carte seulement' },
  partsDeclined: { label: 'Parts qui n’ont pas été gardées' },
  partsAgreed: { label: 'Parts qui sont convenues' },
  renewedOn: { label: 'Redit le' },
  author: { label: 'De qui' },
  keyedBy: { label: 'Noté par' },
}
const mode = {
  label: 'De quelle façon',
  choices: {
    give: 'à donner',
    lend: 'à prêter',
    share: 'à partager',
    exchange: 'à échanger',
    barter: 'en troc',
    rent: 'à louer',
    sell: 'à vendre',
    hand: 'un coup de main',
    ride: 'un trajet',
  },
}

/** Names of the records of notices, and of their fields. */
export const fr = {
  offer: {
    one: 'offre',
    many: 'Offres',
    add: 'Ajouter une offre',
    fields: {
      title: {
        label: 'En une phrase',
        hint:
          'Le prénom d’abord : « Paul prête sa scie à ruban », ou ses mots : ' +
          '« Paul : “je prête ma scie à ruban” ».',
      },
      who: { label: 'Prénom', hint: 'Comme on vous appelle ici.' },
      reach: {
        label: 'Comment joindre',
        hint:
          'Un lieu et une heure, quelqu’un qui transmet, un téléphone. Ce sera lu par tout ' +
          'le monde.',
      },
      detail: { label: 'En dire plus' },
      state: {
        label: 'Où on en est',
        choices: {
          firm: 'c’est sûr',
          lead: 'une piste, rien n’est promis',
          closed: 'c’est fini',
          spotting: 'un repérage',
        },
      },
      mode,
      themes: { label: 'Thème' },
      commune: { label: 'Commune' },
      where: { label: 'Où', hint: 'Par exemple « à venir chercher, camionnette à partager ».' },
      amount: { label: 'Combien', hint: 'Par exemple « par palettes, pas moins ».' },
      against: { label: 'Contre quoi', hint: 'Par exemple « rien », « l’essence partagée ».' },
      until: { label: 'Jusqu’au', hint: 'Passé ce jour, l’annonce quitte les listes.' },
      from: { label: 'De la part de' },
      notedAt: { label: 'Noté à' },
      ...beside,
    },
  },
  need: {
    one: 'demande',
    many: 'Demandes',
    add: 'Ajouter une demande',
    fields: {
      title: {
        label: 'En une phrase',
        hint:
          'Le prénom d’abord : « Lucie cherche un marché », ou ses mots : ' +
          '« Lucie : “je cherche un marché où montrer mes meubles” ».',
      },
      who: { label: 'Prénom', hint: 'Comme on vous appelle ici.' },
      reach: {
        label: 'Comment joindre',
        hint:
          'Un lieu et une heure, quelqu’un qui transmet, un téléphone. Ce sera lu par tout ' +
          'le monde.',
      },
      detail: { label: 'En dire plus' },
      hand: { label: 'C’est un coup de main' },
      mode: {
        ...mode,
        choices: { ...mode.choices, rent: 'à prendre en location', sell: 'à acheter' },
      },
      state: { label: 'Où on en est', choices: { open: 'on cherche', closed: 'c’est fini' } },
      themes: { label: 'Thème' },
      commune: { label: 'Commune' },
      where: { label: 'Où', hint: 'Par exemple « Sail ou Saint-Georges ».' },
      amount: { label: 'Combien', hint: 'Par exemple « deux paires de bras, une heure ».' },
      against: { label: 'Contre quoi', hint: 'Par exemple « une part de la récolte ».' },
      until: { label: 'Jusqu’au', hint: 'Passé ce jour, l’annonce quitte les listes.' },
      from: { label: 'Pour' },
      since: { label: 'Depuis le' },
      notedAt: { label: 'Noté à' },
      ...beside,
      priceCents: { label: 'Prix au plus' },
    },
  },
  'not-it': {
    one: '« Ce n’est pas ça »',
    many: 'Ce qui n’allait pas ensemble',
    add: 'Noter que ce n’est pas ça',
    fields: {
      these: { label: 'Les deux' },
      said: { label: 'Ce que les deux disaient' },
      metBy: { label: 'Les deux mots qui les avaient rapprochées' },
      on: { label: 'Le' },
      author: { label: 'Dit par' },
    },
  },
  'local-word': {
    one: 'mot d’ici',
    many: 'Mots d’ici',
    add: 'Garder un mot d’ici',
    fields: {
      said: { label: 'Un mot d’ici', hint: 'Par exemple «\u00a0goyarde\u00a0».' },
      means: { label: 'Ce que cela veut dire', hint: 'Par exemple «\u00a0serpe\u00a0».' },
    },
  },
  'search-alert': {
    one: 'recherche gardée',
    many: 'Recherches gardées',
    add: 'Me prévenir',
    fields: {
      asked: { label: 'Ce que vous cherchez', hint: 'Deux ou trois mots, ou une phrase.' },
      onPaper: {
        label: 'Me le dire aussi sur papier',
        hint: 'Pour qui vient sans écran\u00a0: ces mots seront sur la bandelette à votre prénom.',
      },
      until: { label: 'Jusqu’au' },
      lived: { label: 'Âge de la borne' },
      known: { label: 'Ce qui y répondait déjà' },
      author: { label: 'De qui' },
    },
  },
  loop: {
    one: 'troc à trois',
    many: 'Trocs à trois',
    add: 'Proposer un troc à trois',
    fields: {
      title: { label: 'Entre' },
      offers: { label: 'Ce que chacun propose' },
      needs: { label: 'Ce que chacun cherche' },
      agreed: { label: 'A dit oui' },
      parties: { label: 'Qui peut répondre' },
      state: {
        label: 'Où on en est',
        choices: { asked: 'proposé', agreed: 'tous d’accord', undone: 'ne se fera pas' },
      },
      on: { label: 'Le' },
    },
  },
}
