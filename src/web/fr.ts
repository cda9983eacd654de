/** Sentences of the server: errors, signing in, the outcome of a turn. */
export const fr = {
  defaultName: 'Une page de village',
  heading: 'Ce qu’on donne, ce qu’on prête, ce qu’on cherche, par ici',
  notFound: 'Cette page n’existe pas',
  notFoundDo:
    'L’adresse a peut-être changé. Cherchez avec le champ en haut de la page, ou revenez à ' +
    'l’accueil.',
  notHere: 'Cette page ne s’ouvre pas sur ce Wi-Fi',
  notHereDo:
    'Elle n’existe plus, ou elle se lit avec une carte, là où personne d’autre ne peut la lire.',
  putAway: 'Cette page est rangée',
  putAwayHere: (brick: string) =>
    `Ici, «\u00a0${brick}\u00a0» est rangé pour l’instant. Rien n’est perdu\u00a0: tout revient ` +
    'quand on le ressort.',
  askKeeper: (keptBy: string) =>
    keptBy === ''
      ? 'Il vous manque\u00a0? Dites-le à la personne qui tient la page.'
      : `Il vous manque\u00a0? Dites-le à ${keptBy}.`,
  takeUp: 'Le ressortir',
  undone: 'Ce n’est plus affiché',
  undoneDo:
    'Ce qui était ici a été montré, puis caché de nouveau. Cette adresse y mènera s’il revient.',
  erased: 'C’est effacé',
  erasedDo: 'Ce qui était écrit ici a été effacé pour de bon. Rien n’en reste sur la page.',
  forbidden: 'Ce n’est pas possible d’ici',
  badHost:
    'Cette adresse n’est pas celle de la borne. Ouvrez la page par l’adresse écrite sur ' +
    'l’affichette.',
  cutForm: 'Il en manque un morceau',
  cutFormDo:
    'Le formulaire est arrivé incomplet, et rien n’est enregistré. Revenez en arrière et ' +
    'envoyez-le de nouveau.',
  badForm:
    'Ce formulaire ne vient pas de cette page, ou il est resté ouvert plus d’un jour. ' +
    'Revenez en arrière, rechargez la page et envoyez de nouveau.',
  notWhereHeard:
    'Sur un Wi-Fi ouvert, n’importe qui pourrait le lire, ou le faire à votre place. Venez ' +
    'à la borne, ou ouvrez la page en https.',
  keeperOnly: 'Cette page est pour la personne qui tient la page.',
  tooLarge: 'C’est trop gros',
  tooLargeDo: (most: string) =>
    `Ce qui a été envoyé dépasse ${most}. Coupez-le en plusieurs morceaux et recommencez.`,
  toAnswer: (title: string) => `Une question\u00a0: ${title}`,
  toMend: (title: string) => `À corriger\u00a0: ${title}`,
  sentBefore: 'C’est déjà envoyé.',
  sentSee: 'Voir où cela en est',
  sentLost: (keeper: string) =>
    `(avec le mot et les chiffres de son billet. Vous ne les avez plus ? Dites à ${keeper} ` +
    'ce que vous aviez écrit : votre envoi est là.)',
  forNoCard:
    'Cette annonce se lit seulement avec une carte\u00a0: son auteur est-il d’accord pour que ' +
    'quelqu’un sans carte y réponde\u00a0?',
  sendAnyway: 'L’envoyer quand même',
  sendTwice: 'L’envoyer quand même une deuxième fois',
  tooMany: 'Trop d’un coup',
  tooManyNames:
    'Ce formulaire a plus de cases que ceux de la borne, et rien n’est enregistré. Revenez ' +
    'à la page et remplissez-la de nouveau.',
  noRoom:
    'D’autres envoient de gros fichiers en ce moment. Revenez en arrière, attendez une ' +
    'minute et envoyez de nouveau.',
  later: 'La borne souffle un peu',
  laterDo:
    'Elle a reçu beaucoup d’envois d’ici, et le vôtre n’est pas encore parti. Gardez cette ' +
    'page et envoyez de nouveau dans quelques minutes.',
  sendAgain: 'Envoyer de nouveau',
  tooManyDo:
    'La borne reçoit beaucoup d’envois. Rien n’est perdu : attendez quelques minutes et ' +
    'envoyez de nouveau.',
  onceDo:
    'Vous venez de le faire. Pour recommencer, attendez dix minutes, ou demandez à la ' +
    'personne qui tient la page.',
  failed: 'Quelque chose a mal marché chez nous',
  failedDo: (reference: string) =>
    'Rien n’a été enregistré à moitié. Réessayez ; si cela recommence, dites à la personne ' +
    `qui tient la page : repère ${reference}.`,
  full:
    'La borne n’a plus de place. Ce que vous avez écrit n’est pas enregistré : gardez-le, et ' +
    'prévenez la personne qui tient la page.',
  busy: 'La borne vérifie déjà d’autres mots de passe. Attendez une minute et réessayez.',
  tooManyTries:
    'Trop d’essais d’ici. Attendez dix minutes, ou entrez à la borne elle-même : là, on ne ' +
    'fait jamais attendre la bonne phrase.',
  back: 'Revenir à l’accueil',
  goBack: 'Revenir à la page d’avant',
  signIn: 'La personne qui tient la page',
  passphrase: 'Phrase de passe',
  own: 'C’est mon propre appareil (sinon, dix minutes sans rien faire et c’est refermé)',
  enter: 'Entrer',
  noPassphrase:
    'Cette page n’a pas de phrase de passe pour l’instant. On en choisit une à la borne ' +
    'elle-même, ou avec le code qu’elle dit.',
  choosePassphrase: 'Choisir une phrase de passe',
  wrongPassphrase:
    'Ce n’est pas la bonne phrase. Vérifiez les majuscules et les espaces, et réessayez.',
  signInHere: (address: string) =>
    'Sur un Wi-Fi ouvert, n’importe qui pourrait lire votre phrase de passe. Ouvrez plutôt ' +
    `${address} (le navigateur préviendra d’un certificat : comparez les mots de son ` +
    'empreinte avec ceux de votre feuille), ou venez à la borne.',
  signInNoTls:
    'Sur un Wi-Fi ouvert, n’importe qui pourrait lire votre phrase de passe. Venez à la borne.',
  held: {
    ended:
      'La visite où ceci a été écrit s’est refermée. Entrez comme avant (même carte ou même ' +
      'phrase de passe) : ce que vous aviez écrit est gardé et part aussitôt après. Si ' +
      'quelqu’un d’autre entre, rien ne part en son nom.',
    notBegun:
      'Entrez d’abord. Ce que vous avez écrit est gardé : vous le relirez, puis vous ' +
      'l’enverrez en votre nom.',
    title: 'Relire avant d’envoyer',
    read: (name: string) =>
      'Ceci a été écrit avant que vous entriez, et n’est pas parti. Relisez : si vous ' +
      `l’envoyez, cela part en votre nom, ${name}.`,
    readAsPage:
      'Ceci a été écrit avant que vous entriez, et n’est pas parti. Relisez : si vous ' +
      'l’envoyez, c’est la personne qui tient la page qui le dit.',
    send: 'Envoyer',
    anothers: 'Quelqu’un d’autre avait écrit sur cette page : rien n’est parti en votre nom.',
    anothersKept:
      'Quelqu’un d’autre avait écrit sur cette page : rien n’est parti en votre nom. C’est ' +
      'gardé jusqu’à demain pour qui l’a écrit, qui le retrouve en entrant.',
  },
  hello: 'Bonjour. La page est à vous pour cette visite.',
  bye: 'C’est refermé.',
  megabytes: (n: number) => `${n} Mo`,
  kilobytes: (n: number) => `${n} ko`,
  pictures: {
    notAPicture: (name: string) =>
      `« ${name} » n’est pas une photo que la page sait lire. Choisissez une photo en JPEG, ` +
      'PNG ou WebP.',
    heic: (name: string) =>
      `« ${name} » est au format HEIC, que peu d’appareils savent lire. Dans les réglages ` +
      'de l’appareil photo, choisissez « le plus compatible », ou envoyez une capture ' +
      'd’écran de la photo.',
    tooHeavy: (name: string) =>
      `« ${name} » dépasse 8 Mo. Envoyez une capture d’écran de la photo.`,
    tooManyPixels: (name: string) =>
      `« ${name} » est trop grande : douze mégapixels au plus. Envoyez une capture ` +
      'd’écran de la photo.',
    tooMany: (most: number) => `${most} photos au plus. Envoyez-en moins.`,
  },
  cards: {
    title: 'Carte d’habitant·e',
    nobody: 'Cette personne n’est plus connue de cette borne : la carte n’est pas faite.',
    qrLabel: (name: string) => `Dessin qui ouvre la page pour ${name}`,
    number: 'Numéro de la carte, ou prénom',
    fourWords: 'Les quatre mots, ou votre phrase',
    numberPrinted: 'Numéro',
    phraseElsewhere: 'Une phrase se choisit à la borne, ou en https, une fois entré·e.',
    phraseKept: 'C’est noté : votre prénom et cette phrase ouvrent votre page.',
    phraseShort: (least: number) =>
      `Cette phrase est trop courte ou trop simple\u00a0: ${least} lettres au moins, par exemple ` +
      'quatre mots.',
    lostElsewhere:
      'Une carte perdue se ferme à l’ordinateur de la borne, ou en https. La personne qui tient ' +
      'la page la ferme aussi, tout de suite.',
    lostSaid: (keeper: string) =>
      'Votre carte perdue n’ouvre plus rien. Choisissez une phrase ici pour pouvoir revenir, ou ' +
      `demandez une autre carte\u00a0: ${keeper}.`,
    typeAt: (address: string) =>
      `Sans téléphone qui lit les dessins : ${address}, puis le numéro et les quatre mots.`,
    typeAtBox: 'Sur l’ordinateur où est la page : « Entrer », puis le numéro et les quatre mots.',
    taken: 'Plus rien n’ouvre sa page\u00a0: ni carte, ni phrase, et ses visites sont fermées.',
    keepIt:
      'Gardez-la comme une clé : qui la tient peut écrire en votre nom. Perdue ? Dites-le à ' +
      'la personne qui tient la page, elle en fait une autre. L’ancienne n’ouvre plus rien, ' +
      'ni la phrase choisie avec elle.',
    printCard: 'Imprimer la carte, à découper',
    lost: (keeper: string) => `À garder comme une clé. Perdue ou trouvée\u202f? ${keeper}`,
    printNow: 'Imprimez cette page maintenant : la borne n’en garde pas de double.',
    back: 'Revenir aux habitant·es',
    isItYou: (name: string) => `Bonjour ${name}, c’est vous ?`,
    itIsMe: 'Oui, c’est moi',
    itIsNot: 'Non',
    isShared: 'Cet ordinateur est partagé ?',
    sharedYes: 'Oui, ou je ne sais pas : dix minutes sans rien faire, et c’est refermé',
    sharedNo: 'Non, c’est mon propre appareil',
    endsWithVisit: 'La visite se referme avec le navigateur, ou après dix minutes sans rien faire.',
    enterTitle: 'Entrer avec sa carte',
    openMine: 'Ouvrir ma page',
    enterLead:
      'Le numéro et les quatre mots sont sur votre carte. Le prénom remplace le numéro si ' +
      'personne d’autre ici ne le porte. Les accents et les majuscules ne comptent pas.',
    keepsPage: 'Vous tenez la page\u00a0? Votre phrase de passe s’écrit ailleurs\u00a0:',
    keepsPageHere: 'sous «\u00a0La personne qui tient la page\u00a0»',
    noCard:
      'Pas de carte ? On lit tout sans elle, et une annonce s’écrit sans elle aussi. Pour ' +
      'en avoir une, demandez à la personne qui tient la page, qui ferme aussi tout de suite ' +
      'une carte perdue.',
    madeBefore:
      'Cette carte a déjà été faite, et elle ne se montre plus. Rien n’a changé : la ' +
      'dernière carte faite reste la bonne. Pour en faire une autre, passez par la page de ' +
      'la personne.',
    notACard:
      'Cette carte n’ouvre plus rien : une autre a peut-être été faite depuis. Demandez à ' +
      'la personne qui tient la page.',
    wrong: (keeper: string) =>
      'Ce n’est pas le bon numéro, ou pas les bons mots. Regardez la carte et réessayez ' +
      `avec son numéro. Carte perdue\u202f? Demandez-en une autre à ${keeper}\u00a0: ` +
      'l’ancienne n’ouvrira plus rien.',
    replaced: {
      card: (keeper: string) =>
        `Cette carte est remplacée\u00a0: demandez la nouvelle à ${keeper}.`,
      visit: (keeper: string) =>
        'Une nouvelle carte a été faite, et elle a fermé votre visite. Entrez avec elle, ou ' +
        `demandez-la à ${keeper}.`,
    },
    takenBack: {
      card: (keeper: string) =>
        `Cette carte n’ouvre plus rien\u00a0: demandez-en une autre à ${keeper}.`,
      visit: (keeper: string) =>
        'Votre carte n’ouvre plus rien, et votre visite est fermée. Demandez-en une autre ' +
        `à ${keeper}.`,
    },
    keeper: 'la personne qui tient la page',
    wait: (seconds: number) =>
      seconds === 1
        ? 'Attendez une seconde, puis réessayez.'
        : `Attendez ${seconds} secondes, puis réessayez.`,
    stopped:
      'Trop d’essais d’ici. Attendez dix minutes ; le dessin d’une carte, lui, ouvre toujours.',
    hello: (name: string) => `Bonjour ${name}.`,
  },
  welcome: {
    title: 'Bienvenue',
    leads: (name: string) =>
      `Ce Wi-Fi ne mène pas à Internet. Il mène à la page « ${name} » : ce qu’on donne, ce ` +
      'qu’on prête, ce qu’on cherche, par ici.',
    type: 'Pour la lire, maintenant ou plus tard, tapez dans votre navigateur :',
    aloud: 'dix, dix, dix, dix',
    seen: 'C’est vu',
    stay: 'Si le téléphone dit qu’il n’y a pas Internet, répondez de rester connecté.',
    done: 'C’est bon',
    stays: 'Votre téléphone peut rester sur ce Wi-Fi.',
    read: 'Lire la page',
    window:
      'Si cette fenêtre s’est ouverte toute seule, fermez-la plutôt, ouvrez votre ' +
      'navigateur et tapez l’adresse : dans cette fenêtre on ne télécharge rien, et ce ' +
      'qu’on écrit se perd quand elle se ferme.',
    kept:
      'La borne se souvient que votre appareil a vu cette page : son adresse sur ce Wi-Fi, ' +
      'rien d’autre, et deux heures au plus après son départ.',
    ask: (keeper: string) => `Une question ? Page tenue par ${keeper}.`,
    askHere: 'Une question ? Demandez au comptoir.',
  },
  search: {
    title: (words: string) => `Chercher : ${words}`,
    empty: 'Chercher',
    instead: (asked: string) => `Rien pour « ${asked} » ; voici ce qui s’en approche.`,
    near: (asked: string, shown: string) =>
      `${asked}\u00a0: rien ici pour l’instant. Le plus près, c’est ${shown}.`,
    none: (asked: string) =>
      `Rien pour « ${asked} ». Essayez un mot plus court, ou le nom d’un village.`,
    hint: 'Écrivez un ou deux mots en haut de la page : un outil, un nom, un village.',
    more: 'Il y en a d’autres : ajoutez un mot pour préciser.',
    beside: 'À voir aussi',
    /** Nothing there answers. */
    toldOf: 'Ces mots se lisent là',
    /** Another name of the words stands there. */
    maybe: 'Peut-être',
    /** No record holds all the words. */
    some: 'Pas tout à fait cela\u00a0: un des mots se lit là',
    /** `isMore`: others say the words in their text alone. */
    found: (n: number, isMore: boolean) =>
      `${n === 1 ? 'Une réponse' : `${n} réponses`}${isMore ? ', et ce qui en parle' : '.'}`,
    notIt: 'Pas ce que vous cherchez\u00a0?',
    /** Whom to ask what was not found: the keeper as the page names them. */
    askWhom: (keeper: string) =>
      `Une question\u00a0? Demandez à ${keeper === '' ? 'la personne qui tient la page' : keeper}`,
    /** To who says in a sentence what nobody wrote of. */
    tellWhom: (keeper: string) =>
      'Rien n’a été trouvé ici pour cela. Dites-le à ' +
      (keeper === '' ? 'la personne qui tient la page' : keeper),
    orRelay: 'ou à un relais',
    byCard: 'visible avec une carte',
    /** Words that say nothing of what is asked of the page. */
    small:
      'l d j m t s n c qu le la les un une des du de à au aux en y et ou où que qui quoi dont ' +
      'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces ça cela ' +
      'je tu il elle on nous vous ils elles me te se moi toi lui est es suis sont être a ai as ' +
      'avez avons ont avoir fait faire fais faut peut peux puis pouvez pouvoir veux veut ' +
      'voudrais vouloir voulez aimerais cherche chercher trouve trouver quel quelle quels ' +
      'quelles comment quand pourquoi combien si pas plus ne ni par pour avec sur dans ' +
      'chez ici là merci bonjour',
    /** Of what stands no more, its kind. */
    over: (kind: string) => `${kind}, c’est fini`,
  },
  done: 'Ça s’est fait',
  nothingYet: 'Rien encore ici. Les premières annonces sont à écrire.',
}
