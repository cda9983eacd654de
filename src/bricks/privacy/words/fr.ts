import type { PageQuestion } from '../../../contract/search.ts'
import { quotable } from '../../../text/quoting.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Retirer mon numéro ou mon adresse de la page',
    text: 'Tapez-le\u00a0: il est caché partout ici, sans rien demander à personne.',
    href: '/c-est-mon-numero',
    asked: [
      'retirer/enlever/cacher/effacer/supprimer/ôter/masquer* numéro/téléphone/tél/' +
        'portable/mobile/mail/email adresse/mail/page/téléphone*',
      'retirer/enlever/cacher/effacer/supprimer/ôter/masquer adresse/nom',
      'voit/voir/lit/lire/affiché/visible/public numéro/téléphone/adresse/mail',
    ],
  },
  {
    words: 'Qui tient cette page',
    text: 'Qui c’est, où et comment la joindre.',
    href: '/qui-tient-cette-page',
    asked: [
      'numéro/téléphone/personne* tient/tenir/occupe/gère/fait page/site/borne',
      'borne',
      'qui êtes-vous',
      'qui a fait cette page',
      'qui a fait ce site',
      'créé/créateur/auteur/propriétaire/webmaster/modérateur/modération page/site/cocote*',
      'ajouter/inscrire/référencer/mettre association/asso/commerce/lieu/club',
      'contact/contacter/responsable/administrateur/admin/gérant page/site/borne*',
      'mention légale',
      'poser* question page*',
      'signaler* problème/bug page/site*',
      'ça ne marche pas',
    ],
  },
  {
    words: 'Ce que la page garde de moi, et mes droits',
    text: 'Ce qui est gardé, où, combien de temps, et comment l’emporter.',
    href: '/qui-tient-cette-page',
    mine: '/moi',
    asked: [
      'emporter/télécharger/récupérer/garder* données/rgpd/cookie/confidentialité personnel*',
      'vie privé',
      'droit image/personne*',
    ],
  },
  {
    words: 'Qui lit ce que j’écris',
    text:
      'Une annonce, tout le monde\u00a0; un mot, qui le reçoit, qui le remet et qui ' +
      'tient la page. ' +
      'Un prénom suffit.',
    href: '/qui-tient-cette-page',
    asked: [
      'anonyme/anonymat/sécurisé/sécurité/surveillé/espionné',
      'voit/voir/lit/lire/lu mot/message/écris/écrit',
    ],
  },
  {
    words: 'Un mot me blesse',
    text: 'Dites-le sous le mot lui-même, ou à la personne qui tient la page.',
    href: '/qui-tient-cette-page',
    asked: [
      'signaler/dénoncer* insulte/insulté/injure/blessant/méchant/plainte/harcèlement/abus ' +
        'mot/message/annonce*',
      'signaler/dénoncer annonce/message/mot/arnaque/photo',
    ],
  },
  {
    words: 'Lire cette page avec un lecteur d’écran, ou en grand',
    text: 'Ce qui est fait pour que chacun la lise.',
    href: '/qui-tient-cette-page/accessibilite',
    asked: [
      'accessibilité/accessible/malvoyant/aveugle/handicap page/site*',
      'lecteur écran',
      'écrit/écrire/lettre/texte/caractère gros/grand/agrandir/grossir/petit',
      'agrandir/grossir écran/page/écriture/police',
      'voir/vois/lire/lis mal',
    ],
  },
]

/**
 * Words of *C'est mon numéro : le cacher*; those of the page that says who keeps it stand in
 * `keeping/`. `en.ts` has this type.
 */
