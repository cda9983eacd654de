/** What a verb's --help says: the verb in a few words, then each of its options in a sentence. */
export const help = {
  usage: 'cocote VERBE [options]',
  verbs: 'Verbes',
  options: 'Options',
  serve: 'ouvre la page',
  harvest: 'propose ce que contient une page de notes',
  rebuild: 'refait les tables depuis le journal',
  check: 'vérifie chaînes, signatures, tables et fichiers',
  backup: 'sauvegarde tout dans un fichier scellé',
  restore:
    'remet une sauvegarde dans un dossier\u202f; la borne qui s’y trouve est rangée à côté, jamais effacée',
  export: 'écrit tout ce qui est public en CSV et JSON',
  import: 'reprend un export dans cette borne',
  keeper: 'change la phrase de passe et imprime dix codes neufs',
  fill: 'remplit d’annonces plausibles, pour mesurer',
  print: 'imprime en PDF\u00a0: affichette, feuille de la semaine, annuaire…',
  shelf: 'met les fichiers d’un dossier sur l’étagère, ou renouvelle un choix de saison',
  courier: 'prépare ou prend les nouvelles que porte le facteur',
  box: 'dit quelles bornes sont connues, et lesquelles croire ; fait et vérifie versions et kit',
  evening:
    'tient une soirée sur un portable\u00a0: Wi-Fi, page, carte du comptoir, et tout sur une clé à la fin',
  /** By option, then by verb where one option means two things. */
  option: {
    data: 'Le dossier de la borne. Sinon\u00a0: ./data.',
    help: 'Montre cette aide et ne fait rien d’autre.',
    'passphrase-file':
      'Lit la phrase de passe dans ce fichier. Sinon\u00a0: la variable COCOTE_PASSPHRASE, ou la question est posée.',
    'serve.data':
      'Le dossier où la page garde tout. Sinon\u00a0: ./data, ou, avec --demo, un dossier de passage, neuf à chaque fois.',
    'serve.port':
      'Le port où l’on lit la page, en http. Sinon\u00a0: 4280. Avec 0, un port libre est choisi.',
    'serve.tls-port':
      'Le port où entre la personne qui tient la page, en https. Sinon\u00a0: 4243. Avec 0, un port libre est choisi.',
    'serve.host':
      'L’adresse où écouter\u00a0: 127.0.0.1 pour cette machine seule, 0.0.0.0 pour tout le réseau, où elle se dit aux autres bornes (sauf avec COCOTE_MDNS=0). Sinon\u00a0: 127.0.0.1.',
    'serve.name':
      'Un nom sous lequel la page répond, comme borne.local. L’option se répète pour en donner plusieurs.',
    'serve.demo':
      'Ouvre la page d’un village d’essai, déjà remplie, et dit la phrase de passe pour y entrer.',
    'serve.allow-local':
      'Laisse cueillir une adresse de cette machine ou du réseau d’ici\u202f; sinon elle est refusée.',
    'serve.captive':
      'Sur le Wi-Fi d’une borne : accueille les téléphones qui arrivent, et mène à la page quel que soit le nom tapé. Sur une borne installée, c’est déjà ainsi.',
    'harvest.data':
      'N’y change rien\u00a0: ce verbe lit une page de notes, et n’ouvre aucune borne.',
    'harvest.json':
      'Écrit ce qui est reconnu en JSON, pour une machine, au lieu d’une liste à lire.',
    'harvest.allow-local':
      'Laisse cueillir une adresse de cette machine ou du réseau d’ici\u202f; sinon elle est refusée.',
    'shelf.licence': 'La licence des fichiers dont la liste ne dit rien.',
    'shelf.season': 'Remplace tout le dossier par ce choix\u00a0: «\u00a0Hiver 2026\u00a0».',
    'shelf.keep-old': 'Garde l’ancien choix dans un dossier à part.',
    'backup.shelf': 'Emporte aussi les gros fichiers de l’étagère, qui restent sinon sur la borne.',
    'backup.hurt':
      'La fait quand même si le journal est abîmé\u00a0: «\u00a0cocote restore\u00a0» y reprendra ce qui se lit encore.',
    'backup.plain':
      'Ne scelle pas le fichier\u00a0: qui l’a peut tout lire et se faire passer pour la borne.',
    'backup.for-keeper':
      'Scelle sans rien demander\u00a0: la phrase de passe de la personne qui tient la page l’ouvrira. FILE peut être «\u00a0-\u00a0», la sortie.',
    'restore.data':
      'Le dossier où remettre la sauvegarde. Sinon\u00a0: ./data. Une borne qui s’y trouve est rangée dans un dossier à côté.',
    'restore.forgettings':
      'Une liste d’oublis gardée à part\u00a0: ce qu’elle nomme est de nouveau oublié, même si la sauvegarde le contient.',
    'export.site':
      'Écrit dans ce dossier neuf une copie de la page, en lecture seule, qu’un hébergeur ou une clé peut servir.',
    'export.private': 'Ajoute ce qui ne doit pas sortir de la borne. Demande un des dix codes.',
    'export.shelf':
      'Avec --private, emporte aussi les fichiers de l’étagère\u00a0: ils peuvent être très lourds.',
    'export.code':
      'Le code qui le permet\u202f; il ne vaudra plus rien ensuite. Sinon, la question est posée.',
    'export.lang': 'La langue des titres de colonnes\u00a0: fr ou en. Sinon\u00a0: fr.',
    'fill.records': 'Combien d’éléments écrire, de 1 à 1 000 000.',
    'fill.day':
      'Le jour depuis lequel compter les dates, écrit 2026-12-05. Sinon\u00a0: aujourd’hui.',
    'evening.hotspot':
      'Ouvre un Wi-Fi ouvert à tous avec celui de cet ordinateur, et le referme à la fin, même si tout s’arrête d’un coup.',
    'evening.wifi': 'Le nom de ce Wi-Fi, sur les téléphones et sur la carte. Sinon\u00a0: CoCoTe.',
    'evening.port':
      'Le port où l’on lit la page. Sinon\u00a0: 80 s’il est permis, puis 8000, puis 4280.',
    'evening.tls-port':
      'Le port où entre la personne qui tient la page, en https. Sinon\u00a0: 4243.',
    'evening.card':
      'Le fichier où écrire la carte du comptoir. Sinon\u00a0: carte-du-comptoir.pdf, ici.',
    'evening.print': 'Envoie aussi la carte à l’imprimante, si la commande lp est là.',
    'evening.key':
      'Le dossier de la clé où tout écrire à la fin. Sinon\u00a0: celle qui est branchée.',
    'evening.for': 'La borne à qui vont les nouvelles\u202f; sinon, à qui les emporte.',
    'evening.look':
      'Regarde ce que le Wi-Fi de cet ordinateur sait faire, le dit, ne change rien et n’ouvre rien.',
    'evening.json':
      'Dit en JSON, pour une machine, ce qui est ouvert puis ce qui est écrit sur la clé.',
    'print.out':
      'Le fichier à écrire : en .pdf ; le rapport aussi en .html, une page qui tient en un fichier, ou en .csv, ses chiffres.',
    'print.since': 'Du rapport : le jour depuis lequel compter ce qui arrive, écrit 2026-12-05.',
    'print.format':
      'La taille du papier, quand ce qui s’imprime en a plusieurs\u00a0: a4 ou a5. Du rapport : court ou long.',
    'print.col': 'Les colonnes d’une liste, séparées par des virgules\u00a0: name,commune,reach.',
    'print.wifi':
      'Pour « comptoir » : le nom du Wi-Fi de la borne, là où elle ne le sait pas d’elle-même.',
    'print.open':
      'Avec --wifi\u00a0: ce Wi-Fi est ouvert à tous. Sinon la carte laisse la place d’un mot de passe.',
    'print.json': 'Dit ce qui est écrit en JSON, pour une machine.',
    'courier.out': 'Avec pack\u00a0: le fichier où mettre les nouvelles.',
    'courier.for':
      'Avec pack : la borne à qui elles vont ; ce qu’elle a déjà n’y est pas remis. Avec meet : la seule borne avec qui échanger.',
    'courier.since':
      'Avec pack\u00a0: un fichier .cocote ou .json fait par l’autre borne, qui dit ce qu’elle possède déjà.',
    'courier.receipt':
      'Avec deliver\u00a0: le fichier où mettre le reçu, à rapporter à l’autre borne.',
    'courier.yes': 'Avec deliver ou meet : prend tout, même quand c’est beaucoup pour une fois.',
    'courier.json': 'Avec pack, deliver ou meet : dit ce qui est fait en JSON, pour une machine.',
    'box.json': 'Dit les bornes, ou celle dont on décide, en JSON, pour une machine.',
    'box.called': 'Avec pair\u00a0: le nom sous lequel on parle ici de cette borne.',
    'box.off': 'Avec pair, accept, pause ou dismiss\u00a0: le défait au lieu de le faire.',
    'box.out':
      'Avec release ou kit : le dossier où mettre ce qui est fait. Avec unpack : le dossier neuf à remplir.',
    'box.key': 'Avec release ou kit : la clé qui signe, faite par « cocote box signing-key ».',
    'box.keys': 'Le dossier des clés à qui se fier, en .pub. Sinon : /etc/cocote/keys.',
    'box.arch':
      'La sorte de machine : x64 ou arm64. Sinon : celle-ci. Avec release ou kit, l’option se répète.',
    'box.as': 'Avec release ou kit : le numéro que porte la version. Sinon : celui du projet.',
    'box.from':
      'Avec release ou kit : la plus ancienne version qui peut passer d’un coup à celle-ci.',
    'box.older': 'Avec verify ou unpack : accepte une version plus ancienne que celle d’ici.',
    'box.new':
      'Avec verify, unpack ou versions : rien ne tourne ici encore, toute version peut être la première.',
    'box.whose':
      'Avec signing-key : le nom de qui signe, que la borne dira à la personne qui la tient.',
    'box.trust': 'Avec kit : une clé .pub de plus à qui la borne se fiera. L’option se répète.',
    'box.number': 'Avec answers : la version qui doit répondre sur cette machine.',
    'box.wait': 'Avec answers : combien de secondes attendre la première réponse. Sinon : 60.',
    'box.stay':
      'Avec answers : combien de secondes elle doit ensuite répondre sans tomber. Sinon : 30.',
    'backup.without-files':
      'Laisse les photos et les fichiers : le journal, la clé et les secrets seuls.',
    'box.allow-local':
      'Avec fetch : laisse prendre une adresse de cette machine ou du réseau d’ici ; sinon elle est refusée.',
    'box.suite':
      'Avec kit : la Debian de la borne, trixie ou bookworm. Sinon : celle d’ici. L’option se répète.',
  } satisfies Record<string, string> as Readonly<Record<string, string>>,
}
