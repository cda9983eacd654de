/**
 * Words of a village, as matching knows them before any keeper's theme: what is one thing under two
 * names, what is a kind of what, what is done. French of recognition, never shown: what people read
 * is what they wrote.
 *
 * Shape   a line a thing: its names, commas between; the first one names it. An indented line goes
 *         on with the thing above it. A phrase is compared
 *         without its small words (*bois de chauffe* is *bois chauffe*).
 * Source  our own, from the words of notices boards and of meetings; a keeper adds theirs as
 *         synonyms of themes.
 */
export const SAME = `
ordinateur, pc, ordi, poste informatique, ordinateur portable
tablette, ipad
imprimante, imprimante scanner, photocopieuse
téléphone, smartphone, téléphone portable, téléphone mobile
internet, wifi, connexion internet, accès internet
vélo, bicyclette, bicloo, biclou, vélo adulte
vélo enfant, petit vélo, vélo pouces, vélo roulettes, tricycle, draisienne
voiture, auto, automobile, véhicule
camionnette, fourgon, fourgonnette, utilitaire, camion
remorque, remorque voiture, remorque bagagère
carriole, remorque vélo, charrette vélo
tondeuse, tondeuse gazon
débroussailleuse, rotofil, coupe-bordure, roto fil
tronçonneuse, scie chaîne
motoculteur, motobineuse, bineuse
broyeur, broyeur végétaux, broyeur branches
taille-haie, taille haies
nettoyeur haute pression, karcher
bois chauffage, bois chauffe, bûches, bois poêle, bois brûler, stères, stères bois, bois feu, bois
  bûches
planches, voliges, lames bois
canapé, sofa, banquette, clic-clac, divan
armoire, penderie, placard
réfrigérateur, frigo, frigidaire
congélateur, congélo
cuisinière, gazinière, four cuisinière
poêle, poêle bois, poêle granulés
radiateur, chauffage appoint
lave-linge, machine laver, lave linge
machine coudre, surjeteuse
lit bébé, berceau
poussette, landau
siège auto, rehausseur
vêtements, habits, fringues, linge enfant
manteau, blouson, doudoune, veste
chaussures, souliers
bottes
livres, bouquins, ouvrages, romans
bandes dessinées, bd
jeux société, jeux plateau
jouets, jeux enfants
jardin, potager, carré potager, jardin ouvrier
terrain, parcelle, champ, pré, friche, lopin, terre cultiver, prairie, bout terre, pâture, pâturage,
  herbage, terres
serre, tunnel
salle, local, pièce réunion, lieu, endroit, foyer
hangar, garage, remise, grange, place stocker, stockage, stocker, entreposer, place entreposer, box
logement, maison, appartement, studio
chambre, chambre hôtes
fumier, crottin
compost, terreau
composteur, bac compost
foin, bottes foin, fourrage
poules, poulettes, pondeuses
pommes terre, patates
médecin, docteur, toubib, généraliste
repair café, café réparation, atelier réparation
poussins
oeufs, douzaine oeufs
ruche, essaim, abeilles
miel
graines, semences
plants, semis, jeunes plants
boutures
récupérateur eau, citerne, cuve eau, cuve, bidon, bidon eau, réserve eau
bocaux, pots verre, bocaux verre, pots confiture vides
confiture, confitures maison
jus, jus pomme, jus fruits
barnum, tonnelle, chapiteau, tente réception
sono, sonorisation, enceinte, haut-parleur, ampli, matériel son
vidéoprojecteur, rétroprojecteur, projecteur, vidéo projecteur
écran projection, toile projection
chaises, chaises pliantes
tables, tréteaux, plateaux tréteaux
bancs
vaisselle, assiettes, couverts, service table
verres, gobelets
marmite, faitout, grande casserole
four pain, four banal
pressoir, presse pommes
alambic
laine, pelotes, toison
tissu, étoffe, chutes tissu, coupons tissu
perceuse, visseuse, perceuse-visseuse
scie ruban
scie sauteuse
scie circulaire
bétonnière
échelle, escabeau
échafaudage
brouette, diable
groupe électrogène, générateur
poste souder, poste soudure, fer souder
établi
tour bois
tuiles, tuiles anciennes
pierres, moellons, pierres taille
briques, parpaings
sable, gravier
carrelage, carreaux, faïence
isolant, laine verre, laine bois, isolation
fenêtres, volets, huisseries
portes
cartons, cartons déménagement, cartons emballage
papier, feuilles, ramettes, rames
papier peint, tapisserie
bâche, bâches
pneus, pneus neige
guitare
piano, clavier
accordéon
batterie
sapin
cagettes, cageots, caisses
tonneau, fût, barrique
tente, tente camping
sac couchage, duvet
skis, raquettes
fauteuil roulant
déambulateur, lit médicalisé
marché, foire, stand marché, place marché, emplacement marché, stand, étal, emplacement
autocuiseur, cocotte
déguisements, costumes
bandes, cassettes
peinture, pots peinture
aquarelle
chat, chaton
chien, chiot
tracteur
nounou, assistante maternelle, baby-sitter, babysitter, nourrice
fraisiers, plants fraisiers
framboisiers, plants framboisiers
bandes dessinées, bd, mangas
fendeuse, fendeuse bûches, fendeur, fendeur bûches
électricité, électricien, électricienne, prise électrique, installation électrique
plomberie, plombier, plombière, robinet, fuite
mécanique, mécanicien, mécano
maçonnerie, maçon
menuiserie, menuisier, ébéniste
informatique, informaticien, numérique
démarches, démarches administratives, papiers administratifs, administratif, formulaire, dossier,
  dossier administratif, impôts, déclaration, déclaration impôts, courriers administratifs,
  démarches ligne
maths, mathématiques, math
anglais, langue anglaise
gazole, carburant, essence
moto, mobylette, scooter, cyclomoteur
bateau, barque
tronc, grumes
paille, bottes paille
grains, céréales, blé, orge
mouton, brebis, agneau
chèvre, chevrette, bouc
cheval, jument, poney
âne, ânesse
lapin, lapine
canne pêche, matériel pêche
appareil photo, caméra
télévision, télé, téléviseur
micro, microphone
éclairage, projecteurs, spots
guirlandes, lampions, décorations
estrade, scène, podium, praticables
grilles, panneaux exposition, grilles exposition
machine café, cafetière, percolateur
barbecue, plancha, grill
crêpière, crêpières, billig
friteuse
remorque frigorifique
transats, chaises longues
parasol
piscine
trampoline
balançoire, portique
cabane, abri, abri jardin
niche
clapier, cage lapins
poulailler
clôture, grillage, clôture électrique
piquets, pieux
haie
fleurs, bouquets
terre végétale, bonne terre
broyat, copeaux, paillage, paillis
sciure
cendre
huile, huile vidange
tonnelle fer
rideaux, voilages
draps, linge maison, serviettes
couvertures, couettes, plaids
tapis, moquette
miroir, glace
lampe, luminaire
bibliothèque, étagère, rayonnage
matelas
bureau
cahiers, fournitures scolaires, cartable
dictionnaire, encyclopédie
disques, vinyles
partitions
croquettes
trottinette
roller, rollers
ballon, ballons
raquettes tennis
casque vélo, casque
antivol
porte-vélo, porte vélos
coffre toit
galerie, barres toit
chaînes neige, chaînes
batterie voiture, batterie
cric
câbles démarrage
compresseur
nacelle
mini-pelle, minipelle, tractopelle, pelleteuse
rotavator, herse, charrue
semoir
épandeur, tonne lisier
presse foin, botteleuse
faucheuse
bâches ensilage
tôles, bac acier
gouttières
ardoises
poutres, charpente, bois charpente, chevrons
chaux, enduit
ciment, béton
plaques plâtre, placo
lavabo, évier
baignoire, bac douche
wc, toilettes, toilettes sèches
chaudière
cheminée, insert
ramonage, ramoneur, hérisson
`