export const fr = {
  questions,
  types: {},
  link: 'C’est mon numéro\u00a0: le cacher',
  footLink: 'Votre numéro est sur cette page\u00a0? Le cacher',
  mailLink: 'C’est mon adresse e-mail\u00a0: la cacher',
  mailFootLink: 'Votre adresse e-mail est sur cette page\u00a0? La cacher',
  title: 'C’est mon numéro\u00a0: le cacher',
  lead:
    'Écrivez le numéro qui est affiché, ou l’adresse e-mail. Cela disparaît tout de suite de ' +
    'cette borne, partout où c’est écrit. Il n’y a pas de raison à donner, ni de carte à ' +
    'avoir.',
  where: (title: string) => `Il se lit sur «\u00a0${quotable(title)}\u00a0».`,
  after: (keeper: string) =>
    `La suite se voit avec ${keeper}\u00a0: c’est effacé pour de bon, ou remontré. Rien ` +
    'n’est perdu.',
  beyond:
    'Le papier déjà imprimé et les autres bornes ne sont pas atteints d’ici\u00a0: ' +
    'dites-le, et ce sera demandé aux autres bornes.',
  most: 'Trois au plus en dix minutes\u00a0: ensuite, il faut attendre.',
  number: 'Le numéro affiché, ou l’adresse e-mail',
  hide: 'Le cacher',
  done: (keeper: string) =>
    'C’est fait\u00a0: ce n’est plus montré nulle part ici. La personne qui l’a ' +
    `écrit le voit encore sur son billet ou sur sa page. La suite se voit avec ${keeper}.`,
  whole: 'Écrivez le numéro, ou l’adresse, en entier, comme c’est affiché.',
  notThere: (keeper: string) =>
    'Aucune page que tout le monde lit ne montre ce numéro\u00a0: relisez-le chiffre par ' +
    `chiffre. Si quelqu’un le donne comme le sien dans une conversation, dites-le à ${keeper}.`,
  mailNotThere: (keeper: string) =>
    'Aucune page que tout le monde lit ne montre cette adresse\u00a0: relisez-la lettre par ' +
    `lettre. Si quelqu’un la donne comme la sienne dans une conversation, dites-le à ${keeper}.`,
  keepersOwn: (keeper: string) =>
    'C’est le numéro ou l’adresse par où l’on joint qui tient cette page. S’il est à vous, ' +
    `dites-le à ${keeper}, qui l’en retire.`,
  keeperSaid: (keeper: string) =>
    'Ce numéro a déjà été caché, puis remontré. Pour le cacher encore, parlez-en à ' +
    `${keeper}, ou entrez avec votre carte.`,
  tool: 'Numéros cachés',
  listTitle: 'Numéros cachés',
  listLead:
    'Quelqu’un a dit «\u00a0c’est mon numéro\u00a0» et l’a caché. Appelez-le\u00a0: si ' +
    'c’est bien lui, effacez-le pour de bon\u00a0; sinon, remontrez-le.',
  none: 'Aucun numéro n’est caché.',
  askedBy: {
    visitor: 'caché par quelqu’un de passage',
    member: 'caché par un·e habitant·e',
    keeper: 'caché par vous',
  },
  stood: 'Il était sur',
  gone: 'une page qui n’est plus',
  showAgain: 'Le remontrer',
  showAgainHint:
    'Remontré, il se lit de nouveau partout, et seule la carte de cette personne, ou vous, ' +
    'peut le recacher.',
  shownAgain: 'C’est remontré.',
  eraseLead:
    'Effacer ce numéro partout ici, et le demander aux autres bornes. Si c’est celui d’un·e ' +
    'habitant·e, son propre dossier le garde pour le joindre, et n’est pas montré\u00a0: ' +
    '«\u00a0Ma page\u00a0» l’en ôte, si elle le veut. Cela ne se défait pas, et demande un ' +
    'des dix codes de votre feuille.',
  erased:
    'C’est effacé ici, hors du dossier de la personne à qui il est, et demandé aux autres bornes.',
  ownHidden: 'votre numéro est caché sur la page',
  ownTyped: 'quelqu’un d’autre a écrit votre numéro caché\u00a0: il ne s’affiche pas',
  keeperHid: (keeper: string) =>
    `Ce numéro a été caché par ${keeper}. Pour le remontrer, parlez-en à ${keeper}.`,
  nothing: 'Ce numéro n’est plus dans cette liste.',
  kept: 'Remontrés',
  keptLead:
    'Ceux-là, vous les avez remontrés, ou la personne qui les garde comme siens\u00a0: ' +
    'personne ne les cache plus sans carte.',
  hideAgain: 'Le cacher',
  waiting: (n: number) =>
    n === 1
      ? 'un numéro est caché, en attendant votre avis'
      : `${n} numéros sont cachés, en attendant votre avis`,
  keeper: 'la personne qui tient la page',
  myPage: 'Ma page',
  keep: 'Tenir la page',
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    hidden:
      'Quelqu’un a caché son numéro de cette page\u00a0: l’appeler, puis effacer ou ' +
      'remontrer.',
  },
}
