import type { FaultWords } from './unreadable.ts'

const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ' ')
const megabytes = (bytes: number): string =>
  `${String(Math.round(bytes / 100_000) / 10).replace('.', ',')} Mo`

export const fr: FaultWords = {
  empty: () =>
    'Il n’y a rien à lire : ce texte est vide. Vérifiez le fichier, ou collez vos notes.',
  binary: () =>
    'Ce fichier n’est pas du texte. Ouvrez-le dans son logiciel, copiez le texte et collez-le ici.',
  picture: () =>
    'C’est une image : on ne sait pas y lire de texte. Recopiez les notes, ou collez leur ' +
    'texte ici.',
  tooBig: ({ most }) =>
    `C’est trop gros : on lit jusqu’à ${megabytes(most)}. Coupez en plusieurs morceaux et ` +
    'donnez-les l’un après l’autre.',
  tooLong: ({ most }) =>
    `Le texte est trop long : on lit jusqu’à ${number(most)} signes. Coupez en plusieurs ` +
    'morceaux et donnez-les l’un après l’autre.',
  cutArchive: () =>
    'Ce fichier est coupé : il en manque la fin. Copiez-le ou téléchargez-le de nouveau, ' +
    'puis redonnez-le.',
  swollen: ({ most }) =>
    `Une fois déplié, ce fichier dépasse ${megabytes(most)} : on ne l’ouvre pas. Ouvrez-le ` +
    'dans son logiciel, copiez le texte et collez-le ici.',
  encrypted: () =>
    'Ce document est protégé par un mot de passe. Enregistrez-le sans mot de passe, ou ' +
    'copiez son texte et collez-le ici.',
  damaged: () =>
    'Ce document est abîmé : on n’arrive pas à l’ouvrir. Essayez de l’ouvrir dans son ' +
    'logiciel, copiez le texte et collez-le ici.',
  otherArchive: () =>
    'Ce fichier contient d’autres fichiers, mais pas de document Word (.docx) ni ' +
    'LibreOffice (.odt). Sortez-en le document et donnez-le seul.',
  spreadsheet: () =>
    'C’est un tableau de calcul. Ouvrez-le dans son logiciel, «\u00a0Fichier\u00a0», ' +
    '«\u00a0Enregistrer sous\u00a0», choisissez CSV (ou .ods), puis donnez ce fichier.',
  oldWord: () =>
    'C’est un ancien document Word (.doc). Enregistrez-le en .docx ou en .odt, ou copiez ' +
    'son texte et collez-le ici.',
  pdf: () =>
    'C’est un PDF : on ne sait pas le lire. Ouvrez-le, sélectionnez tout le texte, ' +
    'copiez-le et collez-le ici.',
  rtf: () =>
    'C’est un document RTF. Enregistrez-le en .docx ou en .odt, ou copiez son texte et ' +
    'collez-le ici.',
  tangled: () =>
    'Cette page est trop embrouillée pour être lue. Ouvrez-la dans un navigateur, copiez le ' +
    'texte et collez-le ici.',
  address: ({ address }) =>
    `« ${address} » n’est pas une adresse complète. Copiez-la depuis le navigateur : elle ` +
    'commence par https://',
  scheme: ({ address }) =>
    'On ne va chercher que des pages web : l’adresse doit commencer par https:// ou ' +
    `http://, pas « ${address} ».`,
  port: ({ port }) =>
    `Cette adresse passe par la porte ${port} : on n’ouvre que les portes habituelles du ` +
    'web (80 et 443).',
  credentials: () =>
    'Cette adresse contient un nom et un mot de passe. Enlevez-les : on ne lit que des ' +
    'pages ouvertes à tout le monde.',
  inside: ({ host }) =>
    `« ${host} » est une adresse intérieure, pas une page publique : on ne va pas la ` +
    'chercher. Copiez le texte et collez-le ici.',
  unknownHost: ({ host }) => `On ne trouve pas « ${host} ». Vérifiez l’adresse, lettre par lettre.`,
  noNetwork: ({ host }) =>
    `On ne peut pas joindre « ${host} » : il n’y a sans doute pas d’Internet ici. Copiez le ` +
    'texte de la page et collez-le.',
  silent: ({ host }) =>
    `« ${host} » ne répond pas. Réessayez plus tard, ou copiez le texte de la page et ` +
    'collez-le ici.',
  brokenOff: ({ host }) =>
    `La liaison avec « ${host} » s’est coupée. Ce qui est arrivé est gardé : recommencez ` +
    'pour la suite.',
  certificate: ({ host }) =>
    `Le certificat de « ${host} » n’est pas valable : on ne peut pas s’y fier. Copiez le ` +
    'texte de la page et collez-le ici.',
  endless: ({ seconds }) =>
    `La borne n’est pas venue à bout de cette page en ${seconds} secondes, et rien n’est ` +
    'enregistré. Collez-la en plusieurs fois, une réunion à la fois.',
  slow: ({ host, seconds }) =>
    `« ${host} » est trop lent : rien de complet en ${number(seconds)} s. Réessayez plus ` +
    'tard, ou copiez le texte de la page et collez-le ici.',
  answered: ({ host, status }) =>
    status === 404 || status === 410
      ? `« ${host} » dit que cette page n’existe pas (${status}). Vérifiez l’adresse.`
      : `« ${host} » refuse de donner cette page (${status}). Ouvrez-la dans un navigateur, ` +
        'copiez le texte et collez-le ici.',
  wandering: ({ most }) =>
    `Cette adresse renvoie ailleurs plus de ${most} fois de suite : on s’arrête là. Donnez ` +
    'l’adresse de la page elle-même.',
  noWikiPage: ({ title }) => `Ce wiki n’a pas de page « ${title} ». Vérifiez l’adresse.`,
  noHeaders: () => 'La première ligne est vide : elle doit porter le nom des colonnes.',
  onlyPrivate: () =>
    'Tous les rendez-vous de ce calendrier sont marqués privés\u00a0: aucun n’est lu ici.',
  noRows: () => 'Il n’y a rien sous la ligne des titres : pas une seule ligne à lire.',
  tooManyRows: ({ most }) =>
    `Il y a trop de lignes : on en lit ${number(most)} à la fois. Coupez le fichier en plusieurs.`,
  tooManyColumns: ({ most }) =>
    `Il y a trop de colonnes : on en lit ${number(most)}. Enlevez celles qui ne servent pas.`,
  openQuote: ({ line }) =>
    `Ligne ${line} : un guillemet (") s’ouvre et ne se ferme jamais. Corrigez cette ligne ` +
    'et redonnez le fichier.',
  badRow: ({ line }) =>
    `Ligne ${line} : on n’arrive pas à la lire. Corrigez cette ligne et redonnez le fichier.`,
}
