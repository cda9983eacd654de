/**
 * What neighbours write in French of what somebody searches in English.
 *
 * Shape   as the lines of `other-words.ts`.
 */
export const ENGLISH = `
  doctor gp surgery physician = médecin, cabinet médical, maison de santé, docteur
  nurse injection bandage = infirmière, cabinet infirmier
  hospital emergency = hôpital, chu
  chemist pharmacy medicine drug prescription = pharmacie, médicament
  dentist tooth teeth = dentiste
  glasses optician = opticien, lunettes
  physio physiotherapist massage = kiné, massage
  hairdresser haircut hair barber = coiffeuse, coiffeur, cheveux
  blood donor = sang, collecte de sang, prises de sang
  elderly senior seniors old retired = anciens, aînés, personnes âgées
  disabled wheelchair = fauteuil roulant, accessible
  lonely visit visitor visitors = visites, personnes seules
  child children kid kids toddler = enfants, enfant
  baby = bébé
  babysitter babysitting sitter nanny childminder childcare nursery daycare = baby sitting, baby
    sitter, assistante maternelle, garderie, garder enfants
  school teacher class classes = école, classe, cours
  homework tutor tutoring maths math = soutien scolaire, aide aux devoirs, maths
  teenager teen youth = jeunes, ado
  toy toys = jouets
  story stories storytelling tales tale = contes, histoires
  birthday wedding christening party parties = fête, anniversaire, mariage, barnum, salle des
    fêtes
  christmas xmas = noël
  easter = pâques
  dog dogs puppy = chien, chiot, chienne
  cat cats kitten kittens = chat, chats, chatons, chaton
  pet pets animal animals = animaux, bêtes, chats
  feed feeding = nourrir, garder, croquettes
  vet = vétérinaire
  hen hens chicken chickens = poules, poule, poulet
  egg eggs = œufs
  sheep lamb ram ewe = brebis, mouton, agneau, bélier
  goat goats = chèvre, chèvres
  cow cows calf cattle = vache, veau, génisse
  horse horses pony riding = cheval, poney, équitation
  donkey donkeys = âne, ânesse
  rabbit rabbits = lapin
  bee bees beehive = abeilles, ruche, apiculteur
  wasp hornet = guêpes, frelons
  honey = miel
  milk butter = lait, beurre
  cheese = fromage, fourme
  bread bakery baker = boulangerie, pain, dépôt de pain
  meat butcher sausage = boucherie, viande
  fish fishing = pêche, poisson, poissonnier, truites
  vegetable vegetables veg = légumes, amap
  potato potatoes = pommes de terre, patates
  apple apples = pommes
  fruit fruits = fruits, pommes
  jam jams = confitures, confiture
  wine = vin
  beer = bière
  food meal meals = repas, portage de repas
  dinner lunch eat restaurant pub cafe = restaurant, bar, plat du jour, menu, repas
  soup = soupe
  market markets = marché
  shop shops grocery groceries supermarket store = épicerie, commerce, courses, marché
  farm farmer = ferme, producteur
  cars = voiture, auto
  ride lift carpool carpooling hitchhike = covoiturage, trajet, place dans la voiture
  drive driver driving = covoiturage, trajet, permis
  bus coach shuttle transport = navette, car, bus, transport
  train station = train, gare
  airport plane flight = aéroport
  bike bikes bicycle cycling = vélo, vélos
  moped motorbike = mobylette, scooter, moto
  garage mechanic breakdown tyre tyres tire tires = garage, dépannage, pneus, réparations
  fuel petrol gas = essence, station-service
  trailer trailers = remorque
  truck van vans lorry = camionnette, fourgon, camion
  moving removal = déménagement
  house home flat apartment accommodation = logement, maison, appartement, chambre
  room rooms bedroom lodger = chambre, salle
  hall venue = salle des fêtes, salle
  hotel inn hostel guesthouse = gîte, hôtel, chambres d’hôtes, auberge
  holiday holidays vacation = vacances, gîte
  camping campsite = camping
  tent marquee = barnum, tente, chapiteau
  chair chairs bench benches = chaises, bancs
  wood firewood logs log = bois, stère, bûches
  pellet = granulés
  stove stoves fireplace = poêle, cheminée, insert
  chimney sweep = ramonage, ramoner, ramoneur
  heating boiler heater = chaudière, chauffage, chauffagiste
  plumber plumbing leak = plombier, plomberie, fuite
  electrician electricity electric = électricien, électricité
  builder mason bricklayer = maçon, maçonnerie
  roof roofer = couvreur, toiture, toit
  carpenter joiner = menuisier, menuiserie
  painter painting = peintre, peinture
  handyman diy odd = bricolage, petits travaux
  tool tools drill saw = outils, perceuse, scie, atelier partagé
  chainsaw = tronçonneuse
  ladder ladders = échelle
  repair repairs fix mend mending broken = réparer, réparations, dépannage, atelier
  cleaner cleaning housework = ménage, nettoyage
  laundry ironing = repassage, laverie, linge
  sewing sew sewn dressmaker = couture, machine à coudre, coudre
  knit knitting wool = tricot, tricoter, laine
  clothes clothing dress = vêtements, habits
  shoe shoes boots = chaussures, bottes
  garden gardens gardening allotment gardener = jardin, jardinage, jardiner, potager
  lawn mower mowing grass = tonte, tondeuse, pelouse
  hedge hedges trimming tree trees = haie, élagage, taille-haie, arbres
  seed seeds seedlings plants plant = graines, plants
  manure compost = fumier, compost
  orchard = verger
  snow plough plow = déneigement, déneiger, neige, chasse-neige
  ski skis skiing sledge = ski, skis, station
  field meadow pasture land = pré, terrain, pâture, prairie
  hay straw = foin, paille
  tractor = tracteur
  computer computers laptop pc = ordinateur, informatique, ordi
  internet = internet, ordinateur
  phone mobile smartphone = téléphone
  printer printing print printed photocopy copies copier = imprimante, imprimer, photocopie,
    impression
  scan scanner = scanner
  document documents papers paperwork form forms letter = papiers, démarches, france services,
    courrier
  tax taxes = impôts
  job jobs work hiring = emploi, travail, recrute, embauche
  pension retirement = retraite
  money cash atm bank withdraw = distributeur, retraits, banque, agence postale
  parcel parcels stamp stamps mail = colis, agence postale, timbres
  rubbish trash garbage waste dump tip recycling bulky = déchèterie, déchets, encombrants
  mayor council = mairie, maire, conseil municipal
  passport id = passeport, carte d’identité, mairie
  police theft = gendarmerie
  fire firefighter firemen = pompiers
  church mass priest = messe, église, presbytère, paroisse
  funeral = obsèques, pompes funèbres
  library libraries = bibliothèque, médiathèque
  book books reading = livres, bibliothèque, lecture
  film films movie movies cinema = film, cinéma, projection
  music musician band = musique, concert, accordéon
  choir sing singing singer choral = chorale, chant, chanter, voix
  guitar = guitare
  concert gig = concert
  theatre theater play show = théâtre, spectacle
  dance dancing = danse, bal
  raffle bingo lottery = loto, tombola
  card cards = belote, cartes
  bowls petanque boules = boules, pétanque, boule
  game games = jeux
  gym fitness exercise yoga = gym, yoga, gymnastique
  walk walking walks hike hiking hikes rambling = randonnée, marche, rando, balade
  swim swimming pool = piscine, natation
  football soccer = foot
  clubs = club
  hunting hunt hunters = chasse, acca, battue
  mushroom mushrooms = champignons
  english = english, anglais
  french = français
  language languages speak = conversation, cours, langue
  volunteer volunteers volunteering = bénévoles, bénévole, volontaires
  meeting meetings = réunion
  event events happening = fête, marché, concert
  lost missing = perdu, trouvé
  found = trouvé
  key keys = clés
  wallet purse = portefeuille
  fridge freezer = réfrigérateur, frigo, congélateur
  washing = lave-linge, machine à laver
  furniture sofa couch wardrobe = meubles, canapé, armoire
  bed beds mattress = lit, matelas
  dish dishes plates crockery = vaisselle
  sell second-hand secondhand jumble flea = vide-grenier, brocante, bourse, recyclerie
  castle heritage = château, patrimoine
  workshop workshops = atelier
  street light lighting = éclairage
`

/** Small words that stand in each English sentence, and none of them in a French one. */
const SMALL: ReadonlySet<string> = new Set(
  (
    'the my your our i is are am was there where who how what when which with for from of to and ' +
    'in at by need want looking can could does do anybody anyone someone somebody any this that ' +
    'have has it'
  ).split(' '),
)
const FRENCH: ReadonlySet<string> = new Set(
  (
    'le la les l des du de d une et est pour avec dans j il elle nous vous qui que qu au aux ' +
    'chez mon ma mes ce cette pas ne suis ai cherche ou comment'
  ).split(' '),
)
/** Whether these folded words are an English sentence, or a part of one. */
export const isEnglish = (words: readonly string[]): boolean =>
  words.length > 1 && words.some(word => SMALL.has(word)) && !words.some(word => FRENCH.has(word))
