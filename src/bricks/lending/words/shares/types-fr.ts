const OF_PLAN = {
  thing: { label: 'La chose' },
  keyedBy: { label: 'Écrit par' },
  plan: { label: 'L’année' },
}

/** Names of the costs: the labels of their fields, and the lines of the formula. */
export const costs = {
  price: 'Prix d’achat',
  aid: 'Aides reçues',
  resale: 'Ce qu’on en tirera à la fin',
  interest: 'Intérêts d’un an',
  insurance: 'Assurance d’un an',
  housing: 'Remisage d’un an',
  other: 'Autres frais d’un an',
  upkeep: 'Entretien',
  fuel: 'Carburant, électricité',
  supplies: 'Fournitures',
  agreed: 'Prix de l’unité décidé ensemble',
}
const costFields = {
  price: { label: costs.price },
  aid: { label: costs.aid },
  resale: { label: costs.resale },
  interest: { label: costs.interest },
  insurance: { label: costs.insurance },
  housing: { label: costs.housing },
  other: { label: costs.other },
  upkeep: { label: costs.upkeep },
  fuel: { label: costs.fuel },
  supplies: { label: costs.supplies },
  agreed: { label: costs.agreed },
}

export const shareTypes = {
  'share-plan': {
    one: 'année de frais partagés',
    many: 'Années de frais partagés',
    add: 'Ouvrir une année',
    fields: {
      thing: OF_PLAN.thing,
      keyedBy: OF_PLAN.keyedBy,
      name: { label: 'Comment l’appeler', hint: '2027, saison de pommes.' },
      firstOn: { label: 'Du' },
      lastOn: { label: 'Au' },
      counts: {
        label: 'On compte',
        choices: {
          money: 'en euros',
          hours: 'en heures données',
          nothing: 'rien\u00a0: on note seulement l’usage',
        },
      },
      unit: {
        label: 'L’usage se note en',
        choices: {
          hour: 'heures',
          hectare: 'hectares',
          km: 'kilomètres',
          bale: 'bottes',
          kg: 'kilos',
          time: 'fois',
        },
      },
      ...costFields,
      years: { label: 'Gardé combien d’années' },
      fixedBy: {
        label: 'Ce qui est à payer chaque année se partage',
        choices: {
          engaged: 'selon l’engagement de chacun',
          used: 'selon l’usage de chacun',
          equal: 'à parts égales',
        },
      },
      calls: { label: 'Combien d’appels dans l’année' },
      meterStart: { label: 'Compteur au premier jour' },
      article: {
        label: 'Article des statuts sur l’engagement',
        hint:
          'Rien\u00a0: qui se sert trop peu, ou trop, ne doit rien de plus. ' +
          'Le règlement intérieur seul ne suffit pas.',
      },
      closedOn: { label: 'Clôturé le' },
      follows: { label: 'L’année dont les soldes sont reportés' },
      asideBefore: { label: 'Gardé pour l’usure avant cette année' },
    },
  },
  engagement: {
    one: 'engagement',
    many: 'Engagements',
    add: 'S’engager',
    fields: {
      ...OF_PLAN,
      member: { label: 'Qui, par sa carte' },
      who: { label: 'Qui' },
      parts: { label: 'Engagé (3\u00a0000 font une unité)' },
      usedBefore: { label: 'Fait dans les années d’avant (3\u00a0000 font une unité)' },
      yearsBefore: { label: 'Combien d’années d’avant' },
      follows: { label: 'Sa part dans l’année d’avant' },
      brought: { label: 'Reporté de l’année d’avant' },
      left: { label: 'Ne partage plus' },
      settled: { label: 'Payé du reste, après la clôture' },
      settledOn: { label: 'Le jour où le reste est réglé' },
    },
  },
  'unit-line': {
    one: 'ligne du carnet',
    many: 'Lignes du carnet',
    add: 'Noter une ligne',
    fields: {
      ...OF_PLAN,
      engagement: { label: 'Qui' },
      day: { label: 'Jour' },
      meterFrom: { label: 'Compteur au départ (3\u00a0000 font une unité)' },
      meterTo: { label: 'Compteur au retour (3\u00a0000 font une unité)' },
      parts: { label: 'Usage (3\u00a0000 font une unité)' },
    },
  },
  'share-cost': {
    one: 'dépense partagée',
    many: 'Dépenses partagées',
    add: 'Noter une dépense',
    fields: {
      ...OF_PLAN,
      what: { label: 'Quoi', hint: 'Huile, révision, assurance.' },
      day: { label: 'Quel jour' },
      amount: { label: 'Montant, en centimes ou en minutes' },
      part: {
        label: 'De quelle sorte',
        choices: {
          fixed: 'à payer même si on ne s’en sert pas',
          variable: 'parce qu’on s’en sert',
        },
      },
      advancedBy: { label: 'Avancé par' },
      wear: { label: 'C’est l’usure de l’année' },
    },
  },
  'help-counter': {
    one: 'compte de coups de main',
    many: 'Comptes de coups de main',
    add: 'Compter les miens',
    fields: {
      member: { label: 'De qui' },
      since: { label: 'Depuis' },
      gave: { label: 'A aidé' },
      got: { label: 'A été aidé' },
    },
  },
  'share-payment': {
    one: 'paiement',
    many: 'Paiements',
    add: 'Noter un paiement',
    fields: {
      ...OF_PLAN,
      engagement: { label: 'Qui' },
      day: { label: 'Payé le' },
      amount: { label: 'Montant, en centimes ou en minutes' },
      rest: { label: 'Le reste, après la clôture' },
    },
  },
  'share-call': {
    one: 'appel',
    many: 'Appels',
    add: 'Lancer un appel',
    fields: {
      ...OF_PLAN,
      engagement: { label: 'Qui' },
      number: { label: 'Numéro' },
      amount: { label: 'Montant, en centimes' },
      calledOn: { label: 'Demandé le' },
      paidOn: { label: 'Payé le' },
    },
  },
}
