import { lazy } from '../../../../core/lazy.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { linesOf } from './vocabulary.ts'

/**
 * What a village looks for, by its English names: a search in English finds what neighbours wrote
 * in French.
 *
 * Shape   a line a thing: its name in French, then English ones.
 * Source  our own.
 */
const THINGS = `
outils: tool
échelle: ladder
scie: saw
perceuse: drill
tondeuse: mower, lawnmower
débroussailleuse: strimmer, brush cutter, brushcutter
tronçonneuse: chainsaw
remorque: trailer
camionnette: van
voiture: car
vélo: bike, bicycle, cycle
brouette: wheelbarrow
bois: wood, timber
bois chauffage: firewood, log
planches: plank, board
foin: hay
paille: straw
fumier: manure
compost: compost
pommes de terre: potato, potatoes
tomates: tomato, tomatoes
légumes: vegetable, veg
courges: squash, pumpkin
fruits: fruit
pommes: apple
noix: walnut, nut
pain: bread
œufs: egg
miel: honey
lait: milk
fromage: cheese
viande: meat
confiture: jam
repas: meal
poules: hen, chicken
chat: cat, kitten
chien: dog, puppy
cheval: horse
mouton: sheep
chèvre: goat
ruches: beehive, bee
graines: seed
plants: seedling, plant
jardin: garden
terrain: land, field, plot
serre: greenhouse
logement: housing, flat, apartment, house, accommodation, lodging
chambre: room, bedroom
salle: hall, venue
hangar: barn, shed, storage
canapé: sofa, couch, settee
lit: bed
lit bébé: cot, crib
table: table
chaises: chair
armoire: wardrobe, cupboard
meubles: furniture
poussette: pram, stroller, pushchair
vêtements: clothes, clothing
chaussures: shoe
livres: book
jouets: toy
jeux: game
réfrigérateur: fridge, refrigerator
lave-linge: washing machine, washer
poêle: stove
ordinateur: computer, laptop
imprimante: printer
téléphone: phone, telephone
guitare: guitar
piano: piano
barbecue: barbecue, bbq, grill
barnum: tent, marquee
réparer: repair, fix, mend
réparer vélo: bike repair
coudre: sewing, sew
tricoter: knitting, knit
garder enfants: babysitter, babysitting, childcare, nanny
garder animaux: pet sitting, pet sitter
déménager: moving, move house, help moving, removal
aide papiers administratifs: paperwork, forms
cours de français: french lesson, french lessons, learn french
cours d’anglais: english lesson, english lessons
couper cheveux: hairdresser, haircut, barber
médecin: doctor
dentiste: dentist
infirmière: nurse
pharmacie: pharmacy, chemist
marché: market
épicerie: grocery, grocer, shop
boulangerie: bakery, baker
bibliothèque: library
école: school
mairie: town hall
réparation: repair café, repair cafe
trajet: ride, lift, carpool, car share
`
const named = lazy(
  () =>
    new Map(
      linesOf(THINGS).flatMap(line => {
        const [thing = '', names = ''] = line.split(':')
        return names.split(',').map(name => [keyOf(name), thing.trim()] as const)
      }),
    ),
)
/** The words without their plural, which is one letter in most. */
const keyOf = (text: string): string =>
  wordsOf(text)
    .map(word => word.replace(/(?<=[^s])s$/, ''))
    .join(' ')
/** Words between the thing and the verb, which a search may hold. */
const SMALL: ReadonlySet<string> = new Set(
  wordsOf(
    'a an the some my for with of to need want looking find get buy rent borrow free second hand',
  ),
)

/**
 * The French name of what an English search asks for; undefined where no word of it is known.
 * `isWhole`: only where all its words but small ones name the thing.
 *
 * Law     the longest name is taken: *bike repair* is no bike.
 */
export function thingInFrench(asked: string, isWhole: boolean): string | undefined {
  const words = keyOf(asked)
    .split(' ')
    .filter(word => word !== '' && !SMALL.has(word))
  const least = isWhole ? words.length : 1
  for (let n = Math.min(words.length, 3); n >= Math.max(1, least); n--)
    for (let from = 0; from + n <= words.length; from++) {
      const thing = named().get(words.slice(from, from + n).join(' '))
      if (thing !== undefined) return thing
    }
  return undefined
}
