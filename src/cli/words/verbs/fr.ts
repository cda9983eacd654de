import type { VerbWords } from '../../../contract/verb.ts'

/** The help of each verb, except those of `box`. */
export const fr = {
  serve: {
    about: 'ouvre la page',
    more:
      'La page reste ouverte jusqu’à Ctrl-C. Sur cette machine, elle se lit à l’adresse qui ' +
      'est dite.',
    options: {
      data:
        'Le dossier où la page garde tout. Sinon\u00a0: ./data, ou, avec --demo, un dossier ' +
        'de passage, neuf à chaque fois.',
      port:
        'Le port où l’on lit la page, en http. Sinon\u00a0: 4280. Avec 0, un port libre est ' +
        'choisi.',
      'tls-port':
        'Le port où entre la personne qui tient la page, en https. Sinon\u00a0: 4243. Avec ' +
        '0, un port libre est choisi.',
      host:
        'L’adresse où écouter\u00a0: 127.0.0.1 pour cette machine seule, 0.0.0.0 pour tout le ' +
        'réseau, où elle se dit aux autres bornes (sauf avec COCOTE_MDNS=0). Sinon\u00a0: ' +
        '127.0.0.1.',
      name:
        'Un nom sous lequel la page répond, comme borne.local. L’option se répète pour en ' +
        'donner plusieurs.',
      demo:
        'Ouvre la page d’un village d’essai, déjà remplie, et dit la phrase de passe pour y ' +
        'entrer.',
      'allow-local':
        'Laisse cueillir une adresse de cette machine ou du réseau d’ici\u202f; sinon elle ' +
        'est refusée.',
      captive:
        'Sur le Wi-Fi d’une borne\u00a0: accueille les téléphones qui arrivent, et mène à ' +
        'la page quel que soit le nom tapé. Sur une borne installée, c’est déjà ainsi.',
    },
    examples: ['serve --demo', 'serve --data ~/sail', 'serve --host 0.0.0.0 --name sail.local'],
  },
  evening: {
    about: 'tient une soirée sur un portable\u00a0: Wi-Fi, page, carte, clé',
    more:
      'Ouvre la page à qui est dans la salle, fait la carte du comptoir, et à la fin écrit ' +
      'tout sur une clé. Entrée ou Ctrl-C finit la soirée.',
    options: {
      hotspot:
        'Ouvre un Wi-Fi ouvert à tous avec celui de cet ordinateur, et le referme à la fin, ' +
        'même si tout s’arrête d’un coup.',
      wifi: 'Le nom de ce Wi-Fi, sur les téléphones et sur la carte. Sinon\u00a0: CoCoTe.',
      port: 'Le port où l’on lit la page. Sinon\u00a0: 80 s’il est permis, puis 8000, puis 4280.',
      'tls-port': 'Le port où entre la personne qui tient la page, en https. Sinon\u00a0: 4243.',
      card: 'Le fichier où écrire la carte du comptoir. Sinon\u00a0: carte-du-comptoir.pdf, ici.',
      print: 'Envoie aussi la carte à l’imprimante, si la commande lp est là.',
      key: 'Le dossier de la clé où tout écrire à la fin. Sinon\u00a0: celle qui est branchée.',
      for: 'La borne à qui vont les nouvelles\u202f; sinon, à qui les emporte.',
      look:
        'Regarde ce que le Wi-Fi de cet ordinateur sait faire, le dit, ne change rien et ' +
        'n’ouvre rien.',
      json:
        'Dit en JSON, pour une machine, ce qui est ouvert puis ce qui est écrit sur la ' +
        'clé\u00a0: une ligne chacun.',
    },
    examples: ['evening --look', 'evening --hotspot --wifi "Chez Rosa" --data ~/sail'],
  },
  print: {
    about: 'imprime\u00a0: affichette, feuille de la semaine, annuaire…',
    more:
      '--list nomme tout ce qui s’imprime. Ce qui s’imprime pour une chose à la fois demande ' +
      'la fin de l’adresse de sa page\u00a0: pour /annonces/01abc, c’est 01abc.',
    arguments: ['Ce qui s’imprime.', 'De quelle chose\u00a0: la fin de l’adresse de sa page.'],
    options: {
      list: 'Nomme ce qui s’imprime, et n’imprime rien.',
      out:
        'Le fichier à écrire\u00a0: en .pdf\u202f; le rapport aussi en .html, une page qui ' +
        'tient en un fichier, ou en .csv, ses chiffres.',
      format:
        'La taille du papier, quand ce qui s’imprime en a plusieurs\u00a0: a4 ou a5. Du ' +
        'rapport\u00a0: court ou long.',
      day: 'De la feuille du jour\u00a0: quel jour, écrit 2026-12-05\u00a0; aujourd’hui sans cela.',
      since: 'Du rapport\u00a0: le jour depuis lequel compter ce qui arrive, écrit 2026-12-05.',
      col: 'Les colonnes d’une liste, séparées par des virgules\u00a0: name,commune,reach.',
      wifi:
        'Pour «\u00a0comptoir\u00a0»\u00a0: le nom du Wi-Fi de la borne, là où elle ne le ' +
        'sait pas d’elle-même.',
      open:
        'Avec --wifi\u00a0: ce Wi-Fi est ouvert à tous. Sinon la carte laisse la place d’un ' +
        'mot de passe.',
    },
    examples: [
      'print --list',
      'print annuaire --out annuaire.pdf',
      'print affichette 01abc --out affichette.pdf --format a5',
    ],
  },
  courier: {
    about: 'prépare ou prend les nouvelles que porte le facteur',
    more:
      'Une clé ou un téléphone porte les nouvelles d’une borne à l’autre\u202f; quand il y a ' +
      'un réseau, «\u00a0meet\u00a0» fait de même en une fois.',
    examples: ['courier pack --out /media/cle/nouvelles.cocote'],
  },
  'courier pack': {
    about: 'met les nouvelles dans un fichier',
    options: {
      out: 'Le fichier où mettre les nouvelles.',
      for:
        'La borne à qui elles vont\u202f; ce qu’elle a déjà n’y est pas remis. Sinon\u00a0: à ' +
        'qui les emporte.',
      since: 'Un fichier .cocote ou .json fait par l’autre borne, qui dit ce qu’elle possède déjà.',
    },
    examples: [
      'courier pack --out nouvelles.cocote',
      'courier pack --out nouvelles.cocote --for Boën',
    ],
  },
  'courier deliver': {
    about: 'prend les nouvelles d’un fichier',
    more: 'Si tout n’a pas pu être pris, le code de retour est 1, et ce qui est pris est pris.',
    arguments: ['Le fichier .cocote apporté.'],
    options: {
      receipt: 'Le fichier où mettre le reçu, à rapporter à l’autre borne.',
      yes: 'Prend tout, même quand c’est beaucoup pour une fois.',
    },
    examples: [
      'courier deliver nouvelles.cocote',
      'courier deliver nouvelles.cocote --receipt recu.cocote',
    ],
  },
  'courier meet': {
    about: 'échange avec une borne du réseau',
    more: 'Si la page est ouverte sur ce dossier, c’est elle qui le fait.',
    arguments: ['L’adresse de l’autre borne.'],
    options: {
      for: 'La seule borne avec qui échanger\u202f; si une autre répond, rien n’est échangé.',
      yes: 'Prend tout, même quand c’est beaucoup pour une fois.',
    },
    examples: [
      'courier meet 192.168.1.20:4280',
      'courier meet https://borne.exemple --for Boën --yes',
    ],
  },
  backup: {
    about: 'sauvegarde tout dans un fichier scellé',
    more: 'La page peut rester ouverte. Sans la phrase de passe, personne ne lira ce fichier.',
    arguments: ['Le fichier à écrire. «\u00a0-\u00a0»\u00a0: la sortie du programme.'],
    options: {
      plain:
        'Ne scelle pas le fichier\u00a0: qui l’a peut tout lire et se faire passer pour la borne.',
      'for-keeper':
        'Scelle sans rien demander\u00a0: la phrase de passe de chaque personne qui tient la ' +
        'page l’ouvrira.',
      'without-files':
        'Laisse les photos et les fichiers\u00a0: le journal, la clé et les secrets seuls.',
      shelf: 'Emporte aussi les gros fichiers de l’étagère, qui restent sinon sur la borne.',
      hurt:
        'La fait quand même si le journal est abîmé\u00a0: «\u00a0cocote restore\u00a0» y ' +
        'reprendra ce qui se lit encore.',
    },
    examples: [
      'backup /media/cle/sail.cocote-sauvegarde',
      'backup sail.cocote-sauvegarde --for-keeper --data ~/sail',
    ],
  },
  restore: {
    about: 'remet une sauvegarde dans un dossier',
    more: 'Une borne qui s’y trouve est rangée dans un dossier à côté, jamais effacée.',
    arguments: ['La sauvegarde.'],
    options: {
      data:
        'Le dossier où remettre la sauvegarde. Sinon\u00a0: ./data. Une borne qui s’y trouve ' +
        'est rangée dans un dossier à côté.',
      forgettings:
        'Une liste d’oublis gardée à part\u00a0: ce qu’elle nomme est de nouveau oublié, ' +
        'même si la sauvegarde le contient.',
    },
    examples: ['restore /media/cle/sail.cocote-sauvegarde --data ~/sail'],
  },
  check: {
    about: 'vérifie chaînes, signatures, tables et fichiers',
    more: 'Ne change rien. La page peut rester ouverte.',
    examples: ['check', 'check --data ~/sail'],
  },
  rebuild: {
    about: 'refait les tables depuis le journal',
    more: 'Rien ne s’y perd\u00a0: tout est dans le journal. La page doit être fermée.',
    examples: ['rebuild --data ~/sail'],
  },
  keeper: {
    about: 'change la phrase de passe et donne dix codes neufs',
    more:
      'L’ancienne phrase et les anciens codes ne valent plus rien, et chacun doit entrer de ' +
      'nouveau. La page doit être fermée.',
    examples: ['keeper --data ~/sail'],
  },
  export: {
    about: 'écrit tout ce qui est public en CSV et JSON, ou en site',
    arguments: ['L’archive .zip à écrire.'],
    options: {
      site:
        'Écrit dans ce dossier neuf une copie de la page, en lecture seule, qu’un hébergeur ' +
        'ou une clé peut servir.',
      private: 'Ajoute ce qui ne doit pas sortir de la borne. Demande un des dix codes.',
      shelf:
        'Avec --private, emporte aussi les fichiers de l’étagère\u00a0: ils peuvent être ' +
        'très lourds.',
      code:
        'Le code qui le permet\u202f; il ne vaudra plus rien ensuite. Sinon, la question est ' +
        'posée.',
      lang: 'La langue des titres de colonnes, ou du site\u00a0: fr ou en. Sinon\u00a0: fr.',
    },
    examples: ['export sail.zip', 'export sail.zip --private', 'export --site ~/site'],
  },
  import: {
    about: 'reprend un export dans cette borne',
    more: 'Tout ou rien\u00a0: un export qui ne va pas ne laisse rien.',
    arguments: ['L’archive faite par «\u00a0cocote export\u00a0».'],
    examples: ['import sail.zip --data ~/sail'],
  },
  fill: {
    about: 'remplit d’annonces plausibles, pour mesurer',
    options: {
      records: 'Combien d’éléments écrire, de 1 à 1\u202f000\u202f000.',
      day: 'Le jour depuis lequel compter les dates, écrit 2026-12-05. Sinon\u00a0: aujourd’hui.',
    },
    examples: ['fill --records 2000 --data ~/essai'],
  },
  completion: {
    about: 'écrit de quoi compléter les verbes avec la touche Tab',
    more:
      'À mettre une fois dans la configuration de l’interpréteur, comme le montrent les ' +
      'exemples. À refaire quand le programme change de version.',
    arguments: ['L’interpréteur de commandes\u00a0: bash, zsh ou fish.'],
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/cocote',
      'completion zsh > ~/.zfunc/_cocote',
      'completion fish > ~/.config/fish/completions/cocote.fish',
    ],
  },
} satisfies Record<string, VerbWords>
