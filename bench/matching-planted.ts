/**
 * Pairs planted from a seed: notices as a village writes them, of which it is known whether one
 * answers the other.
 */
export type Planted = Readonly<{
  title: string
  detail?: string
  mode?: string
  hand?: boolean
  counterpart?: string
  against?: string
  themes?: readonly string[]
  commune?: string
  who?: string
  reach?: string
  from?: string
  until?: string
  when?: string
}>
export type PlantedPair = Readonly<{ offer: Planted; need: Planted; answers: boolean; why: string }>

/** Chance that comes back the same for one seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let held = seed >>> 0
  return () => {
    held = (held + 0x6d2b79f5) >>> 0
    let t = Math.imul(held ^ (held >>> 15), 1 | held)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
type Chance = () => number
const of = <T>(chance: Chance, all: readonly T[]): T => all[Math.floor(chance() * all.length)]!

const NAMES = (
  'Anaïs Malo Lucie Hugo Émilie Karim Jeanne Paulin Odile Samir Thérèse Gaspard Nadia Félix ' +
  'Irène Basile Colette Marius Yasmine Armand Solène Tristan Aziz Agathe Robin Fatou'
).split(' ')
const REACHES = [
  'au local le mercredi',
  'au café',
  'un mot dans la boîte',
  'à la sortie de l’école',
  'par Malo, qui transmet',
]
export const COMMUNES = ['42195', '42119', '42313', '42019', '42227', '42288', '42136', '42134']

/** One thing under the names that people give it; then things that look like it and are not. */
const THINGS: readonly (readonly [names: string, unlike: string])[] = [
  [
    'une remorque|une remorque pour la voiture|sa remorque bagagère',
    'une remorque à vélo|une caravane|une roue de remorque',
  ],
  [
    'une machine à coudre|sa vieille machine à coudre',
    'une machine à laver|une machine à pain|du fil à coudre',
  ],
  ['un lave-linge|une machine à laver', 'une machine à coudre|un lave-vaisselle'],
  [
    'du papier à dessin|des feuilles à dessin|du papier',
    'du papier peint|des crayons|une imprimante',
  ],
  [
    'du bois de chauffage|du bois de chauffe|des bûches|trois stères de bois',
    'un poêle|des palettes de transport|une scie à ruban',
  ],
  ['une tondeuse|une tondeuse à gazon', 'un motoculteur|une débroussailleuse|du gazon en rouleau'],
  [
    'un broyeur|un broyeur de végétaux|un broyeur à branches',
    'un taille-haie|du broyat|des branches',
  ],
  [
    'des bocaux|des bocaux vides|des pots en verre',
    'des confitures|des bouteilles|des pots de fleurs',
  ],
  [
    'des plants de tomates|des plants de tomate',
    'des tomates|des graines de courges|un tuteur en fer',
  ],
  [
    'des chaises|une dizaine de chaises|des chaises pliantes',
    'des tables|un fauteuil roulant|une chaise haute',
  ],
  ['un barnum|une tonnelle|un chapiteau', 'une tente de camping|une sono|des bâches'],
  ['du fumier|du fumier de cheval|du crottin', 'un cheval|du foin|de la paille'],
  ['un vélo|une bicyclette', 'un vélo d’enfant|une remorque à vélo|un casque'],
  [
    'un vélo d’enfant|un petit vélo pour enfant',
    'des livres pour enfants|une poussette|un vélo électrique',
  ],
  ['des œufs|des œufs frais', 'des poules|un poulailler|des boîtes à chaussures'],
  ['des poules|des poulettes|deux pondeuses', 'des œufs|un poulailler|des lapins'],
  ['un ordinateur|un ordinateur portable|un PC', 'une imprimante|un bureau|un téléphone'],
  ['un vidéoprojecteur|un vidéo-projecteur', 'un écran de télé|un appareil photo|une sono'],
  ['des planches|des planches de sapin|des voliges', 'des étagères|du bois de chauffage|une scie'],
  ['un canapé|un sofa|un clic-clac', 'un matelas|une table basse|des coussins'],
  ['une armoire|une grande armoire|une penderie', 'un bureau|une table|des cintres'],
  ['un frigo|un réfrigérateur', 'un congélateur|une gazinière|une glacière'],
  ['une échelle|un escabeau', 'un échafaudage|une corde|un ascenseur'],
  ['des livres|des bouquins|des romans', 'des étagères|des journaux|des disques'],
  ['de la laine|des pelotes de laine', 'de la laine de verre|des aiguilles|un mouton'],
  ['un terrain|une parcelle|un bout de terre|une friche', 'une maison|un tracteur|un garage'],
  ['un piano|un clavier', 'une guitare|des partitions|un banc'],
  ['une guitare|sa guitare', 'un piano|une trompette|des cordes à linge'],
  ['du foin|des bottes de foin', 'de la paille|un cheval|des bottes en caoutchouc'],
  ['des cartons|des cartons de déménagement', 'du papier|un camion|des caisses en bois'],
  [
    'des vêtements de bébé|des habits de bébé',
    'des vêtements de travail|un lit de bébé|des jouets',
  ],
  ['une bétonnière|une bétonière', 'une brouette|du ciment|du gravier'],
  ['des tuiles|des tuiles anciennes', 'des briques|un couvreur en livre|du carrelage'],
  ['un congélateur|un congélo', 'un frigo|un four|une glacière'],
  ['une poussette|un landau', 'un siège auto|un lit de bébé|une brouette'],
  ['des jouets|des jeux pour enfants', 'des vêtements pour enfants|une balançoire en kit|un livre'],
  ['du compost|du terreau', 'un composteur|du sable|des graines'],
  ['une sono|une sonorisation|des enceintes', 'un micro|une guitare|des lampions'],
]
/** A kind, and things of it: who asks for the kind is answered by the thing. */
const KINDS: readonly (readonly [wide: string, narrow: string])[] = [
  ['des légumes', 'des courgettes|un surplus de tomates|des poireaux|des courges'],
  ['des fruits', 'des pommes|des coings|des cerises|des noix'],
  ['des meubles', 'une commode|une armoire|une table et quatre chaises|un buffet'],
  ['des outils de jardin', 'une bêche|un râteau|une brouette|un sécateur'],
  ['un instrument de musique', 'un accordéon|une guitare|un violon'],
  ['des matériaux', 'des briques|des parpaings|des poutres|du carrelage'],
]
/** What is done, as one says it offering and asking; then another doing. */
const DOINGS: readonly (readonly [offered: string, asked: string, unlike: string])[] = [
  [
    'répare les vélos|propose de réparer les vélos',
    'cherche quelqu’un pour réparer son vélo|a besoin d’aide pour réparer un vélo',
    'donne un vélo',
  ],
  [
    'donne des cours de guitare|propose d’apprendre la guitare',
    'cherche des cours de guitare|voudrait apprendre la guitare',
    'vend une guitare|donne des cours d’anglais',
  ],
  [
    'garde les enfants le mercredi|propose de garder des enfants',
    'cherche quelqu’un pour garder ses enfants|cherche une garde d’enfants',
    'donne des livres pour enfants|garde des chats pendant les vacances',
  ],
  [
    'garde les poules pendant les vacances|peut nourrir les poules',
    'cherche quelqu’un pour garder ses poules|cherche quelqu’un pour nourrir ses poules',
    'vend des poules',
  ],
  [
    'propose de tailler les haies|taille les haies',
    'cherche de l’aide pour tailler sa haie|cherche quelqu’un pour la taille de ses haies',
    'prête un taille-haie|donne des plants de haie',
  ],
  [
    'propose de l’aide aux devoirs|fait du soutien scolaire',
    'cherche de l’aide aux devoirs pour son fils|cherche du soutien scolaire',
    'donne des cahiers|garde les enfants',
  ],
  [
    'propose de repeindre les volets|peint les volets',
    'cherche un coup de main pour repeindre ses volets',
    'donne des volets|répare les volets',
  ],
  [
    'donne un coup de main pour déménager|propose d’aider à porter des meubles',
    'cherche des bras pour porter des meubles|cherche de l’aide pour déménager des meubles',
    'vend des meubles',
  ],
  [
    'propose de traduire des lettres|fait de la traduction de lettres',
    'cherche quelqu’un pour traduire une lettre',
    'prête un dictionnaire',
  ],
  [
    'fait de la couture, ourlets et retouches|propose des retouches',
    'cherche quelqu’un pour un ourlet|cherche quelqu’un pour des retouches',
    'vend du tissu',
  ],
]
const TOWNS = ['Boën', 'Montbrison', 'Feurs', 'Saint-Étienne', 'Roanne', 'Clermont']
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const GIVING = ['donne', 'prête', 'propose', 'partage', 'a', 'offre']
const SEEKING = ['cherche', 'recherche', 'aurait besoin de', 'voudrait', 'cherche à emprunter']
const TAILS = [
  '',
  '',
  '',
  ', à venir chercher',
  ', derrière la salle',
  '. Qui en veut\u202f?',
  ', en bon état',
  ' pour l’hiver',
]
const ASKED_TAILS = [
  '',
  '',
  '',
  ', même ancien',
  ' pour la fête du village',
  ' pour l’école',
  ', merci d’avance',
  ' avant l’hiver',
]

