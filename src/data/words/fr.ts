import type { FieldKind } from '../../core/schema.ts'
import { quotable } from '../../text/quoting.ts'
import { fr as again } from '../again-words/fr.ts'
import type { LicenceTerms } from '../licence.ts'

const spaced = (n: number): string => n.toLocaleString('fr-FR')

const asked: Readonly<Record<LicenceTerms, string>> = {
  nothing: 'ne demande rien',
  source: 'dire de qui elles viennent et de quel jour elles sont',
  same:
    'dire de qui elles viennent et de quel jour elles sont, et redonner sous cette même ' +
    'licence ce qu’on en fait',
}

/** Sentences of `/donnees`: what leaves as data, and under which licence. */
const data = {
  title: 'Les données de la page',
  all: 'Toutes les données',
  lead:
    'Tout ce qui est montré ici peut s’emporter : dans un tableur, sur une carte, dans un ' +
    'agenda, dans un autre programme. Ces adresses ne changent pas.',
  ask: (who: string, reach: string | null) =>
    `Une question, une erreur : ${who}${reach ? ` (${reach})` : ''}.`,
  askSomebody: 'Une question, une erreur : demandez à la personne qui tient la page.',
  onlyPublic:
    'Il n’y a là que ce que tout le monde peut déjà lire sur la page. Ce qui reste dans la ' +
    'borne n’en sort pas par ici.',
  open: 'Données ouvertes',
  openLead:
    'Chacun peut les reprendre, pour tout usage. Voici ce que chaque licence demande en retour.',
  partly: 'En partie ouvertes',
  partlyLead:
    'Dans ces listes, chaque ligne a sa licence, et certaines n’en ont pas ou ne veulent ' +
    'pas qu’on les reprenne pour tout usage. La colonne «\u00a0Licence\u00a0» le dit\u00a0: ' +
    'ne republiez que les lignes ouvertes.',
  asks: (licence: string, asks: LicenceTerms): string => `${licence}\u00a0: ${asked[asks]}.`,
  read: 'À lire, pas à republier sans demander',
  readLead:
    'Ce sont les mots de quelqu’un, ou les notes d’une réunion : chaque texte garde la ' +
    'licence de qui l’a écrit.',
  noLicence: 'sans licence : à lire, pas à republier sans demander',
  licence: 'Licence',
  datesChanged: 'Dates changées',
  columnDates:
    'Chaque date annulée, déplacée ou ajoutée, et celles de la règle qui n’ont pas lieu\u00a0; ' +
    'vide, il n’y en a pas.',
  dateOff: (day: string, why: string): string =>
    why === '' ? `${day} annulé` : `${day} annulé\u00a0: ${why}`,
  dateResting: (day: string): string => `${day} n’a pas lieu`,
  dateMoved: (from: string, to: string, at: string): string =>
    [from === to ? from : `${from} → ${to}`, at].filter(Boolean).join(' '),
  dateAdded: (day: string): string => `${day} en plus`,
  except: (n: number, said: string) => `${spaced(n)} sous ${said}`,
  exceptNone: (n: number) => `${spaced(n)} sans licence`,
  last: (on: string) => `dernière écriture ${on}`,
  count: (n: number) => `${spaced(n)} ${n < 2 ? 'ligne' : 'lignes'}`,
  empty: 'Rien pour le moment',
  rest: 'Le reste',
  programs: 'Pour un programme\u00a0:',
  columns: 'Ce que veut dire chaque colonne',
  columnId: 'Un nom qui ne change jamais, et sert de lien d’une liste à l’autre.',
  columnLicence: 'La licence de cette ligne ; vide, il n’y en a pas.',
  others: 'Pour des programmes précis',
  lieux: 'Les lieux de médiation numérique (schéma national 1.0.2, CSV)',
  structures: 'Les structures pour data·inclusion (1.0.8, JSON)',
  services: 'Les services pour data·inclusion (1.0.8, JSON)',
  holds: (n: number) => ` (${spaced(n)} ${n < 2 ? 'lieu' : 'lieux'})`,
  leftOut: (name: string, why: readonly string[]) =>
    `${name} n’y est pas\u00a0: ${why.join(', ')}.`,
  why: {
    doubtful: 'il est à confirmer',
    noPivot: 'il manque un numéro SIRET ou RNA',
    noCommune: 'il manque la commune',
    noPostal: 'il manque le code postal, ou la commune en a plusieurs',
    noAddress: 'il manque l’adresse',
    badAddress: 'son adresse contient un signe que le schéma refuse',
    noName: 'son nom est trop court',
    longName: 'son nom est trop long',
    noDescription: 'rien n’est dit de ce qu’on y trouve',
  },
  computers: (n: number) =>
    n === 1
      ? 'Un ordinateur en libre service, avec Internet.'
      : `${n} ordinateurs en libre service, avec Internet.`,
  agenda: 'L’agenda, pour un téléphone ou un ordinateur',
  catalogue: 'Le catalogue de ces listes (schema.org)',
  allInOne: 'Pour Excel ou LibreOffice\u00a0: tout en un fichier',
  formats: 'Quel fichier choisir',
  kinds: {
    csv: 'CSV\u00a0: un autre programme, ou LibreOffice.',
    excel: 'Excel\u00a0: le même, à ouvrir d’un double clic dans un Excel en français.',
    ods: 'ODS : LibreOffice, avec les jours et les prix comme il faut.',
    json: 'JSON : chaque valeur exactement, pour les machines.',
    geojson: 'GeoJSON : une carte, uMap ou QGIS. Ce qui n’a pas de point y est sans point.',
    jsonld: 'JSON-LD : les mots de schema.org, pour les moteurs de recherche.',
    atom: 'Atom : suivre ce qui s’ajoute, dans un lecteur de flux.',
  },
  feed: (what: string, page: string) => `${what} · ${page}`,
  link: (one: string) => `${one}, par son identifiant`,
  field: {
    text: 'du texte',
    prose: 'un texte long',
    number: 'un nombre',
    quantity: 'une quantité et son unité',
    money: 'un prix : en centimes dans le JSON, en euros ailleurs',
    choice: 'un mot parmi quelques-uns',
    themes: 'des thèmes',
    day: 'un jour, année-mois-jour',
    time: 'une heure',
    moment: 'un moment, en temps universel',
    period: 'une période, du premier au dernier jour',
    recurrence: 'ce qui revient : règle RRULE de la RFC 5545',
    commune: 'une commune : code INSEE dans le JSON, nom ailleurs',
    point: 'latitude, longitude, en degrés WGS 84',
    link: 'un lien vers une autre liste',
    files: 'des fichiers, par leur empreinte',
    phone: 'un téléphone',
    email: 'une adresse électronique',
    url: 'une adresse de page',
    hours: 'des horaires, comme OpenStreetMap les écrit',
    yesNo: 'oui ou non',
  } satisfies Readonly<Record<FieldKind, string>>,
}

