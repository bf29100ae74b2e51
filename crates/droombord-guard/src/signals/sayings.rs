//! Sayings and contexts that mean no harm: their words lose their meaning before the rules look.
//!
//! The way of writing is that of `rules.rs`. Only what takes a meaning away lives here.

/// Sayings: their words lose their meaning.
pub(super) const IDIOMS: &str = "
> DIER ~1 bijt|krabt|schopt|trapt|bijten|beet
& DIER bijt|krabt|schopt|trapt pijn
> laat|laten ~2 alleen ~1 naar|lopen|fietsen|reizen|winkel
> kon|kan|kunnen ~1 mezelf ~2 slaan|opvreten|schieten|doen
> als je ~3 leven
> bel|chat ~2 113
> in ~1 cirkel|rondje
> sla|slaan|sloeg ~1 mezelf|me|mij ~2 kop|hoofd|borst ~1 dat|omdat
> sla|slaan|sloeg ~1 mezelf ~1 voor ~1 kop|hoofd
> dood van ~1 mijn|me|zijn|haar|de|een
> zit|zat|zitten ~2 aan ~1 mijn|me|haar haar|haren|vlechten|kapsel|pony
& weten|vertellen|geheim vaderdag|moederdag|krijgt|trouwdag|jubileum
> leven ~0 uit|tussen ~1 een|de|mijn ~1 koffer|koffers|tas|doos|dozen|tassen
& durf|durft|bang fietsen|lopen|donker|reizen huis|alleen !hij !boos
& slot|dicht|deur privacy|muziek|heerlijk|eigen|fijn|chill|sleutel
> slaan|opsluiten|weglopen|geweld nooit|niet|niks helpt|werkt|oplost
> slaan ~1 elkaar ~2 om ~1 oren
> ga|ging|gaan ~2 dood ~1 met|bij|in|zo|toen
> sterf|sterven|sterft ~2 van ~2 honger|kou|dorst|hitte|lach|stress|nieuwsgierigheid|verveling|spanning
> stervensbenauwd|doodgewoon|doodeng
> wifi|internet|sfeer|feest|boel ~1 is|was dood
> ben|ga|gaan ~2 weg ~2 stage|spanje|frankrijk|vakantie|kamertraining|school|kamp|werk
> als|wanneer ~1 ik weg ben ~1 mag|kan|krijgt|mogen|pas|zorgt
> straks|morgen ben ik weg ~1 bij|stage|naar
& weg niet|nooit meer terug juf|meester|begeleider|mentor|trainer|stagiair|stagiaire|leraar|voogd
> ik ~1 vermoord ~0 hem|haar|je|jullie|die|iedereen|ze|mijn
& gesneden|sneed|snee scheren|geschoren|scheermes|scheerschuim
& opgesloten|gevangen|dood|weglopen|weggelopen|vermoord|verstop|verstopt|schieten boefje|boefjes|verstoppertje|tikkertje|verkleden|naspelen|buitenspelen
& opgesloten trein|storing|bus|toilet|kasteel|rij|metro|vliegtuig
> weglopen|opsluiten|slaan|vluchten|wegrennen ~0 lost|helpt|is|werkt|heeft|moet|mag|hoort
& gooit|gooi|gooide|duwt|duwde|geduwd zwembad|water|lucht|zee|schommel|sneeuw|karretje|rolstoel|buggy|slee
& honger gym|sporten|training|voetbal|zwemmen|fietsen|hockey
> slaan|sloegen ons ~2 erdoorheen|doorheen|er
> mijn|me dood ~1 zou|is|zijn
> dood ~2 zou ~1 zijn ~1 een
& springen|spring|sprong blijdschap|vreugde|geluk|lucht|trampoline|touwtje|bed
& niet meer vol|pizza|eten|buik|lachen|wachten kan
> klaar met ~1 alles ~0 uitleggen|regelen|opschrijven|invullen|inpakken|opruimen|leren
& durf niet huis bellen|appen
# dying of laughter
> lach|lachen|lachte|gelachen|lacht ~3 dood|kapot|stuk|rot
> dood|stuk|kapot ~1 gelachen|lachen
> schaam|schaamde|schamen|schaamt|schrok|schrik|schrikt|schrikken|verveel|verveelt|vervelen|verveelde|werk|werken|werkt|erger|ergert|ergerde|zoek|zoekt|zocht|wacht|wachten|gier|geneer|geneerde|schrokken|betaal|kosten ~3 dood|kapot
> dood ~1 geschrokken|verveeld|geschaamd|gewerkt|geërgerd|gezocht
> ga|ging|gaan|gaat ~1 dood ~1 van|toen|door|aan|hier ~5 lachen|hitte|honger|warmte|kou|schaamte|verveling|saai|stress|leuk|grappig|struikelde|cringe|dorst|spierpijn
> echt|letterlijk|helemaal ~0 dood|stuk|kapot
> ik ga|ging stuk|kapot|dood $
> ga|ging|gaan ~4 dood & FICTIE
& DIER dood|doodgaan|gestorven|overleden
> DIER ~2 is|was|ging|gaat|zijn ~2 dood|overleden
& telefoon|mobiel|batterij|accu|laptop|oplader|internet|wifi|plant|planten|plantje|server|tablet|ipad dood
> dood|dode ~0 spoor|punt|hoek|tij|letter|seizoen|gewoon|op|water|moment|hout|eind|stil|taal
> bang voor ~1 de dood
> opa|oma|vader|moeder|man|vrouw|papa|mama|broer|zus|tante|oom|buurman|overgrootoma|oudoma ~2 is|was|ging|zijn ~2 dood
> tot de dood
> op leven en dood
> over mijn lijk
# murder as praise
& vermoorden|wurgen|doodslaan|slaan kan|zou|wel|kon koekjes|grappig|lief|trui|chocola|schattig|jaloers|irritant|haha|lol
> kan ~2 wel ~2 vermoorden|wurgen|schieten|doen|slaan
> voor ~1 hoofd|kop ~3 slaan
# to strike, otherwise
> slaat|sloeg|slaan ~1 nergens op
> nergens op slaat|slaan|sloeg
& slaat|slaan|sloeg|sla|sloegen|geslagen|trap|trapt|trapte|schopt|schopte|schoppen|trappen|gooi|gooit|gooide|stoot|klap|mept|gooien|slaag|gemept DING !mij !tegen
> slaat|slaan|sloeg|sla|geslagen ~2 over|dicht|om|toe|in|af|aan|open|alarm|linksaf|rechtsaf|gade|munt
> sloeg|slaan|slaat|sloegen ~3 doorheen|bladzijde|bladzijden|slag|gat|figuur|flater
> sloegen ons er
> wind|regen|golven|hagel slaat|slaan
> klok|kerkklok ~1 slaat|sloeg
> hart slaat|sloeg
> spijkers ~2 koppen slaan
> munt uit slaan
> pak slaag ~2 met|bij|tegen
> pak slaag $ & FICTIE
> klap ~2 gezicht ~2 van ~1 gemeente|instelling|school|rechter
> vallen|vielen|vallen er klappen ~1 in|bij
> er vallen|vielen klappen
> tik op ~1 vingers
> een|de tik|klap van ~1 molen
> trap|trappen ~1 op|af|naar|omhoog
> in|van ~0 trap
> trap|trapte ~2 erin
> tegen ~1 paal|regels|plafond
> geslagen hond
> hand|handen ~2 slaan
# to cut, otherwise
& snij|snijd|snijdt|snijden|gesneden|sneed|kras|krast|krassen|gekrast|opensnijden|snee ETENSWAAR !mezelf !zichzelf !LIJF
> snij|snijd|snijdt|snijden|sneed|gesneden ~4 budget|uren|kosten|begroting|uitgaven|subsidie|zorg|ziel|hart|hout|bocht|bochten|onderwerp|geld|personeel|banen|hulp
> snijden|gesneden ~1 aan
> in ~2 vinger|duim|vingers
> krassen|schram|schrammen|krabben|krab ~3 van ~1 kat|poes|hond|struik|braam|rozen|val
& krassen|schram|schrammen|krab kat|poes|katten|rozenstruik|braamstruik|telefoon|scherm|auto|lak|brommer|fiets
& tattoo|tatoeage|tattoos strepen|arm|streep|been|litteken|naald
& prik|prikje|prikt|geprikt|prikken dokter|vaccin|inenting|griepprik|zuster|ggd|verpleegkundige|tandarts
& haren|haar|hoofd uit|trek|trekken kapper|vlecht|vlechten|staart
# running, otherwise
> weglopen|wegloop|weggelopen|wegloopt ~1 met
> loop|loopt|liep|lopen ~4 weg met
> hoog ~1 weglopen|weg|wegloopt
> hoog weg
> loop|loopt|lopen|liep ~2 hoog weg
> loop|loopt|lopen|liep|wegloopt|weglopen ~3 weg|niet ~1 voor ~4 verantwoordelijkheid|problemen|gesprek|moeite|werk
> weglopen|wegloopt voor ~3 verantwoordelijkheid|problemen|gesprek|moeite|moeilijke
> winst|geld|water|tijd|personeel|mensen|collega|medewerkers|klanten|idee|benzine|kraan ~3 loopt|lopen|weglopen|liep|weggelopen ~3 weg|naar|uit|helemaal
& DIER weglopen|weggelopen|loopt|ontsnapt|ontsnappen|zoek|weg|vermist|wegloopt|vluchten|liep|gevlucht|gekomen|kwijt
& escape ontsnapt|ontsnappen|opgesloten|room|ontsnap
> aan ~2 ontsnappen|ontsnapt
> kom|komt|komen|kwam ~3 terug op ~3 terug|besproken|vraag|punt|mail
> kom ~2 hier ~2 op terug
& niet|nooit meer terug KAMP|koor|club|cursus|vereniging|vergadering|werk|bestuur|begeleider|juf|meester|mentor|docent|les
& slaap|slapen|slaapt|geslapen KAMP
& tas|rugzak|koffer|spullen KAMP
& weg vanavond|vannacht|morgen|ga|gaan|stiekem KAMP|vrienden|app|boodschappen|oma|vriendin|mama
> thuis ~2 zoek
# no more, but of something
> zie|zien|ziet ~1 die|deze|dat|dit|mijn|zo ~4 niet ~0 meer zitten
> niet ~1 meer ~1 zitten om ~6 reizen|werken|fietsen|trainen|naar
> niet|nie ~1 meer ~0 zitten met|bij|op
> niet ~0 zitten
> trek|trekt|trok ~1 die|deze|dat|mijn ~4 niet
> hou|houd|houdt ~2 niet ~1 meer uit|vol zonder|met|van|in
> kan|kon ~1 niet ~1 meer van ~2 lachen
> kan|kon ~1 niet ~1 meer ~0 wachten|stoppen ~3
> kan niet ~1 leven zonder
> leven zonder ~1 muziek|telefoon|wifi|internet|voetbal|chocola|koffie|paarden|game|games|insta
> leven ~0 van|volgens|onder ~2 uitkering|bijstand|lucht|weinig|niks|geld|regels|toezicht
& verdwijnen schaamte|cringe|grond|genant
> door ~1 grond
> zonder mij|ons ~2 beslist|besloten|praten|gepraat|beslissen|overleg|vergadering|beslissingen|vergaderd
& zonder mij|ons besloten|beslist|beslissen|beslissing|beslissingen|gepraat|praten|overleg|vergadering|vergaderen|verslag|gepland|gesprek
> in ~1 zevende hemel
> einde|eind|punt ~2 aan|achter ~1 de|het|dit|die ~1 wachtlijst|wachtlijsten|geweld|verhuizen|regels
> er niet ~0 meer bij
> er niet ~0 meer ~0 op|in|bij ~1 deze|die|school|groep|werk|team|vergadering
& er niet meer KAMP|mbo|verhuis|verhuizen|school|stage|collega|tandarts|baan|diploma|pensioen|vergadering|neemt|dienst|stop|werk
> plannen|plan ~2 verdwijnen
> laatste ~1 bericht|berichtje ~2 niet
> mooie afscheidsbrief
& afscheidsbrief juf|meester|klas|groep|collega|begeleider|gekregen|team
# secrets and touch, otherwise
& weten|geheim|geheimpje|vertellen|geheime verrassing|surprise|cadeau|feest|feestje|club|clubhuis|hut|recept|sinterklaas|verjaardag|schat
> raakte|raakt|raken ~1 mijn|me ~1 hart|diep|kwijt|gewend|aan|erg ~1 praat|hart|kwijt|gewend
> raak|raakt|raakte ~2 aan ~1 de praat
> in ~1 contact
> misbruik ~1 van !mij !me !haar !mijn
> misbruik gemaakt|maken !mij !me !haar !mijn
> machtsmisbruik|alcoholmisbruik|drugsmisbruik|middelenmisbruik
> seksuele ~1 voorlichting|opvoeding|gezondheid
> seksueel ~0 misbruik|geweld !ik !me !mij !mijn !meisje !dochter !zoon !jongen
& dingen doen|leren school|mentor|leren|saai|saaie|afwassen|opruimen|vegen|huiswerk|klusjes|corvee|stofzuigen|juf|meester|zoals
& s nachts|kamer|bed|nacht DIER
& s nachts|bed|kamer zusje|broertje|nachtdienst|naar|eng|onweer|droomt|onweert|nachtmerrie
> zit|zat|zitten ~2 aan ~1 mijn|me|de ~1 tafel|spullen|bureau|telefoon|computer|kant|bureau|laptop|eettafel|koffie|water|thee
> het|dat|dit|wat doet|deed|doen ~2 me|mij|ons ~2 pijn
> doet|deed ~1 me|mij ~1 pijn dat|om|als
# locked up, otherwise
> opgesloten ~2 regels|formulieren|papieren|hoofd|systeem|schema|wc|lift|bestand|lichaam
& opgesloten ongeluk|wc|lift|regels|formulieren|papieren|boeven|hond|kippen
& opsluiten|opsluit boeven|dieven|kippen|heks|toneel
> voel ~2 opgesloten
& slot fiets|wc|kluis|telefoon|scooter|brommer|kluisje|locker|sleutel|kwijt
> buitengesloten
> sluiten ~5 om ~2 uur
> sluiten ~3 af
# food and fear, otherwise
> geen eten mee
& eten geen|niks lust|lekker|mee|kantine|vergeten|besteld|spruitjes
& honger pannenkoeken|wanneer|lunch|patat|pizza|snack|trek|koekje|friet
& bang spin|spinnen|donker|onweer|tandarts|toets|examen|hoogte|water|honden|naalden|slangen|muizen|vliegen|prik|wespen|clowns|vuurwerk|gesprek|rekening
& durf|durft duikplank|presenteren|klas|spreekbeurt|podium|zingen|zwemmen|vragen|achtbaan
> blauwe plek|plekken|plekje ~4 knie|voetbal|fiets|trap|gym|judo|val
& blauwe gevallen|viel|voetbal|voetballen|fiets|fietsen|hockey|gym|judo|schaatsen|stootte|gestoten|skaten !ZEGT !zeg
& LAATALLEEN alleen oma|opa|prima|bed|voetbal
";