/** A slip of the hand: a letter twice, or one missing, in a long word of the sentence. */
function slip(title: string, chance: Chance): string {
  const words = title.split(' ')
  const long = words.flatMap((word, i) => (i > 1 && /^[a-zé]{7,}$/.test(word) ? [i] : []))
  if (long.length === 0) return title
  const i = of(chance, long)
  const word = words[i]!
  const at = 2 + Math.floor(chance() * (word.length - 4))
  words[i] =
    chance() < 0.5
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + word[at] + word.slice(at)
  return words.join(' ')
}
const bare = (named: string): string => named.replace(/^sa |^son /, 'une ')
/** *besoin de* before a thing. */
const joined = (verb: string, thing: string): string =>
  verb.endsWith(' de')
    ? `${verb.slice(0, -2)}` +
      `${/^(des|du|de la) /.test(thing) ? thing.replace(/^(des|du|de la) /, 'de ') : `d’${thing}`}`
    : `${verb} ${thing}`

function offerOf(thing: string, chance: Chance): Planted {
  return {
    ...person(chance),
    title: `${of(chance, NAMES)} ${of(chance, GIVING)} ${thing}${of(chance, TAILS)}`,
  }
}
function needOf(thing: string, chance: Chance): Planted {
  return {
    ...person(chance),
    title:
      `${of(chance, NAMES)} ` +
      `${joined(of(chance, SEEKING), bare(thing))}${of(chance, ASKED_TAILS)}`,
  }
}
const person = (chance: Chance) => ({
  commune: of(chance, COMMUNES),
  reach: `${of(chance, REACHES)} ${Math.floor(chance() * 1e6)}`,
})