/** A table that is brought. */
const table = {
  title: 'Apporter un tableau',
  lead:
    'Un tableau, une carte, un agenda ou une liste de flux devient des annonces, des lieux, ' +
    'des rendez-vous… Rien n’est écrit tant que tout ce que vous demandez n’est pas bon.',
  kindGuessed: 'à voir d’après le fichier',
  kindHint: 'Si ce n’est pas cela, choisissez autre chose, puis «\u00a0Regarder de nouveau\u00a0».',
  shapes: (n: number): string =>
    n === 1
      ? 'Une ligne était dessinée par un contour ou un tracé\u00a0: seul son milieu est gardé.'
      : `${n} lignes étaient dessinées par un contour ou un tracé\u00a0: seul leur milieu est ` +
        'gardé.',
  kind: 'Ce que contient le tableau',
  file: 'Le fichier',
  fileHint:
    'CSV ou ODS (LibreOffice), GeoJSON, iCalendar (.ics) ou OPML, jusqu’à 5 Mo ; dans un ' +
    'tableau, la première ligne porte les titres des colonnes.',
  look: 'Regarder',
  datesToo: 'Les dates annulées, déplacées, ajoutées ou enlevées de chaque série viennent avec.',
  takesAWhile:
    'C’est l’affaire de quelques secondes, un peu plus sur une petite borne : la page suivante ' +
    'dit ce qui est écrit.',
  lookAgain: 'Regarder de nouveau',
  noKind: 'Choisissez ce que contient le tableau.',
  noFile: 'Choisissez un fichier.',
  tableGone:
    'Ce tableau n’est plus dans la borne : il est déjà écrit, ou il a attendu trop ' +
    'longtemps. S’il n’est pas écrit, choisissez-le de nouveau.',
  found: (n: number, name: string) =>
    `${n === 1 ? 'Une ligne' : `${n} lignes`} dans « ${name} ». Dites ce que remplit chaque ` +
    'colonne.',
  heading: 'Colonne',
  example: 'Première ligne',
  fills: 'Remplit',
  leaveOut: 'rien (laissée)',
  allRight: (n: number) => (n === 1 ? 'La ligne est bonne.' : `Les ${n} lignes sont bonnes.`),
  wrongLines: (n: number) => (n === 1 ? 'Une ligne à revoir' : `${n} lignes à revoir`),
  line: (n: number) => `Ligne ${n} :`,
  lines: (all: readonly number[]) =>
    all.length === 1 ? `Ligne ${all[0]} :` : `Lignes ${all.join(', ')} :`,
  unplaced: (header: string, text: string) =>
    `« ${text} »${header ? ` (${header})` : ''} n’a pas trouvé sa place.`,
  andMore: (n: number) => `Et ${n} autres.`,
  nothingToWrite:
    'Aucune ligne n’est bonne encore. Choisissez ci-dessus ce que remplit chaque colonne, et la ' +
    'réponse qui vaut pour ces lignes, puis regardez de nouveau\u00a0; ou corrigez le fichier.',
  leaveWrong: (n: number) =>
    n === 1 ? 'Laisser de côté la ligne à revoir' : `Laisser de côté les ${n} lignes à revoir`,
  there: (n: number) =>
    n === 1
      ? 'Une ligne est déjà ici, mot pour mot\u00a0: elle est laissée.'
      : `${n} lignes sont déjà ici, mot pour mot\u00a0: elles sont laissées.`,
  twice: (n: number, some: readonly string[]) =>
    n === 1
      ? `Une ligne est deux fois dans le fichier (${some.join()})\u00a0: elle est écrite une fois.`
      : `${n} lignes sont en double dans le fichier (${some.join(', ')}${
          n > some.length ? '…' : ''
        })\u00a0: chacune est écrite une fois.`,
  linesOf: (n: number, some: readonly string[]) =>
    `${n} lignes (${some.join(', ')}${n > some.length ? '…' : ''})\u00a0:`,
  foundTimes: (value: string, n: number) =>
    n === 1 ? `«\u00a0${value}\u00a0»` : `«\u00a0${value}\u00a0» ${n} fois`,
  foundThere: (found: readonly string[], more: boolean) =>
    `Trouvé\u00a0: ${found.join(', ')}${more ? '…' : ''}.`,
  mayBe: (answers: readonly string[]) => `Possible\u00a0: ${answers.join(', ')}.`,
  forThese: (n: number) => (n === 1 ? 'Pour cette ligne' : `Pour ces ${n} lignes`),
  leaveThese: 'rien\u00a0: les laisser à revoir',
  firstOnes: (n: number) =>
    n === 1 ? 'Ce qui sera écrit' : `Les ${n} premières, telles qu’elles seront écrites`,
  allThere: 'Tout est déjà ici\u00a0: il n’y a rien à écrire.',
  alike: (n: number) =>
    n === 1 ? 'Une ligne est peut-être déjà ici' : `${n} lignes sont peut-être déjà ici`,
  alikeLead: (n: number): string =>
    n === 1
      ? 'Elle est laissée, sauf si vous la cochez.'
      : 'Elles sont laissées, sauf celles que vous cochez.',
  looksLike: (title: string) => `«\u00a0${quotable(title)}\u00a0» ressemble à`,
  lineThere: (n: number, title: string) =>
    `la ligne ${n} du fichier, «\u00a0${quotable(title)}\u00a0»`,
  writeAnyway: (title: string) => `Écrire «\u00a0${quotable(title)}\u00a0» quand même`,
  andMoreLeft: (n: number) => `Et ${n} autres, laissées.`,
  nothingTicked:
    'Rien n’est écrit\u00a0: aucune ligne n’est cochée. Cochez ce qui peut être montré. Pour ' +
    'écrire une ligne sans un de ses mots, choisissez «\u00a0rien\u00a0» à la colonne qui le ' +
    'dit, puis regardez de nouveau.',
  writeTicked: 'Écrire ce qui est coché',
  write: (n: number) => (n === 1 ? 'Écrire la ligne' : `Écrire les ${n} lignes`),
  writeAndTicked: (n: number) =>
    n === 1
      ? 'Écrire la ligne, et ce qui est coché'
      : `Écrire les ${n} lignes, et ce qui est coché`,
  national: (n: number, name: string) =>
    `«\u00a0${name}\u00a0» est une liste nationale des lieux de médiation numérique ` +
    `(${n === 1 ? 'une ligne' : `${n} lignes`}). Chaque ligne devient un lieu et, lié à ` +
    'lui, ses ordinateurs ouverts à tous.',
  nationalThere: (n: number): string =>
    n === 1
      ? 'Une ligne est déjà ici\u00a0: elle est laissée.'
      : `${n} lignes sont déjà ici\u00a0: elles sont laissées.`,
  nationalElsewhere: (n: number): string =>
    n === 1
      ? 'Une ligne est d’une commune qui n’est pas de cette page\u00a0: elle est laissée.'
      : `${n} lignes sont de communes qui ne sont pas de cette page\u00a0: elles sont laissées.`,
  nationalLeft: 'Cette page n’a pas d’endroit où écrire ceci, qui est laissé\u00a0:',
  nationalColumn: (column: string, n: number): string =>
    `${column} (${n === 1 ? 'une ligne' : `${n} lignes`})`,
}

