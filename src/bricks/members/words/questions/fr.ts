import type { PageQuestion } from '../../../../contract/search.ts'

/** What people ask the search about the page itself. */
export const fr: readonly PageQuestion[] = [
  {
    words: 'Les relais',
    text: 'Sans téléphone ni Internet, ils remettent un mot.',
    href: '/relais',
    asked: ['relais/relai', 'sans internet/téléphone/ordinateur/écran faire*'],
  },
  {
    words: 'Les mots que je remets',
    text: 'Ceux qui attendent, et à qui.',
    href: '/mes-mots',
    who: 'relay',
    asked: ['mot remettre/porter/attente*', 'bandelette/papillon'],
  },
  {
    words: 'Laisser un mot à quelqu’un',
    text: 'Il n’est jamais affiché\u00a0: un relais le remet.',
    href: '/mot',
    asked: [
      'laisser/écrire/envoyer/transmettre/déposer/donner* mot/message quelqu/personne/' +
        'voisin/habitant*',
      'joindre/écrire/contacter quelqu/personne/voisin/habitant',
    ],
  },
  {
    words: 'J’ai perdu ma carte, ou ses mots',
    text:
      'Sur Ma page, si elle est encore ouverte\u00a0; sinon, la personne qui tient la ' +
      'page en fait une autre.',
    href: '/entrer',
    mine: '/moi',
    keeper: '/habitants',
    asked: [
      'perdu/perdre/oublié/volé/retrouver carte/mot/numéro/code/phrase/passe',
      'carte perdu/perdre/oublié/volé mot/numéro/code*',
    ],
  },
  {
    words: 'Une carte d’habitant·e',
    text:
      'On lit et on écrit sans compte. La personne qui tient la page donne une carte à ' +
      'qui en veut une.',
    href: '/entrer',
    mine: '/moi',
    keeper: '/habitants',
    asked: [
      'obtenir/demander/créer/ouvrir/prendre* carte/compte/inscription/inscrire/adhérer/' +
        'adhésion/membre habitant/page/membre/site/village*',
      'sert/quoi/avantage carte habitant*',
    ],
  },
  {
    words: 'Entrer avec sa carte',
    text: 'Le numéro et les quatre mots de la carte ouvrent Ma page.',
    href: '/entrer',
    mine: '/moi',
    keeper: '/tenir',
    asked: [
      'entrer/connexion/connecter/identifier/identifiant/login page/compte/arrive*',
      'mot/code passe page*',
      'code accès/entrée page*',
      'déconnecter/déconnexion page/compte/session*',
      'mots/numéro/code carte',
      'quatre mots',
      'ma page',
    ],
  },
  {
    words: 'Changer mon prénom, mon numéro, ou comment me joindre',
    text: 'Ce que la borne sait de vous est sur Ma page. Sans carte, dites-le à qui la tient.',
    href: '/qui-tient-cette-page',
    mine: '/moi',
    keeper: '/habitants',
    asked: [
      'changer/corriger/modifier/nouveau numéro/téléphone/portable/mail/prénom/' +
        'nom/adresse/coordonnées/joindre',
    ],
  },
  {
    words: 'Être oublié·e',
    text: 'Ce que la page sait de vous s’efface pour de bon.',
    href: '/qui-tient-cette-page',
    mine: '/moi/oublier',
    keeper: '/habitants',
    asked: ['oublier/oubli/effacer/supprimer/disparaître compte/nom/moi/tout/droit*'],
  },
]