/**
 * A kind of thing, then things of that kind: who looks for *des légumes* is answered by *des
 * courgettes*, not the other way at once.
 */
export const KINDS = `
outils: perceuse, marteau, pinces, tournevis, scie, scie ruban, scie sauteuse, scie circulaire,
  ponceuse, établi, échelle, clés, brouette
scie: scie ruban, scie sauteuse, scie circulaire, tronçonneuse
outils jardin: bêche, pioche, râteau, sécateur, brouette, tondeuse, motoculteur, débroussailleuse,
  taille-haie, grelinette, binette, broyeur
outils: outils jardin, bêche, pioche, râteau, sécateur
légumes: courgettes, tomates, carottes, courges, potirons, choux, poireaux, pommes terre, patates,
  haricots, salades, betteraves, navets, oignons, épinards, blettes, aubergines, poivrons,
  concombres, citrouilles, panais
fruits: pommes, poires, cerises, prunes, coings, noix, raisins, mirabelles, framboises, groseilles,
  cassis, figues, châtaignes, pêches, abricots, fraises
courges: potirons, citrouilles, potimarrons
plants: plants tomates, plants fraisiers, fraisiers, rhubarbe, framboisiers, cassissiers, vivaces,
  aromatiques, pieds tomates
fleurs: dahlias, tulipes, iris, rosiers, vivaces
vivaces: iris, dahlias
meubles: armoire, commode, table, tables, chaises, canapé, lit, buffet, étagère, bureau,
  bibliothèque, fauteuil, tabouret
électroménager: réfrigérateur, congélateur, lave-linge, cuisinière, lave-vaisselle, micro-ondes,
  four
matériaux: planches, tuiles, pierres, briques, sable, carrelage, isolant, fenêtres, palettes,
  portes, poutres, ciment, chaux, tôles, bois
bois: planches, poutres, palettes
matelas: matelas bébé
vêtements: manteau, pull, pantalon, robe, jean, pulls, layette, combinaison ski
vêtements enfant: layette, vêtements bébé
prunes: mirabelles, quetsches, reines-claudes
chaussures: bottes
instrument: guitare, piano, accordéon, batterie, violon, flûte, trompette, saxophone
instrument musique: guitare, piano, accordéon, batterie, violon, flûte, trompette, saxophone
chien: épagneul, labrador, setter, griffon, border, berger allemand
enfants: bébé, nourrisson, fils, fille, jumeaux, petits-enfants, collégiens, écoliers, garçon
animaux: poissons, cobaye, tortues, poules, chèvres, mouton, vaches, hamster, tortue, chat, chien,
  lapins, âne, cheval, brebis, oies, canards
bêtes: mouton, chèvre, vaches, cheval, âne, poules
réserve eau: fûts, tonneau
récupérateur eau: tonneau
langue: anglais, espagnol, allemand, italien
abri: cabane, abri jardin, serre
matériel agricole: tracteur, herse, semoir, faucheuse, botteleuse, épandeur
matériel fête: estrade, éclairage, guirlandes, grilles, plancha, percolateur
matériel chantier: bétonnière, échafaudage, échelle, compresseur, mini-pelle
engin: tracteur, mini-pelle
bois: poutres, bois chauffage
sièges: chaises, fauteuil, bancs, tabouret, canapé, fauteuils
paillage: paille, broyat
produits laitiers: lait, fromage, beurre
viande: volaille, agneau
déplacement: trajet
linge: draps, rideaux, serviettes
literie: matelas, lit, couvertures
musique: guitare, piano, accordéon, batterie, violon, flûte, trompette, saxophone, solfège
musicien: guitariste, pianiste, accordéoniste, batteur
informatique: ordinateur, internet, téléphone, tablette, imprimante, numérique
matériel informatique: ordinateur, imprimante, écran, tablette, clavier ordinateur
engrais: fumier, compost
lectures: livres, bandes dessinées, revues
livres: livres enfants, manuels, romans policiers
jeux: jeux société, puzzles, jouets
jouets: puzzles, lego, poupées, playmobil
véhicule: camionnette, voiture
emballage: cartons, cagettes, bocaux
contenants: bocaux, cagettes, bouteilles
matériel puériculture: poussette, lit bébé, siège auto, chaise haute
affaires bébé: poussette, lit bébé, siège auto, chaise haute, layette, vêtements bébé
matériel camping: tente, sac couchage
mobilier: chaises, tables, bancs, armoire
matériel fête: barnum, sono, tables, chaises, bancs, vaisselle
alimentation bétail: foin, paille
volailles: poules, oies, canards, dindes
salle: salle fêtes, salle réunion, salle polyvalente
`