const MAKINGS: readonly ((chance: Chance) => PlantedPair)[] = [
  chance => {
    const names = of(chance, THINGS)[0].split('|')
    const [offer, need] = [offerOf(of(chance, names), chance), needOf(of(chance, names), chance)]
    return { offer, need, answers: true, why: 'one thing' }
  },
  chance => {
    const names = of(chance, THINGS)[0].split('|')
    const [offer, need] = [offerOf(of(chance, names), chance), needOf(of(chance, names), chance)]
    return {
      offer: { ...offer, title: slip(offer.title, chance) },
      need,
      answers: true,
      why: 'a slip of the hand',
    }
  },
  chance => {
    const [names, unlike] = of(chance, THINGS)
    return {
      offer: offerOf(of(chance, unlike.split('|')), chance),
      need: needOf(of(chance, names.split('|')), chance),
      answers: false,
      why: 'looks like it',
    }
  },
  chance => {
    const [names, unlike] = of(chance, THINGS)
    return {
      offer: offerOf(of(chance, names.split('|')), chance),
      need: needOf(of(chance, unlike.split('|')), chance),
      answers: false,
      why: 'looks like it',
    }
  },
  chance => {
    const [wide, narrow] = of(chance, KINDS)
    return {
      offer: offerOf(of(chance, narrow.split('|')), chance),
      need: needOf(wide, chance),
      answers: true,
      why: 'a kind',
    }
  },
  chance => {
    const [offered, asked] = of(chance, DOINGS)
    const said = (all: string) => ({
      ...person(chance),
      title: `${of(chance, NAMES)} ${of(chance, all.split('|'))}`,
    })
    return { offer: said(offered), need: said(asked), answers: true, why: 'a doing' }
  },
  chance => {
    const [, asked, unlike] = of(chance, DOINGS)
    const said = (all: string) => ({
      ...person(chance),
      title: `${of(chance, NAMES)} ${of(chance, all.split('|'))}`,
    })
    return { offer: said(unlike), need: said(asked), answers: false, why: 'another doing' }
  },
  chance => ride(chance, true, true),
  chance => ride(chance, false, true),
  chance => ride(chance, true, false),
  chance => {
    const thing = of(chance, THINGS)[0].split('|')[0]!
    const offer = { ...person(chance), title: `${of(chance, NAMES)} vend ${thing}`, mode: 'sell' }
    return {
      offer,
      need: { ...person(chance), title: `${of(chance, NAMES)} cherche à emprunter ${bare(thing)}` },
      answers: false,
      why: 'another way',
    }
  },
  chance => {
    const thing = of(chance, THINGS)[0].split('|')[0]!
    const [offer, need] = [offerOf(thing, chance), needOf(thing, chance)]
    return {
      offer: { ...offer, who: 'Odile' },
      need: { ...need, who: 'Odile', reach: offer.reach! },
      answers: false,
      why: 'her own',
    }
  },
]

function ride(chance: Chance, sameTown: boolean, sameDay: boolean): PlantedPair {
  const [town, day] = [of(chance, TOWNS), of(chance, DAYS)]
  const other = <T>(all: readonly T[], not: T): T =>
    of(
      chance,
      all.filter(one => one !== not),
    )
  const [asked, askedDay] = [sameTown ? town : other(TOWNS, town), sameDay ? day : other(DAYS, day)]
  const offered = of(chance, [
    `descend à ${town} ${day} matin, une place`,
    `va à ${town} le ${day}, deux places`,
    `propose un covoiturage vers ${town} ${day}`,
  ])
  const wanted = of(chance, [
    `cherche une place pour ${asked} ${askedDay}`,
    `cherche un trajet vers ${asked} le ${askedDay}`,
    `voudrait aller à ${asked} ${askedDay} matin`,
  ])
  return {
    offer: { ...person(chance), title: `${of(chance, NAMES)} ${offered}`, mode: 'ride' },
    need: { ...person(chance), title: `${of(chance, NAMES)} ${wanted}` },
    answers: sameTown && sameDay,
    why: sameTown && sameDay ? 'a ride' : sameTown ? 'another day' : 'another way to go',
  }
}

export function plantedPairs(seed: number, count: number): readonly PlantedPair[] {
  const chance = chanceFrom(seed)
  return Array.from({ length: count }, (_, i) => MAKINGS[i % MAKINGS.length]!(chance))
}
