/** Names of the records of deals, and of their fields. */
export const fr = {
  deal: {
    one: 'arrangement',
    many: 'Arrangements',
    add: 'Noter un arrangement',
    fields: {
      what: {
        label: 'Ce qu’on ferait',
        hint:
          'Une phrase. Par exemple « couper la haie, à deux ». Reste ici, sauf si tout le ' +
          'monde veut bien qu’on le raconte.',
      },
      when: { label: 'Quand', hint: 'Par exemple « samedi matin ».' },
      where: { label: 'Où' },
      about: { label: 'D’après l’annonce' },
      parties: { label: 'Qui' },
      names: { label: 'Et qui' },
      keyedBy: { label: 'Noté par' },
      mode: {
        label: 'Comment',
        choices: {
          give: 'donner',
          lend: 'prêter',
          share: 'partager',
          exchange: 'échanger',
          barter: 'troquer',
          rent: 'louer',
          sell: 'vendre',
          hand: 'donner un coup de main',
          ride: 'emmener',
        },
      },
      commune: { label: 'Commune' },
      state: {
        label: 'Où on en est',
        choices: { proposed: 'proposé', agreed: 'convenu', done: 'fait', fallen: 'sans suite' },
      },
      doneOn: { label: 'Fait le' },
      deed: { label: 'Raconté' },
      box: { label: 'Avec quelle autre borne' },
      peer: { label: 'Le même arrangement, là-bas' },
      guest: { label: 'Qui s’arrange, là-bas' },
      phone: {
        label: 'Un téléphone où répondre',
        hint: 'Si vous voulez. L’autre ne le lit qu’une fois que c’est convenu.',
      },
      named: { label: 'Si le prénom part avec' },
      asked: { label: 'Si cela se décide là-bas' },
      said: { label: 'Ce qui s’est dit là-bas' },
      heard: { label: 'Ce qui a été lu là-bas' },
      toldAt: { label: 'Les dernières nouvelles de là-bas' },
      unseen: { label: 'Qui n’a pas vu la dernière réponse' },
      why: {
        label: 'Pourquoi c’est sans suite',
        choices: {
          taken: 'c’est déjà pris',
          gone: 'l’annonce n’est plus là',
          full: 'trop de demandes attendent',
          takenBack: 'la demande a été reprise',
          ended: 'il n’a plus lieu',
        },
      },
    },
  },
  'deal-answer': {
    one: 'réponse à un arrangement',
    many: 'Réponses aux arrangements',
    add: 'Noter une réponse',
    fields: {
      deal: { label: 'Arrangement' },
      member: { label: 'Qui' },
      name: { label: 'Prénom' },
      says: {
        label: 'Réponse',
        choices: {
          yes: 'd’accord',
          other: 'plutôt un autre moment',
          no: 'non merci',
          done: 'c’est fait',
          not: 'ça ne s’est pas fait',
          tell: 'on peut le raconter',
          keep: 'on ne le raconte pas',
          back: 'revient sur ce qui était dit',
        },
      },
      undid: {
        label: 'Ce qui n’est plus dit',
        choices: {
          yes: 'd’accord',
          no: 'non merci',
          done: 'c’est fait',
          not: 'ça ne s’est pas fait',
        },
      },
      named: { label: 'Avec le prénom' },
      thanks: {
        label: 'Un merci',
        hint: 'Si vous voulez : une phrase. Celle qui dit un numéro reste entre vous.',
      },
      when: { label: 'Un autre moment', hint: 'Par exemple « dimanche après-midi ».' },
      on: { label: 'Le' },
      saidBy: {
        label: 'Dit par',
        choices: {
          self: 'la personne',
          relay: 'son relais',
          keeper: 'la personne qui tient la page',
        },
      },
      keyedBy: { label: 'Noté par' },
    },
  },
  deed: {
    one: 'chose faite',
    many: 'Ça s’est fait',
    add: 'Raconter ce qui s’est fait',
    fields: {
      title: { label: 'Ce qui s’est fait', hint: 'Sans nommer personne qui n’a pas dit oui.' },
      who: { label: 'Qui', hint: 'Les prénoms de celles et ceux qui sont d’accord.' },
      doneOn: { label: 'Fait le' },
      commune: { label: 'Commune' },
      thanks: { label: 'Merci' },
      parties: { label: 'De qui' },
      keyedBy: { label: 'Noté par' },
      box: { label: 'Avec quelle autre borne' },
    },
  },
}
