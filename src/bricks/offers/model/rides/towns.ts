/**
 * Towns to which people go from far: their names are places in small letters too. They are seats
 * of French arrondissements.
 *
 * Deliberately absent: the towns around Paris; a name that is another word too (*vienne*, *tours*).
 *
 * Source  Code officiel géographique, INSEE.
 */
export const TOWNS: readonly string[] = `
Abbeville Agen Aix-en-Provence Aix-les-Bains Ajaccio Albertville Albi Alençon Alès Ambert Amiens
Angers Angoulême Annecy Annemasse Arcachon Argentan Arles Arras Aubusson Auch Aurillac Autun
Auxerre Avallon Avignon Avranches Bastia Bayeux Bayonne Beaune Beauvais Belfort Bergerac Bernay
Besançon Béthune Béziers Blois Bordeaux Boulogne-sur-Mer Bourges Bourgoin-Jallieu Bressuire Brest
Briançon Brignoles Brioude Brive-la-Gaillarde Caen Cahors Cambrai Carcassonne Carpentras Castres
Chalon-sur-Saône Châlons-en-Champagne Chambéry Charleville-Mézières Chartres Châteaubriant
Châteaudun Châteaulin Châteauroux Châtellerault Chaumont Cherbourg-en-Cotentin Cholet
Clermont-Ferrand Cognac Colmar Compiègne Confolens Coutances Dieppe Dijon Dinan Douai Draguignan
Dreux Dunkerque Épernay Épinal Évreux Figeac Foix Fontainebleau Forbach Forcalquier Fréjus Grenoble
Guéret Guingamp Haguenau Issoire Issoudun Lannion Laval Limoges Limoux Lisieux Lodève
Lons-le-Saunier Lorient Lunéville Lyon Mâcon Mamers Marmande Marseille Mauriac Meaux Melun Mende
Metz Millau Montargis Montauban Montbéliard Montbrison Mont-de-Marsan Montélimar Montluçon
Montpellier Morlaix Mulhouse Nancy Nantes Nantua Narbonne Nevers Nice Nîmes Niort Nyons Orléans
Pamiers Paris Parthenay Périgueux Péronne Perpignan Pithiviers Poitiers Pontarlier Pontivy Privas
Quimper Rambouillet Reims Rennes Roanne Rochefort Rodez Romorantin-Lanthenay Roubaix Rouen
Sarlat-la-Canéda Saumur Sedan Sélestat Senlis Sète Soissons Strasbourg Tarbes Thiers Thionville
Thonon-les-Bains Toulon Toulouse Tournon-sur-Rhône Tourcoing Troyes Ussel Valence Valenciennes
Vendôme Verdun Versailles Vesoul Vichy Vierzon Villefranche-de-Rouergue Villefranche-sur-Saône
Yssingeaux
`
  .trim()
  .split(/\s+/)