/** A copy of the page as files. */
const site = {
  notEmpty: (to: string) =>
    `Le dossier ${to} n’est pas vide. Donnez-en un neuf : rien n’y est remplacé.`,
  copy: 'Ceci est une copie de la page : on la lit, on n’y écrit pas.',
}

/** What stands in an export. */
const exported = {
  leftHere: (name: string, n: number): string =>
    `Reste sur la borne, comme tout ce qui ne se lit qu’ici\u00a0: ${name} (${n}).`,
  readme: {
    title: (name: string) => `${name} : export du commun`,
    made: (day: string) => `Fait le ${day} par CoCoTe.`,
    public:
      'Il n’y a ici que ce qui est public sur la page : rien de privé, aucun brouillon, ' +
      'rien de ce qui fut retiré ou oublié.',
    private:
      'Le dossier « prive » contient ce qui ne devait pas sortir de la borne : ne le donnez ' +
      'à personne, et effacez-le dès qu’il a servi.',
    kinds: 'Pour chaque sorte d’élément, deux fichiers :',
    json:
      'NOM.json garde chaque valeur exactement, avec les identifiants et les liens : pour les ' +
      'machines, et pour « cocote import ».',
    csv:
      'NOM.csv se lit dans un tableur : une ligne par élément, les liens et les thèmes écrits ' +
      'en mots.',
    files: 'Les fichiers joints sont dans « files », nommés par leur empreinte.',
    counts: 'Ce qu’il y a :',
    columns: 'Le nom de chaque colonne, dans le CSV et dans le JSON :',
    licence: 'Licence',
    noLicence:
      'aucune n’a été choisie par la personne qui tient la page. Demandez-lui avant de ' +
      'republier ; les notes de réunion gardent celle de leur auteur.',
    hasLicence: (name: string) =>
      `${name}, choisie par la personne qui tient la page. Les notes de réunion gardent ` +
      'celle de leur auteur.',
    keptBy: (who: string) => `À qui s’adresser : ${who}`,
  },
  yes: 'oui',
  no: 'non',
}

export const fr = { data, table, again, site, exported }
