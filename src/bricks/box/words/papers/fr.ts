/** Paper for whoever reads at the counter, keeps the box, hosts it. `en.ts` has this type. */
export const fr = {
  title: 'Les papiers de la borne',
  lead: 'À imprimer en noir, à poser ou à ranger près de la borne.',
  toBag: 'Ouvrir la mallette',
  wifiAsk: 'Le nom de son Wi-Fi',
  wifiHint:
    'Tel que le téléphone le montre. Sans lui, la carte laisse la place de l’écrire à la main.',
  wifiOpen: 'Il est ouvert à tous, sans mot de passe',
  wifiIs: (name: string) => `Le Wi-Fi de cette borne : « ${name} ».`,
  kinds: {
    counter: {
      title: 'La carte du comptoir',
      print: 'Imprimer la carte',
      lead: 'Deux gestes, deux dessins : le Wi-Fi, puis la page. En A5, à poser où l’on passe.',
    },
    keep: {
      title: 'Tenir la borne',
      print: 'Imprimer la feuille',
      lead:
        'Pour vous, recto et verso : chaque semaine, quand ça ne marche pas, quand elle est ' +
        'volée.',
    },
    host: {
      title: 'Accueillir la borne',
      print: 'Imprimer la page à signer',
      lead:
        'Pour qui prête une prise : ce que c’est, ce que ça ne fait pas, qui vient. Deux ' +
        'signatures.',
    },
  },
  noName: 'la page d’ici',
  keeper: 'la personne qui tient la page',
  printed: (day: string) => `imprimé le ${day}`,

  card: {
    title: 'À lire ici, sur votre téléphone',
    lead:
      'Ce qu’on donne, ce qu’on prête, ce qu’on cherche, par ici. Sans compte, et sans ' +
      'Internet.',
    first: '1. Le Wi-Fi',
    open:
      'Visez le dessin avec l’appareil photo, ou choisissez ce nom dans les Wi-Fi du ' +
      'téléphone. Pas de mot de passe.',
    byHand:
      'Dans les Wi-Fi du téléphone, choisissez ce nom. S’il demande un mot de passe, c’est ' +
      'celui qui est écrit ici.',
    name: 'Son nom',
    password: 'Mot de passe',
    noSuchName:
      'Le nom tapé ne peut pas être celui d’un Wi-Fi : 32 lettres au plus, une lettre ' +
      'accentuée en vaut deux. Tapez-le de nouveau, ou écrivez-le ici.',
    second: '2. La page',
    aloud: 'dix, dix, dix, dix',
    type: 'Visez le dessin, ou tapez ces nombres, avec leurs points, tout en haut du navigateur.',
    address: 'Son adresse',
    addressByHand:
      'Aucun réseau ne mène encore à cette page\u00a0: écrivez ici son adresse le jour où un ' +
      'téléphone y arrive, après l’avoir essayée.',
    thisAddress: 'l’adresse écrite ici',
    noInternet: 'Le téléphone dit « pas d’Internet » ?',
    stay: 'C’est normal. Répondez « rester connecté », ou « utiliser ce réseau tel quel ».',
    nothing: 'Rien ne s’ouvre ?',
    mobile: 'Coupez un instant les données mobiles, et tapez',
    noPhone: 'Sans téléphone ?',
    ask: (keeper: string) => `Demandez, ou laissez un papier : ${keeper}.`,
    drawWifi: (name: string) => `Dessin qui joint le Wi-Fi ${name}`,
    drawPage: (address: string) => `Dessin qui ouvre ${address}`,
  },

  keep: {
    title: 'Tenir la borne',
    lead:
      'Une petite machine, une prise, pas d’écran. Cette feuille se range chez vous, avec ' +
      'votre feuille des dix codes ; elle ne s’affiche pas.',
    helper: 'Qui aide quand on ne sait plus faire',
    phone: 'Téléphone',
    facts: {
      wifi: 'Son Wi-Fi',
      page: 'Pour lire',
      enter: 'Pour tenir la page',
      words: 'Ses cinq mots',
      fingerprint: 'Son certificat, en six mots',
      begins: 'Tel que le navigateur le montre',
    },
    byHand: 'à recopier ici : ……………………………………………………………',
    certificate:
      'À la première visite de https, le navigateur prévient d’un certificat inconnu : ' +
      'c’est normal, à condition que ce soit le sien. Avant d’accepter, ouvrez les détails ' +
      'du certificat, « empreinte SHA-256 » : elle commence comme ci-dessus. Sinon, ce ' +
      'n’est pas votre borne : n’écrivez pas votre phrase.',
    weekly: 'Chaque semaine',
    week: [
      'Brancher la clé USB nommée COCOTE, attendre dix minutes, la retirer : la sauvegarde ' +
        'se fait seule.',
      'Sur la page « La borne », lire le jour de la dernière sauvegarde : c’est aujourd’hui.',
      'Ranger la clé ailleurs que près de la borne.',
      'Lire ce qui attend : annonces à montrer, demandes d’autres bornes.',
      'Sur la page « La borne », regarder l’heure, la place, la chaleur : ce qui ne va pas ' +
        'y est dit en une phrase.',
      'Au comptoir : la carte est là, lisible ; les papiers laissés sont saisis.',
      'Toucher « Sortir » en partant.',
    ],
    wrong: 'Quand ça ne marche pas',
    seen: 'Ce qu’on voit',
    doing: 'Ce qu’on fait',
    faults: [
      [
        'Le Wi-Fi n’apparaît pas',
        'Débrancher, compter jusqu’à dix, rebrancher, attendre cinq minutes. On peut couper ' +
          'à tout moment : ce qui était enregistré le reste.',
      ],
      [
        'Le téléphone dit « pas d’Internet »',
        'C’est normal. Rester connecté. Si la page ne vient pas, couper un instant les ' +
          'données mobiles, et le VPN s’il y en a un.',
      ],
      [
        'Le navigateur cherche sur le web',
        'Il manque un point ou un nombre : taper l’adresse en entier, dans la barre ' +
          'd’adresse. Rien en lettres, pas d’espace.',
      ],
      [
        'Un autre site que la page s’ouvre',
        'Le téléphone est sur un autre réseau. Reprendre le Wi-Fi de la borne, fermer ' +
          'l’onglet, taper l’adresse.',
      ],
      [
        'Le navigateur prévient d’un certificat',
        'Il y a « https » devant l’adresse : c’est l’entrée de qui tient la page. Pour ' +
          'lire, taper les quatre nombres seuls.',
      ],
      [
        '« La borne n’a plus de place »',
        'On lit encore. La page « La borne » dit ce qui prend la place, et ce qui peut partir.',
      ],
      [
        'L’heure est fausse',
        'Sur la page « La borne », d’un geste, elle prend celle de votre téléphone.',
      ],
      [
        'Une mise à jour ne répond pas',
        'Attendre cinq minutes : l’ancienne version revient d’elle-même.',
      ],
      [
        'La phrase de passe est oubliée',
        'Il faut un écran et un clavier sur la borne : appeler qui aide.',
      ],
      [
        'Elle ne démarre plus du tout',
        'En préparer une autre et remettre la dernière sauvegarde de la clé COCOTE : avec ' +
          'qui aide.',
      ],
      [
        'Rien de tout cela',
        'Débrancher : le village a encore son papier et son cahier. Appeler qui aide, sans ' +
          'se presser.',
      ],
    ],
    stolen: 'Volée, perdue, ou plus à nous',
    thief:
      'Qui la tient peut tout lire : les annonces, et aussi ce qui ne sort pas d’elle ' +
      '(numéros confiés, messages, ce qui attend). Rien n’y est chiffré. La clé COCOTE, ' +
      'elle, ne s’ouvre qu’avec la phrase de passe d’une personne qui tient la page.',
    stolenDo: [
      'Le dire aux gens dont le numéro y était. Le même jour, simplement.',
      'À chaque borne jumelée, qui tient la page l’écarte : « Les bornes », son nom, ' +
        '« Écarter ». Ce qu’elle écrira ensuite sera laissé de côté ; cela se défait si on la ' +
        'retrouve.',
      'Ailleurs, installer une borne neuve et la jumeler aux voisines : ce que le village a ' +
        'écrit revient d’elles. La clé COCOTE, elle, rendrait le nom que le voleur tient ' +
        'aussi : elle sert quand il n’y a pas de voisine, ou quand la borne est cassée.',
      'Changer la phrase de passe, tirer dix nouveaux codes, refaire les cartes ' +
        'd’habitant·e : les anciens n’ouvrent plus rien.',
      'Retrouvée après cela, ne pas la rebrancher : deux machines de même nom se gênent. ' +
        'Appeler qui aide.',
    ],
    two: 'Deux bornes, une adresse',
    twoWhy:
      'Toutes les bornes se lisent à la même adresse, et le navigateur les prend pour une ' +
      'seule. Toucher « Sortir » avant d’aller à une autre ; y regarder l’empreinte de son ' +
      'certificat à elle, même si le navigateur n’a rien demandé.',
  },

  host: {
    title: 'Accueillir la borne',
    lead: (name: string) =>
      'Une petite machine posée chez vous, pour tout le monde : on y lit et on y écrit ' +
      `« ${name} », avec son téléphone, sur place.`,
    what: 'Ce que c’est',
    points: [
      'Une boîte de la taille d’un livre, une prise, pas d’écran, pas de bruit. À l’abri de ' +
        'l’eau, de la graisse et du soleil.',
      'Elle n’utilise pas votre Internet pour ceux qui lisent, même si un câble l’y relie : ' +
        'la machine y prend l’heure seulement, et les corrections de son système. Si vous ' +
        'voulez bien qu’on la lise aussi par ce câble, la personne qui tient la page peut lui ' +
        'faire chercher une adresse. Son Wi-Fi ne mène qu’à elle, à quelques dizaines de pas.',
      'Elle ne garde pas ce que les gens font de leur téléphone : elle n’en voit que ce ' +
        'qu’ils lisent et écrivent chez elle.',
      'Vous pouvez la débrancher n’importe quel jour, sans prévenir et sans rien casser. Ce ' +
        'qui était enregistré le reste.',
      'Vous n’avez rien à réparer ni à surveiller : la personne qui tient la page le fait, ' +
        'et retire ce qui ne doit pas rester.',
    ],
    power: 'Le courant',
    watts:
      'Allumée toute l’année, moins de dix euros : un Raspberry Pi 3 ou 4 prend de 2 à ' +
      '3 watts à nu (documentation Raspberry Pi : 400 à 600 mA sous 5 volts). En comptant ' +
      '5 watts, avec son alimentation et ce qui y est branché : 44 kWh par an, soit 9 euros ' +
      'au tarif réglementé de février 2025 (0,2016 € le kWh, option base). Un vieux PC ' +
      'prend bien plus. Le vôtre est à mesurer au wattmètre ; un watt coûte moins de ' +
      '2 euros par an :',
    measured: 'Mesuré ici, en watts',
    fails: 'Quand elle ne va pas',
    comes: (keeper: string) => `On appelle, et quelqu’un vient : ${keeper}.`,
    phone: 'Téléphone',
    spare: 'Et, en son absence',
    law: 'La loi, en bref',
    laws: [
      'Ouvrir ce Wi-Fi ne se déclare plus : l’ordonnance n° 2021-650 l’a supprimé, dit ' +
        'l’Arcep. Ses fréquences sont libres, avec du matériel conforme et à faible puissance ' +
        '(ANFR).',
      'La CNIL rappelle que qui offre un accès à Internet au public (bars, communes…) garde ' +
        'un an des données de connexion. Cette borne n’offre pas Internet. Nous n’avons ' +
        'trouvé aucun texte qui le dise pour une borne comme elle : ce point n’est pas ' +
        'vérifié. Au moindre doute, demandez à la mairie ou à un juriste.',
      'Ce que les gens y écrivent, qui tient la page le retire dès qu’on le lui signale ' +
        '(loi du 21 juin 2004, article 6). Que celle ou celui qui prête seulement la prise ' +
        'n’en réponde pas, nous n’avons pas pu le vérifier.',
    ],
    signs: 'Signé en deux exemplaires',
    until: 'Jusqu’au jour que l’un ou l’autre dit. Nom, date et signature :',
    hosts: 'Qui accueille',
    keeps: 'Qui tient la borne',
  },
}
