/** Names of the records of members, and of their fields. */
export const fr = {
  member: {
    one: 'habitant·e',
    many: 'Habitant·es',
    add: 'Ajouter un·e habitant·e',
    fields: {
      name: { label: 'Prénom', hint: 'Comme on l’appelle ici.' },
      commune: { label: 'Commune' },
      through: {
        label: 'Passe par',
        hint: 'Sans appareil : qui écrit pour cette personne. Par exemple « Marius ».',
      },
      state: { label: 'Où on en est', choices: { here: 'est là', left: 'est partie' } },
      seen: { label: 'Ce qui a été dit, et vu' },
      cameOn: { label: 'Avec sa carte depuis le' },
      keyedBy: { label: 'Noté par' },
    },
  },
  contact: {
    one: 'moyen de joindre',
    many: 'Moyens de joindre',
    add: 'Ajouter un moyen de joindre',
    fields: {
      member: { label: 'Qui' },
      how: {
        label: 'Comment',
        choices: {
          phone: 'un téléphone',
          relay: 'passer par quelqu’un',
          word: 'on me laisse un mot, quelqu’un me l’apporte',
        },
      },
      phone: {
        label: 'Téléphone',
        stays: 'Reste ici. Ses annonces ne l’affichent qu’avec son accord.',
      },
      relay: { label: 'Relais' },
      keyedBy: { label: 'Noté par' },
    },
  },
  consent: {
    one: 'accord',
    many: 'Accords',
    add: 'Noter un accord',
    fields: {
      member: { label: 'Qui' },
      use: {
        label: 'Pour quoi',
        choices: {
          'phone-shown': 'mon téléphone, affiché sur mes annonces',
          told: 'ce que j’ai fait, raconté dans « Ça s’est fait »',
        },
      },
      givenOn: { label: 'Donné le' },
      withdrawnOn: { label: 'Repris le' },
      keyedBy: { label: 'Noté par' },
    },
  },
  relay: {
    one: 'relais',
    many: 'Relais',
    add: 'Ajouter un relais',
    fields: {
      name: { label: 'Prénom' },
      where: { label: 'Où', hint: 'Par exemple « au bar ».' },
      when: { label: 'Quand', hint: 'Par exemple « le mardi matin ».' },
      phone: {
        label: 'Téléphone',
        hint: 'Seulement si cette personne veut bien qu’il soit lu par tout le monde.',
      },
      commune: { label: 'Commune' },
      member: { label: 'Qui' },
      state: {
        label: 'Où on en est',
        choices: { asked: 'on lui a demandé', accepted: 'a dit oui', ended: 'ne l’est plus' },
      },
    },
  },
  word: {
    one: 'mot',
    many: 'Mots laissés',
    add: 'Laisser un mot',
    fields: {
      forWhom: { label: 'Pour qui' },
      sender: { label: 'De la part de', hint: 'Votre prénom.' },
      signedBy: {
        label: 'Signé par',
        choices: {
          visitor: 'quelqu’un sans carte',
          card: 'une carte',
          keeper: 'la personne qui tient la page',
        },
      },
      writer: { label: 'Par la carte de qui' },
      reach: { label: 'Comment vous répondre', hint: 'Un téléphone, un lieu, un jour.' },
      said: { label: 'Le mot' },
      about: { label: 'Au sujet de' },
      member: { label: 'Qui' },
      relay: { label: 'Par qui passer' },
      carrier: { label: 'Remis par' },
      seenOn: { label: 'Vu le' },
      aside: { label: 'Mis de côté' },
      handedOn: { label: 'Remis le' },
      missedOn: { label: 'Personne trouvé le' },
      answer: { label: 'Ce qui a été répondu' },
      answeredOn: { label: 'Répondu le' },
    },
  },
}