/**
 * What is done: verbs and the nouns that name the same doing. A verb is known in its infinitive and
 * at the head of its sentence.
 */
export const ACTS = `
réparer: réparation, réparateur, dépanneur, bricoleur, retaper, dépanner, dépannage, bricoler,
  bricolage, rafistoler, remettre état, réviser, raccommoder
garder: garde, gardienne, gardien, pension, dog-sitter, garderie, promener, gardiennage,
  baby-sitting, babysitting, surveiller, nourrir, veiller
apprendre: savoir, cours, prof, professeur, enseignante, enseignant, formatrice, monitrice,
  moniteur, éveil, séance, séances, session, leçon, leçons, améliorer, pratiquer, progresser,
  découvrir, transmettre, enseigner, initiation, initier, montrer, expliquer, formation, former,
  apprentissage, stage, perfectionner
aider devoirs: instituteur, institutrice, maîtresse, professeur écoles, suivi scolaire, aide
  scolaire, cours particuliers, réviser, révisions, soutien scolaire, aide devoirs, devoirs,
  soutien, accompagnement scolaire
porter: déménageur, déménageurs, monter bois, vider, déménager, déménagement, soulever, charger,
  décharger, débarrasser, rentrer
transporter: transporteur, transport, acheminer, convoyer, livrer, livraison, rapporter, ramener
tailler: taille, élagueur, élagueuse, émonder, greffer, greffe, élaguer, élagage, couper, abattre,
  abattage
tondre: tonte, tondeur, tondeuse moutons, faucher, fauchage, débroussailler, débroussaillage
labourer: labour, bêcher, retourner, bêchage, motoculture
jardiner: jardinier, jardinière, désherber, cultiver, repiquer, désherbage, planter, semer,
  jardinage, arroser, arrosage, plantation, entretenir
récolter: récolte, cueillir, cueillette, vendanger, vendanges, ramasser, ramassage, glaner, glanage
traduire: traduction, traductrice, traducteur, interprète
remplir: rédiger, écrire
nettoyer: femme ménage, récurer, dépoussiérer, nettoyage, ménage, laver, ranger, rangement
repasser: repassage, repasseuse
peindre: peintre, ravaler, repeindre, rafraîchir, vernir, lasurer
construire: maçon maçonnerie, remonter, édifier, monter, bâtir, maçonner, maçonnerie, chantier,
  montage, installer, poser, démonter
coudre: couture, couturière, couturier, repriser, raccourcir, retoucher, retouches, ourlet, ourlets
tricoter: tricoteuse, tricot, crochet
cuisiner: cuisinier, traiteur, cuisine, préparer
héberger: hébergeur, coucher, loger, hébergement, accueillir, dormir
conduire: chauffeur, conductrice, conducteur, véhiculer, emmener, accompagner, déposer, amener,
  covoiturer, covoiturage, trajet, descendre, aller, rendre, voyager, retour, aller retour
visiter: rendre visite, rend visite, tient compagnie,  tenir compagnie, converser, visites, visite,
  tenir compagnie, compagnie, discuter, bavarder
ramoner: ramonage
vidanger: vidange
scier: sciage
affûter: rémouleur, affûteur, aiguiser, affûtage, aiguisage
chanter: chorale, chant, choriste, choristes
jouer: partenaire, partenaires
marcher: randonnée, balade
lire: lecture, lectrice, lecteur, conteuse, conteur, lire haute voix
couper cheveux: coiffer, coiffure, coiffeuse, coiffeur
tondre moutons: tonte moutons
fendre: fendre bois
souder: soudure, soudeur, soudeuse, ferronnier
broyer: broyage
presser: pressage
photographier: photos, photographe
jouer guitare: guitariste
animer: animation, encadrer
courses: fait courses, faire courses, faire les courses
`
