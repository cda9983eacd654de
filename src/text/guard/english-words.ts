/**
 * Everyday English of a village board, folded, without endings: pure data of `english.ts`. A word
 * that is also a name (*grace*, *mark*, *rose*, *will*) is absent: in doubt, somebody is named.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Small words that French lacks: two of them make a sentence English. */
export const ENGLISH_ONLY = set(`
  the and to for with my is are of at need somebody someone anybody anyone nobody everybody
  everyone
  something anything everything help looking from this that these those would like lend have has
  give wanted who can does do did could should which what when where how why not but if we you they
  he she his her our your their its it i'm im i'd i've i'll don't there here about into over under
  before after until near by up down out off all any some many much more other another be been was
  were am will shall may might must please thanks thank hello hi
`)

/** Small words that both have. */
export const ENGLISH_TOO = set('a an on in or as no so i me one us')

/** Other words. */
export const ENGLISH = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december english french today tomorrow tonight yesterday week
  weekend weekday day month year hour minute morning afternoon evening night noon midday midnight
  early late soon often always never sometimes every each once twice daily weekly monthly first
  second third last next spring summer autumn winter easter
  move moving carry lift borrow rent hire buy sell swap trade share offer ask call phone text write
  answer teach learn speak talk read look find lose lost found seek search wish want try come go
  going gone drive driver ride lift walk cycle travel leave arrive return bring take taking get
  make made build repair fix mend mow cut chop split stack dig plant grow pick harvest water feed
  milk shear clean wash cook bake sew knit paint draw play sing dance join meet visit stay live
  work job volunteer care babysit babysitter sit mind watch keep hold put set pay cost open close
  start stop begin end wait use used using show tell know think believe feel hear see
  old new young big large small little tiny long short wide high low heavy light strong broken
  spare second hand free cheap good great nice lovely kind friendly quiet clean dirty dry wet warm
  hot cold fresh ripe ready available possible able easy hard full empty half double single own
  same different red blue green white black brown grey yellow wooden metal plastic electric manual
  local nearby village town hamlet church market school shop bakery baker bar cafe library station
  bus train stop road street lane bridge river lake wood woods forest field meadow garden barn shed
  house home flat room bedroom kitchen bathroom attic cellar garage roof wall floor door window
  gate fence yard farm
  sofa couch chair armchair table desk bed mattress cot crib pram stroller wardrobe cupboard
  shelf bookcase lamp mirror carpet rug curtain blanket sheet pillow towel fridge freezer oven
  stove cooker washer dryer machine dishwasher kettle pan pot plate bowl cup glass bottle jar box
  basket bag case trunk tool hammer saw drill ladder wheelbarrow spade shovel rake hoe fork axe
  chainsaw mower strimmer trailer van truck lorry car bike bicycle motorbike scooter tractor tyre
  wheel helmet tent rope string nail screw board plank timber log firewood pellet coal gas oil
  brick stone sand gravel cement tile pipe hose tank pump cable plug socket battery charger
  computer laptop printer phone telephone camera radio television guitar piano violin drum flute
  book toy game puzzle doll clothes coat jacket dress shirt shoe boot hat glove scarf skirt trouser
  potato potatoes tomato tomatoes carrot onion garlic bean pea cabbage lettuce pumpkin squash apple
  pear plum cherry peach grape berry strawberry raspberry nut walnut chestnut mushroom herb seed
  seedling vegetable fruit bread flour egg milk cheese butter honey jam meat chicken beef lamb pork
  sausage fish soup cake wine beer cider juice food meal lunch dinner breakfast hay straw manure
  compost wool
  cat kitten dog puppy hen chick rooster duck goose geese rabbit goat kid sheep ram cow calf bull
  horse pony donkey pig bee beehive hive bird fish pet animal
  people person man woman men women child children baby kid boy girl teenager adult student family
  friend neighbour neighbor couple group team partner owner tenant guest visitor volunteer doctor
  nurse dentist vet hairdresser plumber electrician builder carpenter teacher farmer cook cleaner
  lesson class course practice practise conversation language maths math homework exam paperwork
  form letter tax office insurance wedding party birthday concert dance choir band play theatre
  film cinema reading repair workshop meeting talk walk hike run yoga football
  thing stuff item piece pair set lot load part bit kilo kilogram gram metre meter litre liter
  euro price money cash change gift exchange return favour favor sale auction quantity amount
  number size colour color place space seat side way top bottom front back left right middle corner
  name address email website page notice message word question problem idea advice information
  advance reason sure sorry welcome urgent hurry quick slow fast far away together alone inside
  outside upstairs downstairs around across along through without within between against toward
  towards than then also just only even still already again yet too very really quite almost maybe
  perhaps because while since though although both either neither none nothing else instead
  moving cutting chopping stacking dead alive lawn hedge grass tree branch leaf leaves flower bush
  weed snow ice rain sun wind weather storm flood fire smoke heat
  jump lead leads spare room board games evening drink coffee tea
`)
